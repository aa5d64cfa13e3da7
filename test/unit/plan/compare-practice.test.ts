import { describe, expect, test } from '@jest/globals';
import type { Keep } from '../../../src/plan/plan';
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
  words,
  type Given,
} from './practice-cases';

describe('what "done" comes to', () => {
  const table: readonly [words: string, given: Given, on: string, off: string][] = [
    ['nothing happened', { synced: CREATED, practice: 'open', issue: TO_DO }, 'agree', 'agree'],
    ['work was started', { synced: CREATED, practice: 'open', issue: STARTED }, 'agree', 'agree'],
    ['the issue was done', { synced: CREATED, practice: 'open', issue: DONE }, 'choose SELECTED', 'differ'],
    [
      'the issue was done as a duplicate, which is mapped',
      { synced: CREATED, practice: 'open', issue: DUPLICATE },
      'choose NOT_APPLICABLE BUSINESS_PRIORITIES',
      'differ',
    ],
    [
      "the issue was done as Won't Do",
      { synced: CREATED, practice: 'open', issue: WONT_DO },
      'differ',
      'differ',
    ],
    ['done without a resolution', { synced: CREATED, practice: 'open', issue: CLOSED }, 'differ', 'differ'],
    [
      'done before the setting was there',
      { synced: DONE_BY_JIRA, practice: 'open', issue: DONE },
      'choose SELECTED',
      'differ',
    ],
    [
      'reopened before AWS was told',
      { synced: DONE_BY_JIRA, practice: 'open', issue: TO_DO },
      'agree',
      'agree',
    ],
    [
      'the practice was selected',
      { synced: CREATED, practice: 'selected', issue: TO_DO },
      'follow-source',
      'follow-source',
    ],
    [
      'the practice was unselected',
      { synced: SELECTED, practice: 'open', issue: DONE },
      'follow-source',
      'follow-source',
    ],
    [
      'the issue was reopened',
      { synced: SELECTED, practice: 'selected', issue: TO_DO },
      'choose UNSELECTED',
      'differ',
    ],
    [
      'the issue of a practice that is not applicable was reopened',
      { synced: { ...SELECTED, practice: 'notApplicable' }, practice: 'notApplicable', issue: STARTED },
      'choose UNSELECTED',
      'differ',
    ],
    [
      'reopened, and how the practice was done is not known',
      { synced: { review: 'done', jira: 'done' }, practice: 'selected', issue: TO_DO },
      'conflict',
      'differ',
    ],
    [
      'reopened, while the selected practice was marked not applicable: both moved',
      { synced: SELECTED, practice: 'notApplicable', issue: TO_DO },
      'conflict',
      'differ',
    ],
    [
      'the selected practice was marked not applicable, the issue is done still',
      { synced: SELECTED, practice: 'notApplicable', issue: DONE },
      'resolve',
      'agree',
    ],
    [
      'both moved past each other: reopened and selected',
      { synced: DONE_BY_JIRA, practice: 'selected', issue: TO_DO },
      'conflict',
      'conflict',
    ],
    [
      'both moved past each other: done and unselected',
      { synced: REOPENED_BY_JIRA, practice: 'open', issue: DONE },
      'conflict',
      'conflict',
    ],
    [
      'reopened in a question that is not applicable',
      { synced: SELECTED, practice: 'selected', issue: TO_DO, applicable: false },
      'differ',
      'differ',
    ],
    [
      'the question was marked not applicable',
      { synced: CREATED, practice: 'open', issue: TO_DO, applicable: false },
      'follow-source',
      'follow-source',
    ],
    [
      'the question is applicable again, with the practice selected, after the issue was reopened',
      {
        synced: { review: 'done', jira: 'open' },
        practice: 'selected',
        issue: TO_DO,
      },
      'conflict',
      'differ',
    ],
  ];

  test.each(table)('%s', (_words, given, on) => expect(words(compare(given))).toBe(on));
  test.each(table)('without the setting: %s', (_words, given, _on, off) =>
    expect(words(compare({ ...given, off: true }))).toBe(off),
  );
});

describe('a person settles a conflict', () => {
  const table: readonly [words: string, given: Given, aws: string, jira: string][] = [
    [
      'reopened and selected',
      { synced: DONE_BY_JIRA, practice: 'selected', issue: TO_DO },
      'follow-source',
      'choose UNSELECTED',
    ],
    [
      'done and unselected',
      { synced: REOPENED_BY_JIRA, practice: 'open', issue: DONE },
      'follow-source',
      'choose SELECTED',
    ],
    [
      "done as Won't Do and unselected: Jira's side stays, and AWS's too",
      { synced: REOPENED_BY_JIRA, practice: 'open', issue: WONT_DO },
      'follow-source',
      'differ',
    ],
    [
      'without the setting',
      { synced: REOPENED_BY_JIRA, practice: 'open', issue: DONE, off: true },
      'follow-source',
      'differ',
    ],
    [
      'reopened, and done in another way',
      { synced: SELECTED, practice: 'notApplicable', issue: TO_DO },
      'follow-source',
      'choose UNSELECTED',
    ],
    [
      'there is no conflict: the issue was done',
      { synced: CREATED, practice: 'open', issue: DONE },
      'choose SELECTED',
      'choose SELECTED',
    ],
    [
      'there is no conflict: the practice was selected',
      { synced: CREATED, practice: 'selected', issue: TO_DO },
      'follow-source',
      'follow-source',
    ],
  ];

  test.each(table)("%s: AWS's side stays", (_words, given, aws) =>
    expect(words(compare({ ...given, keep: 'aws' }))).toBe(aws),
  );
  test.each(table)("%s: Jira's side stays", (_words, given, _aws, jira) =>
    expect(words(compare({ ...given, keep: 'jira' }))).toBe(jira),
  );

  test.each<Keep>(['aws', 'jira'])('what fails leaves the conflict, to be settled again: %s', (keep) => {
    const given: Given = { synced: DONE_BY_JIRA, practice: 'selected', issue: TO_DO };
    const { memory } = compare({ ...given, keep });
    expect(compare({ ...given, synced: memory.kept }).kind).toBe('conflict');
  });
});
