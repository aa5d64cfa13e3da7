/** A plan as a tree: every change is in it once, and filters take away what they say. */
import { describe, expect, test } from '@jest/globals';
import type { PlannedChange, PlannedCreate } from '../../../src/contract';
import { oldAndNew } from '../../../static/app/src/features/project/plan/old-and-new';
import { foldIds, foldOfKind, startsOpen } from '../../../static/app/src/features/project/plan/plan-folds';
import {
  buildPlanTree,
  countKinds,
  filterChanges,
  groupOthers,
} from '../../../static/app/src/features/project/plan/plan-tree';
import { english, speak } from '../../../static/app/src/texts/language';

speak(english('en-US'));

const EPIC: PlannedCreate = { kind: 'create', level: 'epic', title: 'Payments', labels: [] };
const inKeys = { lens: 'Framework', pillar: 'Security', question: 'How do you keep keys?', risk: 'HIGH' };
const TASK: PlannedCreate = {
  kind: 'create',
  level: 'task',
  title: inKeys.question,
  labels: ['security'],
  ...inKeys,
};
const practice = (title: string, place: object = inKeys): PlannedCreate => ({
  kind: 'create',
  level: 'subtask',
  title,
  choice: title,
  labels: ['security'],
  ...place,
});
const inDoors = { ...inKeys, question: 'How do you close doors?', risk: 'MEDIUM' };
const OTHERS: readonly PlannedChange[] = [
  { kind: 'notes', key: 'WA-2', title: 'How do you keep keys?', what: 'change' },
  {
    kind: 'close',
    key: 'WA-3',
    title: 'Rotate keys',
    reason: { code: 'text', params: { text: 'it is selected in AWS' } },
  },
  {
    kind: 'update',
    key: 'WA-4',
    title: 'Scope keys',
    changes: [{ code: 'title', params: { old: 'Scope', new: 'Scope keys' } }],
  },
  { kind: 'update', title: 'A work item that you may not see', changes: [] },
];
const CHANGES = [
  EPIC,
  TASK,
  practice('Rotate keys'),
  practice('Scope keys'),
  practice('Shut doors', inDoors),
  ...OTHERS,
];

describe('the tree of what is made', () => {
  const { epics, lenses } = buildPlanTree(CHANGES);

  test('hangs best practices under questions, these under pillars and lenses', () => {
    expect(lenses).toMatchObject([
      {
        title: 'Framework',
        tasks: 1,
        subtasks: 3,
        pillars: [
          {
            title: 'Security',
            questions: [
              {
                title: 'How do you keep keys?',
                risk: 'HIGH',
                isNew: true,
                practices: [{ title: 'Rotate keys' }, { title: 'Scope keys' }],
              },
              {
                title: 'How do you close doors?',
                risk: 'MEDIUM',
                isNew: false,
                practices: [{ title: 'Shut doors' }],
              },
            ],
          },
        ],
      },
    ]);
    expect(epics).toEqual([EPIC]);
  });

  test('keeps pillars of the same name in two lenses apart', () => {
    const two = buildPlanTree([practice('a'), practice('b', { ...inKeys, lens: 'Serverless' })]);
    const ids = two.lenses.flatMap(({ pillars }) => pillars.map(({ id }) => id));
    expect(new Set(ids).size).toBe(2);
  });

  test('has a place for what has none in the review', () => {
    const [lens] = buildPlanTree([practice('a', {})]).lenses;
    expect(lens?.pillars[0]?.questions[0]?.practices).toHaveLength(1);
  });
});

test('the rest is grouped by kind, in the order in which kinds are told', () => {
  expect(groupOthers(CHANGES).map(([kind, { length }]) => [kind, length])).toEqual([
    ['update', 2],
    ['close', 1],
    ['notes', 1],
  ]);
  expect(countKinds(CHANGES)).toEqual({
    create: 5,
    update: 2,
    close: 1,
    reopen: 0,
    resolve: 0,
    choose: 0,
    notes: 1,
  });
});

describe('filters', () => {
  const titles = (text: string, without: readonly PlannedChange['kind'][] = []) =>
    filterChanges(CHANGES, { text, without }).map(({ title }) => title);

  test.each([
    ['a title, in any case', 'SHUT', ['Shut doors']],
    ['a key', 'wa-3', ['Rotate keys']],
    ['a reason', 'selected in AWS', ['Rotate keys']],
    ['what an update says of old and new', '"Scope" →', ['Scope keys']],
    ['a question finds its best practices', 'close doors', ['Shut doors']],
    ['what nothing says', 'teapot', []],
  ])('find %s', (_, text, expected) => {
    expect(titles(text)).toEqual(expected);
  });

  test('leave kinds out', () => {
    expect(titles('', ['create', 'update', 'notes'])).toEqual(['Rotate keys']);
  });

  test('that say nothing leave everything, in its order', () => {
    expect(filterChanges(CHANGES, { text: '  ', without: [] })).toEqual(CHANGES);
  });
});

describe('what is open before anybody opens it', () => {
  const many = Array.from({ length: 200 }, (_, index) => practice(`practice ${index}`));
  const open = (changes: readonly PlannedChange[], isFiltered = false) => {
    const tree = buildPlanTree(changes);
    const others = groupOthers(changes);
    const isOpen = startsOpen(tree, others, isFiltered);
    return foldIds(tree, others).filter((id) => isOpen(id));
  };

  test('everything in a small plan', () => {
    expect(open(CHANGES)).toHaveLength(1 + 1 + 2 + 3);
  });

  test('lenses alone in a large one', () => {
    expect(open(many)).toEqual(['Framework']);
  });

  test('everything that a search of a large one finds', () => {
    expect(open(many, true)).toHaveLength(3);
  });

  test('not many lines about notes, which say nearly the same', () => {
    const notes = Array.from({ length: 30 }, (_, index): PlannedChange => {
      return { kind: 'notes', title: `question ${index}`, what: 'add' };
    });
    expect(open(notes)).toEqual([]);
    expect(open(notes, true)).toEqual([foldOfKind('notes')]);
  });
});

test.each([
  [
    { code: 'title', params: { old: 'a', new: 'b' } },
    { field: 'title', old: 'a', now: 'b' },
  ],
  [
    { code: 'risk', params: { old: 'HIGH', new: 'none' } },
    { field: 'risk', old: 'HIGH', now: 'none' },
  ],
  [{ code: 'description', params: {} }, undefined],
  [{ code: 'label-added', params: { label: 'security' } }, undefined],
  [{ code: 'text', params: { text: 'title: "a" → "b"' } }, undefined],
])('%j has these values', (change, expected) => {
  expect(oldAndNew(change)).toEqual(expected);
});
