import { describe, expect, test } from '@jest/globals';
import type { Reason } from '../../../src/reason';
import {
  CLOSED,
  compare,
  CREATED,
  DONE,
  DONE_BY_JIRA,
  DUPLICATE,
  REOPENED_BY_JIRA,
  SELECTED,
  STARTED,
  TO_DO,
  WONT_DO,
  type Given,
} from './practice-cases';

describe('what is remembered', () => {
  test('a choice that AWS took: both sides are where Jira was', () => {
    expect(compare({ synced: CREATED, practice: 'open', issue: DONE }).memory.moved).toEqual({
      ...SELECTED,
      closedAs: { statusId: '3', resolutionId: '10000' },
    });
    expect(compare({ synced: CREATED, practice: 'open', issue: DUPLICATE }).memory.moved).toEqual({
      ...SELECTED,
      practice: 'notApplicable',
      closedAs: { statusId: '3', resolutionId: '10002' },
    });
    expect(compare({ synced: SELECTED, practice: 'selected', issue: TO_DO }).memory.moved).toEqual({
      review: 'open',
      jira: 'open',
    });
  });

  test('a choice that AWS did not take: what was', () => {
    expect(compare({ synced: CREATED, practice: 'open', issue: DONE }).memory.kept).toEqual(CREATED);
  });

  test('a difference that was told: where both sides are, and how the practice was done when they agreed', () => {
    const { memory } = compare({ synced: SELECTED, practice: 'selected', issue: TO_DO, off: true });
    expect(memory.kept).toEqual(REOPENED_BY_JIRA);
    expect(memory.moved).toEqual(memory.kept);
  });

  test('unless people have done it in another way since', () => {
    const { memory } = compare({ synced: SELECTED, practice: 'notApplicable', issue: TO_DO, off: true });
    expect(memory.kept).toEqual({ review: 'done', jira: 'open' });
  });

  test('a conflict: what was, so that it stays one', () => {
    const given: Given = { synced: DONE_BY_JIRA, practice: 'selected', issue: TO_DO };
    expect(compare(given).memory).toEqual({ moved: DONE_BY_JIRA, kept: DONE_BY_JIRA });
  });
});

describe('why', () => {
  const NOT_SELECTED = { code: 'practice-open', params: {} };
  const how = (resolution?: string) =>
    resolution === undefined
      ? { code: 'unresolved', params: { status: 'Done' } }
      : { code: 'resolved-as', params: { status: 'Done', resolution } };
  const table: readonly [given: Given, reason: Reason][] = [
    [
      { synced: CREATED, practice: 'open', issue: DONE },
      { code: 'means-implemented', params: { how: how('Done') } },
    ],
    [
      { synced: CREATED, practice: 'open', issue: DUPLICATE },
      { code: 'means-not-applicable', params: { how: how('Duplicate'), reason: 'BUSINESS_PRIORITIES' } },
    ],
    [
      { synced: SELECTED, practice: 'selected', issue: STARTED },
      { code: 'reopened', params: { status: 'In progress' } },
    ],
    [
      { synced: CREATED, practice: 'open', issue: WONT_DO },
      { code: 'meaning-not-set', params: { how: how("Won't Do"), because: NOT_SELECTED } },
    ],
    [
      { synced: CREATED, practice: 'open', issue: CLOSED },
      { code: 'meaning-not-set', params: { how: how(), because: NOT_SELECTED } },
    ],
    [
      { synced: SELECTED, practice: 'selected', issue: TO_DO, applicable: false },
      {
        code: 'source-takes-no-change',
        params: { status: 'To do', because: { code: 'question-not-applicable', params: {} } },
      },
    ],
    [
      { synced: CREATED, practice: 'open', issue: DONE, off: true },
      { code: 'differs-from-source', params: { status: 'Done', because: NOT_SELECTED } },
    ],
  ];

  test.each(table)('%j', (given, reason) => {
    expect(compare(given)).toMatchObject({ reason });
  });
});
