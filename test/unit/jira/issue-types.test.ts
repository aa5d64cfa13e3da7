/** Which issue type the app makes: as settings say, else Jira's own, and never by a guess. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseIssueTypes, type IssueType } from '../../../src/jira/client/issue-types';
import type { ChosenTypes, Level } from '../../../src/jira/model';

const AVATAR = { epic: 10307, task: 10318, subtask: 10316, story: 10315, bug: 10303, custom: 10300 } as const;
const HIERARCHY = { epic: 1, task: 0, subtask: -1 } as const;

const type = (id: string, name: string, avatar: keyof typeof AVATAR, level: Level = 'task'): IssueType => ({
  ...{ id, name, avatarId: AVATAR[avatar], hierarchyLevel: HIERARCHY[level], subtask: level === 'subtask' },
});
const translated = (id: string, name: string, untranslatedName: string): IssueType => ({
  ...{ ...type(id, name, 'custom'), untranslatedName },
});

const FEHLER = type('1', 'Fehler', 'bug');
const AUFGABE = type('2', 'Aufgabe', 'task');
const STORY = type('3', 'Story', 'story');
const QA = type('8', 'QA-Unteraufgabe', 'custom', 'subtask');
const UNTERAUFGABE = type('9', 'Unteraufgabe', 'subtask', 'subtask');

/** The id that is taken at a level; otherwise what is told. */
function taken(types: readonly IssueType[], level: Level, chosen?: ChosenTypes, elsewhere = false): string {
  const choice = chooseIssueTypes(types, { ...(chosen ? { issueTypes: chosen } : {}), elsewhere })[level];
  switch (choice.kind) {
    case 'chosen':
      return choice.type.id;
    case 'none':
      return 'none';
    default:
      return `${choice.kind}: ${choice.offered.map(({ name }) => name).join(', ')}`;
  }
}

describe('the issue type of questions, where settings name none', () => {
  test.each<[string, readonly IssueType[], string]>([
    ['no type at all', [], 'none'],
    ['the only one, whatever it is called', [type('7', 'Vorgang', 'custom')], '7'],
    ['Jira’s own by its English name', [STORY, FEHLER, type('7', 'Task', 'custom')], '7'],
    [
      'by its name before translation, whatever has its avatar',
      [AUFGABE, translated('7', 'Tätigkeit', 'Task')],
      '7',
    ],
    ['by its avatar where no name says more', [FEHLER, type('6', 'Anfrage', 'custom'), AUFGABE], '2'],
    ['by the address of its avatar', [FEHLER, { ...AUFGABE, avatarId: undefined, iconUrl: url(10318) }], '2'],
    ['a Bug is not meant: the other', [FEHLER, STORY], '3'],
    ['a Bug by its name before translation is not meant', [translated('1', 'Fehler', 'Bug'), STORY], '3'],
    ['not the avatar of a Task on a Bug', [{ ...AUFGABE, name: 'Bug' }, STORY], '3'],
    ['a Bug alone is nothing to take unasked', [FEHLER], 'undecided: Fehler'],
    [
      'two of which neither is Jira’s own',
      [STORY, type('6', 'Anfrage', 'custom')],
      'undecided: Story, Anfrage',
    ],
    [
      'a translated Bug that nothing tells apart',
      [type('1', 'Fehler', 'custom'), type('2', 'Aufgabe', 'custom')],
      'undecided: Fehler, Aufgabe',
    ],
    ['the avatar of a Task twice', [AUFGABE, type('6', 'Fehler', 'task')], 'undecided: Aufgabe, Fehler'],
    [
      'two that are called Task',
      [type('5', 'Task', 'task'), type('6', 'Task', 'custom'), STORY],
      'undecided: Task, Task, Story',
    ],
  ])('%s', (_, types, expected) => {
    expect(taken(types, 'task')).toBe(expected);
  });
});

describe('the other levels', () => {
  test.each<[string, Level, readonly IssueType[], string]>([
    ['a team’s own kind of Sub-task beside Jira’s', 'subtask', [QA, UNTERAUFGABE], '9'],
    [
      'a kind of Sub-task that was made with Jira’s avatar',
      'subtask',
      [{ ...QA, avatarId: AVATAR.subtask }, UNTERAUFGABE],
      'undecided: QA-Unteraufgabe, Unteraufgabe',
    ],
    ['an Initiative above is no Epic', 'epic', [{ ...type('4', 'Epic', 'epic'), hierarchyLevel: 2 }], 'none'],
    [
      'several at the level of Epics',
      'epic',
      [type('4', 'Ziel', 'custom', 'epic'), type('5', 'Epos', 'epic', 'epic')],
      '5',
    ],
  ])('%s', (_, level, types, expected) => {
    expect(taken(types, level)).toBe(expected);
  });
});

describe('a type that settings name', () => {
  test.each<[string, ChosenTypes, boolean, string]>([
    ['is taken, a Bug too', { task: '1' }, false, '1'],
    ['is told where the project does not offer it', { task: '77' }, false, 'lost: Fehler, Aufgabe'],
    ['is told where it is of another level', { task: '9' }, false, 'lost: Fehler, Aufgabe'],
    ['of another level says nothing about this one', { subtask: '77' }, false, '2'],
    ['is nothing to insist on in another project', { task: '77' }, true, '2'],
    ['is taken in another project that has it', { task: '1' }, true, '1'],
  ])('%s', (_, chosen, elsewhere, expected) => {
    expect(taken([FEHLER, AUFGABE, UNTERAUFGABE], 'task', chosen, elsewhere)).toBe(expected);
  });
});

test('the order in which Jira lists types decides nothing', () => {
  const pool = [
    FEHLER,
    AUFGABE,
    STORY,
    type('6', 'Anfrage', 'custom'),
    type('7', 'Task', 'custom'),
    UNTERAUFGABE,
    QA,
  ];
  const listed = fc
    .subarray(pool)
    .chain((types) => fc.tuple(fc.constant(types), fc.shuffledSubarray(types, { minLength: types.length })));
  fc.assert(
    fc.property(listed, ([types, shuffled]) => {
      for (const level of ['task', 'subtask'] as const) {
        const [a, b] = [chooseIssueTypes(types)[level], chooseIssueTypes(shuffled)[level]];
        expect([b.kind, b.kind === 'chosen' ? b.type : undefined]).toEqual([
          a.kind,
          a.kind === 'chosen' ? a.type : undefined,
        ]);
      }
    }),
  );
});

test('what is known as a Bug is never taken unless settings name it', () => {
  const kinds = fc.constantFrom(...(Object.keys(AVATAR) as (keyof typeof AVATAR)[]));
  const types = fc.array(fc.tuple(kinds, fc.constantFrom('Fehler', 'Bug', 'Task', 'Vorgang')), {
    maxLength: 6,
  });
  fc.assert(
    fc.property(types, (drawn) => {
      const offered = drawn.map(([kind, name], index) => type(String(index), name, kind));
      const choice = chooseIssueTypes(offered).task;
      const isBug = ({ name, avatarId }: IssueType) =>
        name === 'Bug' || (name !== 'Task' && avatarId === AVATAR.bug);
      expect(choice.kind === 'chosen' && isBug(choice.type)).toBe(false);
    }),
  );
});

function url(avatar: number): string {
  return `https://site.example/rest/api/2/universal_avatar/view/type/issuetype/avatar/${avatar}?size=medium`;
}
