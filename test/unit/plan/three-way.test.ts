import { describe, expect, test } from '@jest/globals';
import type { Side } from '../../../src/plan/link';
import { compareDone, type DoneVerdict } from '../../../src/plan/three-way';

describe('"done" compared three ways', () => {
  const table: readonly [
    words: string,
    synced: [review: Side, jira: Side],
    review: Side,
    jira: Side,
    expected: DoneVerdict,
  ][] = [
    ['nothing moved, both open', ['open', 'open'], 'open', 'open', 'agree'],
    ['nothing moved, both done', ['done', 'done'], 'done', 'done', 'agree'],
    ['both were finished since', ['open', 'open'], 'done', 'done', 'agree'],
    ['both were undone since', ['done', 'done'], 'open', 'open', 'agree'],
    ['the practice was selected', ['open', 'open'], 'done', 'open', 'follow-source'],
    ['the practice was unselected', ['done', 'done'], 'open', 'done', 'follow-source'],
    ['a person closed the issue', ['open', 'open'], 'open', 'done', 'differ-by-jira'],
    ['a person reopened the issue', ['done', 'done'], 'done', 'open', 'differ-by-jira'],
    ['they differed by Jira and still do', ['open', 'done'], 'open', 'done', 'differ-by-jira'],
    ['they differed the other way and still do', ['done', 'open'], 'done', 'open', 'differ-by-jira'],
    ['Jira came back to the review', ['open', 'done'], 'open', 'open', 'agree'],
    ['the review caught up with Jira', ['open', 'done'], 'done', 'done', 'agree'],
    ['Jira came back to a finished review', ['done', 'open'], 'done', 'done', 'agree'],
    ['the review was undone, as the issue had been', ['done', 'open'], 'open', 'open', 'agree'],
    ['both moved, past each other', ['open', 'done'], 'done', 'open', 'conflict'],
    ['both moved, past each other, the other way', ['done', 'open'], 'open', 'done', 'conflict'],
  ];

  test.each(table)('%s', (_words, [syncedReview, syncedJira], review, jira, expected) => {
    expect(compareDone({ source: syncedReview, jira: syncedJira }, review, jira)).toBe(expected);
  });

  test('the table is complete', () => {
    const cases = table.map(([, synced, review, jira]) => [...synced, review, jira].join());
    expect(new Set(cases).size).toBe(16);
  });
});
