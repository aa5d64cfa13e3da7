import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { doc, paragraph, text } from '../../../src/jira/adf/builder';
import {
  compareText,
  compareTexts,
  labelChanges,
  writtenHash,
  type TextVerdict,
} from '../../../src/plan/texts';
import { World } from '../../builders/world';
import { practice, question, smallReview, withQuestion } from '../../builders/review';

describe('a text: last written, wanted now, there now', () => {
  const table: readonly [
    words: string,
    last: string | undefined,
    desired: string,
    current: string,
    TextVerdict,
  ][] = [
    ['nothing changed', 'a', 'a', 'a', 'same'],
    ['AWS changed it', 'a', 'b', 'a', 'write'],
    ['a person changed it', 'a', 'a', 'c', 'theirs'],
    ['both changed it, apart', 'a', 'b', 'c', 'conflict'],
    ['both changed it, alike', 'a', 'b', 'b', 'same'],
    ['nothing is known, and it is as AWS says', undefined, 'a', 'a', 'same'],
    ['nothing is known, and it is not as AWS says', undefined, 'a', 'c', 'conflict'],
    ['AWS came back to the words before, the person did not', 'a', 'a', 'b', 'theirs'],
  ];

  test.each(table)('%s', (_words, last, desired, current, expected) => {
    expect(compareText(last, desired, current)).toBe(expected);
  });

  test('is written only over what the app wrote', () => {
    const words = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.option(words, { nil: undefined }), words, words, (last, desired, current) => {
        if (compareText(last, desired, current) === 'write') expect(current).toBe(last);
      }),
    );
  });
});

describe('labels change by add and remove only', () => {
  type Labels = readonly string[];
  const table: readonly [
    words: string,
    wanted: Labels,
    there: Labels,
    written: Labels | undefined,
    add: Labels,
    remove: Labels,
  ][] = [
    ['all there', ['wa', 'security'], ['wa', 'security'], ['wa', 'security'], [], []],
    ['the team added one', ['wa', 'security'], ['wa', 'security', 'q3'], ['wa', 'security'], [], []],
    ['the team removed one of ours', ['wa', 'security'], ['wa'], ['wa', 'security'], ['security'], []],
    [
      'the pillar was renamed',
      ['wa', 'safety'],
      ['wa', 'security', 'q3'],
      ['wa', 'security'],
      ['safety'],
      ['security'],
    ],
    [
      'it was renamed and the old label is gone',
      ['wa', 'safety'],
      ['wa'],
      ['wa', 'security'],
      ['safety'],
      [],
    ],
    [
      'it was renamed to a label that the team uses',
      ['wa', 'q3'],
      ['wa', 'security', 'q3'],
      ['wa', 'security'],
      [],
      ['security'],
    ],
    ['what was written is not known', ['wa', 'safety'], ['security'], undefined, ['wa', 'safety'], []],
    ['the screens have no labels', ['wa', 'security'], [], [], [], []],
    ['the screens had no labels, the team has', ['wa', 'security'], ['q3'], [], [], []],
  ];

  test.each(table)('%s', (_words, wanted, there, written, add, remove) => {
    const last = written && { labels: written };
    expect(labelChanges({ labels: wanted }, { labels: there }, last)).toEqual({ add, remove });
  });
});

describe('what the app last wrote', () => {
  const before = smallReview(question('q1', 'HIGH', [practice('p1')]));
  const after = withQuestion(before, 'q1', (one) => ({ ...one, title: 'Question renamed' }));

  function compared(change: (world: World) => void, known: boolean) {
    const world = new World(before);
    world.sync();
    change(world);
    world.review = after;
    const { entry, issue, link } = world
      .plan()
      .matched.find((each) => each.entry.identity.question === 'q1' && each.entry.level === 'task')!;
    return compareTexts(entry.content, issue, known ? link : undefined);
  }

  test('is known from the link', () => {
    const { summary, last } = compared(() => undefined, true);
    expect(summary).toBe('write');
    expect(last?.summary).toBe('Question q1');
  });

  test('is known from the issue itself where its hash proves that nobody edited it', () => {
    const { summary, description, last } = compared(() => undefined, false);
    expect([summary, description]).toEqual(['write', 'write']);
    expect(last).toMatchObject({ summary: 'Question q1', labels: ['well-architected', 'security'] });
  });

  const edits: readonly [words: string, (world: World, id: string) => void][] = [
    ['title', (world, id) => world.board.change(id, { summary: 'Ours' })],
    ['description', (world, id) => world.board.change(id, { description: doc(paragraph(text('Ours'))) })],
    ['labels', (world, id) => world.board.change(id, { labels: ['security'] })],
  ];

  test.each(edits)('is not known without a link once a person edited the %s', (_words, edit) => {
    const { summary, last } = compared((world) => edit(world, world.find('q1').id), false);
    expect(last).toBeUndefined();
    expect(summary).toBe('conflict');
  });

  test('a label that the team added does not hide that the texts are untouched', () => {
    const { summary } = compared((world) => {
      const { id, labels } = world.find('q1');
      world.board.change(id, { labels: [...labels, 'team'] });
    }, false);
    expect(summary).toBe('write');
  });

  test('hashes to the same whatever the order of labels', () => {
    const texts = { summary: 's', descriptionHash: 'd', labels: ['a', 'b'] };
    expect(writtenHash({ ...texts, labels: ['b', 'a'] })).toBe(writtenHash(texts));
    expect(writtenHash({ ...texts, labels: ['a'] })).not.toBe(writtenHash(texts));
    expect(writtenHash({ ...texts, summary: 't' })).not.toBe(writtenHash(texts));
    expect(writtenHash({ ...texts, descriptionHash: 'e' })).not.toBe(writtenHash(texts));
  });
});
