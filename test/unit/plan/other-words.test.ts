/** New words of the app alone rewrite no description: it is AWS's values that are compared. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doc, paragraph, text } from '../../../src/jira/adf/builder';
import { compareDescription, NO_DESCRIPTION, type TextVerdict } from '../../../src/plan/texts';
import { planReview } from '../../../src/review-entries/plan-review';
import type { Link } from '../../../src/review-entries/link';
import { issue } from '../../../words/en/issue';
import { issueFirst } from '../../../words/en/issue-first';
import { anyDays, live } from '../../builders/days';
import { practice, question, smallReview, withQuestion } from '../../builders/review';
import { words, World } from '../../builders/world';

const OTHER = { ...issue, where: 'Found under', questionsByRisk: 'Risks', answer: 'Answer it in AWS' };
const THIRD = { ...OTHER, where: 'In', questionsByRisk: 'Counts', answer: 'To the answer' };

const BEFORE = smallReview(question('q1', 'HIGH', [practice('p1')]));
const AFTER = withQuestion(BEFORE, 'q1', (one) => ({
  ...one,
  guidance: [{ text: 'Read', url: 'https://a.b' }],
}));

describe('a description: as last written with its values, as wanted now, as it is there', () => {
  const content = { descriptionHash: 'new words', hashOfBefore: 'first words', values: 'v' };
  type Last = { descriptionHash: string; values?: string } | undefined;
  const table: readonly [words: string, last: Last, current: string, TextVerdict][] = [
    ['in the words of today', { descriptionHash: 'new words', values: 'v' }, 'new words', 'same'],
    ['in other words', { descriptionHash: 'other words', values: 'v' }, 'other words', 'same'],
    ['in other words, and edited', { descriptionHash: 'other words', values: 'v' }, 'mine', 'theirs'],
    ['other values', { descriptionHash: 'other words', values: 'w' }, 'other words', 'write'],
    ['other values, and edited', { descriptionHash: 'other words', values: 'w' }, 'mine', 'conflict'],
    ['not remembered, in the words of today', { descriptionHash: 'new words' }, 'new words', 'same'],
    ['not remembered, in the first words', { descriptionHash: 'first words' }, 'first words', 'same'],
    ['not remembered, in the first words, and edited', { descriptionHash: 'first words' }, 'mine', 'theirs'],
    ['not remembered, another text', { descriptionHash: 'a text' }, 'a text', 'write'],
    ['not remembered, another text, and edited', { descriptionHash: 'a text' }, 'mine', 'conflict'],
    ['nothing known, in the words of today', undefined, 'new words', 'same'],
    ['nothing known, in the first words', undefined, 'first words', 'same'],
    ['nothing known, another text', undefined, 'a text', 'conflict'],
    ['none was written', { descriptionHash: NO_DESCRIPTION }, 'mine', 'theirs'],
  ];

  test.each(table)('%s', (_words, last, current, expected) => {
    expect(compareDescription(content, last, current)).toBe(expected);
  });
});

describe('when the words of the app change', () => {
  const remembered: readonly [words: string, forget: boolean][] = [
    ['links that remember values', false],
    ['links of before', true],
  ];

  test.each(remembered)('%s: nothing is written, and nothing is told', (_words, forget) => {
    const world = synced(forget);
    world.words = OTHER;
    const { changes, remarks } = world.sync();
    expect([changes, remarks.conflicts]).toEqual([[], []]);
    world.words = THIRD;
    expect(world.sync().changes).toEqual([]);
  });

  test.each(remembered)('%s: a text that a person edited is no conflict', (_words, forget) => {
    const world = synced(forget);
    edit(world);
    world.words = OTHER;
    const { changes, remarks } = world.sync();
    expect([changes, remarks.conflicts]).toEqual([[], []]);
    world.words = THIRD;
    expect(world.sync().remarks.conflicts).toEqual([]);
  });

  test.each(remembered)("%s: AWS's change is written, in the new words", (_words, forget) => {
    const world = synced(forget);
    world.words = OTHER;
    world.review = AFTER;
    expect(world.sync().changes.map(words)).toEqual(['update task q1']);
    expect(JSON.stringify(world.find('q1').description)).toContain('Found under');
    expect(world.sync().changes).toEqual([]);
  });

  test.each(remembered)(
    "%s: AWS's change to an edited text is a conflict, and the edit stays",
    (_words, forget) => {
      const world = synced(forget);
      edit(world);
      world.words = OTHER;
      world.review = AFTER;
      const { changes, remarks } = world.sync();
      expect(changes).toEqual([]);
      expect(remarks.conflicts).toMatchObject([{ code: 'text-edited', texts: [{ field: 'description' }] }]);
    },
  );

  test('the store was lost: issues in the first words stay as they are', () => {
    const world = synced(false);
    world.loseLinks();
    world.words = OTHER;
    expect(world.sync().changes).toEqual([]);
    world.words = THIRD;
    expect(world.sync().changes).toEqual([]);
  });

  test('a plan that makes or changes issues is the plan that was approved', () => {
    const create = new World(BEFORE);
    const { fingerprint } = create.plan();
    create.words = OTHER;
    expect(create.plan().fingerprint).toBe(fingerprint);
    const update = synced(false);
    update.review = AFTER;
    const before = update.plan();
    update.words = OTHER;
    expect(update.plan().fingerprint).toBe(before.fingerprint);
    expect(before.changes.map(words)).toEqual(['update task q1']);
  });

  test('whatever people and AWS did, the same is planned and told', () => {
    const codes = (remarks: readonly { readonly code: string; readonly key?: string }[]) =>
      remarks.map(({ code, key }) => [code, key]);
    fc.assert(
      fc.property(anyDays, (days) =>
        live(days, ({ world, plan, asked }) => {
          const other = planReview({ ...world.input(asked), words: OTHER });
          expect(other.fingerprint).toBe(plan.fingerprint);
          expect(codes(other.remarks.conflicts)).toEqual(codes(plan.remarks.conflicts));
        }),
      ),
      { numRuns: 100 },
    );
  });
});

test('the first words never change: texts of before are known by them', () => {
  const digest = createHash('sha256').update(JSON.stringify(issueFirst)).digest('hex').slice(0, 16);
  expect(digest).toBe('4e6083c24a41ba6d');
});

function synced(forget: boolean): World {
  const world = new World(BEFORE);
  world.sync();
  if (forget) world.links = new Map([...world.links].map(([key, link]) => [key, withoutValues(link)]));
  return world;
}

/** As the app kept links before it remembered values. */
function withoutValues({ values, ...link }: Link): Link {
  expect(values).toBeDefined();
  return link;
}

function edit(world: World): void {
  world.board.change(world.find('q1').id, { description: doc(paragraph(text('Ours'))) });
}
