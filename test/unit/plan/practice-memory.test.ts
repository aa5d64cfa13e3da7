import { describe, expect, test } from '@jest/globals';
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
    expect(compare({ synced: CREATED, practice: 'open', issue: DONE }).memory.moved).toEqual(SELECTED);
    expect(compare({ synced: CREATED, practice: 'open', issue: DUPLICATE }).memory.moved).toEqual({
      ...SELECTED,
      practice: 'notApplicable',
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

describe('the words for it', () => {
  const table: readonly [given: Given, reason: string][] = [
    [
      { synced: CREATED, practice: 'open', issue: DONE },
      'it is "Done" (resolution "Done") in Jira, which the settings call implemented',
    ],
    [
      { synced: CREATED, practice: 'open', issue: DUPLICATE },
      'it is "Done" (resolution "Duplicate") in Jira, which the settings call not applicable (business priorities)',
    ],
    [
      { synced: SELECTED, practice: 'selected', issue: STARTED },
      'it was reopened in Jira and is "In progress"',
    ],
    [
      { synced: CREATED, practice: 'open', issue: WONT_DO },
      'it is "Done" (resolution "Won\'t Do") in Jira, and in the review the best practice is not selected. AWS was not changed: the settings do not say what this status and resolution mean.',
    ],
    [
      { synced: CREATED, practice: 'open', issue: CLOSED },
      'it is "Done" (without a resolution) in Jira, and in the review the best practice is not selected. AWS was not changed: the settings do not say what this status and resolution mean.',
    ],
    [
      { synced: SELECTED, practice: 'selected', issue: TO_DO, applicable: false },
      'it is "To do" in Jira, and in the review the question is marked not applicable. AWS was not changed: the choices of such a question are left alone.',
    ],
    [
      { synced: CREATED, practice: 'open', issue: DONE, off: true },
      'it is "Done" in Jira, and in the review the best practice is not selected.',
    ],
  ];

  test.each(table)('%j', (given, reason) => {
    expect(compare(given)).toMatchObject({ reason });
  });
});
