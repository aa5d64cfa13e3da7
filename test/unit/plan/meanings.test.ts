import { describe, expect, test } from '@jest/globals';
import type { ResolveSelects } from '../../../src/settings/model';
import type { PracticeState } from '../../../src/wellarchitected/model';
import { RESOLUTIONS } from '../../builders/board';
import {
  CLOSED,
  compare,
  CREATED,
  DONE,
  DUPLICATE,
  TO_DO,
  WONT_DO,
  words,
  type Given,
  type Issue,
} from './practice-cases';

/** What each side says; `unsaid`: done with a resolution that the settings do not name. */
const ISSUES = { open: TO_DO, selected: DONE, notApplicable: DUPLICATE, unsaid: WONT_DO } as const;
type Meaning = keyof typeof ISSUES;

/** Both sides as they were when they last agreed. */
function agreedOn(meaning: PracticeState): Given['synced'] {
  if (meaning === 'open') return CREATED;
  return { review: 'done', jira: 'done', practice: meaning, closedAs: closedAs(ISSUES[meaning]) };
}

function closedAs({ status, resolution }: Issue) {
  return { statusId: status.id, ...(resolution ? { resolutionId: resolution.id } : {}) };
}

const NA = 'choose NOT_APPLICABLE BUSINESS_PRIORITIES';

describe('every pair of meanings, from every one that both sides agreed on', () => {
  const table: readonly [last: PracticeState, aws: PracticeState, jira: Meaning, on: string, off: string][] =
    [
      ['open', 'open', 'open', 'agree', 'agree'],
      ['open', 'open', 'selected', 'choose SELECTED', 'differ'],
      ['open', 'open', 'notApplicable', NA, 'differ'],
      ['open', 'open', 'unsaid', 'differ', 'differ'],
      ['open', 'selected', 'open', 'follow-source', 'follow-source'],
      ['open', 'selected', 'selected', 'agree', 'agree'],
      ['open', 'selected', 'notApplicable', 'conflict', 'agree'],
      ['open', 'selected', 'unsaid', 'agree', 'agree'],
      ['open', 'notApplicable', 'open', 'follow-source', 'follow-source'],
      ['open', 'notApplicable', 'selected', 'conflict', 'agree'],
      ['open', 'notApplicable', 'notApplicable', 'agree', 'agree'],
      ['open', 'notApplicable', 'unsaid', 'agree', 'agree'],

      ['selected', 'open', 'open', 'agree', 'agree'],
      ['selected', 'open', 'selected', 'follow-source', 'follow-source'],
      ['selected', 'open', 'notApplicable', 'conflict', 'conflict'],
      ['selected', 'open', 'unsaid', 'conflict', 'conflict'],
      ['selected', 'selected', 'open', 'choose UNSELECTED', 'differ'],
      ['selected', 'selected', 'selected', 'agree', 'agree'],
      ['selected', 'selected', 'notApplicable', NA, 'differ'],
      ['selected', 'selected', 'unsaid', 'differ', 'differ'],
      ['selected', 'notApplicable', 'open', 'conflict', 'differ'],
      ['selected', 'notApplicable', 'selected', 'resolve', 'agree'],
      ['selected', 'notApplicable', 'notApplicable', 'agree', 'agree'],
      ['selected', 'notApplicable', 'unsaid', 'agree', 'agree'],

      ['notApplicable', 'open', 'open', 'agree', 'agree'],
      ['notApplicable', 'open', 'selected', 'conflict', 'conflict'],
      ['notApplicable', 'open', 'notApplicable', 'follow-source', 'follow-source'],
      ['notApplicable', 'open', 'unsaid', 'conflict', 'conflict'],
      ['notApplicable', 'selected', 'open', 'conflict', 'differ'],
      ['notApplicable', 'selected', 'selected', 'agree', 'agree'],
      ['notApplicable', 'selected', 'notApplicable', 'resolve', 'agree'],
      ['notApplicable', 'selected', 'unsaid', 'agree', 'agree'],
      ['notApplicable', 'notApplicable', 'open', 'choose UNSELECTED', 'differ'],
      ['notApplicable', 'notApplicable', 'selected', 'choose SELECTED', 'differ'],
      ['notApplicable', 'notApplicable', 'notApplicable', 'agree', 'agree'],
      ['notApplicable', 'notApplicable', 'unsaid', 'differ', 'differ'],
    ];
  const given = (last: PracticeState, practice: PracticeState, jira: Meaning): Given => ({
    synced: agreedOn(last),
    practice,
    issue: ISSUES[jira],
  });

  test.each(table)('last %s, AWS %s, Jira %s: %s', (last, aws, jira, on) => {
    expect(words(compare(given(last, aws, jira)))).toBe(on);
  });
  test.each(table)(
    'without the setting: last %s, AWS %s, Jira %s (with it: %s): %s',
    (last, aws, jira, _on, off) => {
      expect(words(compare({ ...given(last, aws, jira), off: true }))).toBe(off);
    },
  );

  test('the table is complete', () => {
    expect(new Set(table.map(([last, aws, jira]) => [last, aws, jira].join())).size).toBe(3 * 3 * 4);
  });

  /** What a person's decision comes to; a conflict that they settle may not stay one. */
  const SETTLED: Readonly<Record<string, readonly [aws: string, jira: string]>> = {
    'open, selected, notApplicable': ['resolve', NA],
    'open, notApplicable, selected': ['resolve', 'choose SELECTED'],
    'selected, open, notApplicable': ['follow-source', NA],
    'selected, open, unsaid': ['follow-source', 'differ'],
    'selected, notApplicable, open': ['follow-source', 'choose UNSELECTED'],
    'notApplicable, open, selected': ['follow-source', 'choose SELECTED'],
    'notApplicable, open, unsaid': ['follow-source', 'differ'],
    'notApplicable, selected, open': ['follow-source', 'choose UNSELECTED'],
  };
  test.each(table.filter(([, , , on]) => on === 'conflict'))(
    'a person settles last %s, AWS %s, Jira %s',
    (last, aws, jira) => {
      const [awsStays, jiraStays] = SETTLED[[last, aws, jira].join(', ')]!;
      expect(words(compare({ ...given(last, aws, jira), keep: 'aws' }))).toBe(awsStays);
      expect(words(compare({ ...given(last, aws, jira), keep: 'jira' }))).toBe(jiraStays);
    },
  );

  test.each(table)('what fails is as it was, what is done is settled: last %s, AWS %s, Jira %s', (...row) => {
    const [last, aws, jira, on] = row;
    const { memory } = compare(given(last, aws, jira));
    const again = { ...given(last, aws, jira), synced: memory.kept };
    expect(words(compare(again))).toBe(on);
    if (!on.startsWith('choose')) return;
    const chosen = jira === 'unsaid' ? 'open' : jira;
    expect(compare({ ...again, synced: memory.moved, practice: chosen }).kind).toBe('agree');
  });
});

describe('what was not known, or could not be done', () => {
  const DONE_SOMEHOW: Given['synced'] = { review: 'done', jira: 'done', practice: 'selected' };
  const NOT_APPLICABLE: Given['synced'] = { ...DONE_SOMEHOW, practice: 'notApplicable' };
  const table: readonly [words: string, given: Given, expected: string][] = [
    [
      'a link of an earlier version: how its issue was done is not known, so that it says otherwise is for a person',
      { synced: DONE_SOMEHOW, practice: 'selected', issue: DUPLICATE },
      'conflict',
    ],
    [
      'a link of an earlier version, which closed what is not applicable as Done: told, and not taken for an answer',
      { synced: NOT_APPLICABLE, practice: 'notApplicable', issue: DONE },
      'differ',
    ],
    [
      'a link of an earlier version, and AWS alone moved since',
      { synced: DONE_SOMEHOW, practice: 'notApplicable', issue: DONE },
      'resolve',
    ],
    [
      'a link of an earlier version, and both say the same',
      { synced: DONE_SOMEHOW, practice: 'selected', issue: DONE },
      'agree',
    ],
    [
      'the workflow let nothing but Done be set: told again, and not taken for an answer',
      {
        synced: { ...NOT_APPLICABLE, closedAs: closedAs(DONE) },
        practice: 'notApplicable',
        issue: DONE,
      },
      'differ',
    ],
    [
      'reopened by a person and done in another way, AWS as it was',
      {
        synced: { review: 'done', jira: 'open', practice: 'selected' },
        practice: 'selected',
        issue: DUPLICATE,
      },
      NA,
    ],
    [
      'a resolution was set where there was none',
      {
        synced: { ...DONE_SOMEHOW, closedAs: closedAs(CLOSED) },
        practice: 'selected',
        issue: DUPLICATE,
      },
      NA,
    ],
    [
      'the question is not applicable as a whole: resolutions are left alone',
      {
        synced: { ...DONE_SOMEHOW, closedAs: closedAs(DONE) },
        practice: 'selected',
        issue: DUPLICATE,
        applicable: false,
      },
      'agree',
    ],
    [
      'and when it is applicable again, what people changed meanwhile is for a person',
      {
        synced: { review: 'done', jira: 'done', closedAs: closedAs(DONE) },
        practice: 'selected',
        issue: DUPLICATE,
      },
      'conflict',
    ],
    [
      'closed because the question was not applicable, which it is again, with the practice selected',
      {
        synced: { review: 'done', jira: 'done', closedAs: closedAs(DUPLICATE) },
        practice: 'selected',
        issue: DUPLICATE,
      },
      'resolve',
    ],
  ];
  test.each(table)('%s', (_words, given, expected) => expect(words(compare(given))).toBe(expected));

  test('settings that name nothing for "not applicable" leave what is done as it is', () => {
    const resolveSelects: ResolveSelects = {
      implemented: [{ resolutionId: RESOLUTIONS.done.id }],
      notApplicable: [],
    };
    const given: Given = {
      synced: agreedOn('selected'),
      practice: 'notApplicable',
      issue: DONE,
      resolveSelects,
    };
    expect(words(compare(given))).toBe('agree');
    expect(words(compare({ ...given, synced: CREATED }))).toBe('agree');
  });

  test('what is told is told again, and how both were done when they agreed is not forgotten', () => {
    const given: Given = { synced: agreedOn('selected'), practice: 'selected', issue: WONT_DO };
    for (const off of [false, true]) {
      const { memory, ...told } = compare({ ...given, off });
      expect(told).toMatchObject({
        kind: 'differ',
        reason: { code: off ? 'done-anew' : 'meaning-not-set', params: { how: { code: 'resolved-as' } } },
      });
      expect(memory).toEqual({ moved: given.synced, kept: given.synced });
    }
  });
});
