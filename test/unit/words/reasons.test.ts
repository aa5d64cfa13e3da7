/** Every reason has words, and the words name what the reason is about and nothing else. */
import { describe, expect, test } from '@jest/globals';
import type { Reason } from '../../../src/reason';
import { english } from '../../../words/en';
import { formatter } from '../../../words/format';
import { sayIn } from '../../../words/say';
import { named } from './said';
import { SAMPLES } from './samples';
import { AWS_OTHERS } from './samples/aws';
import { JIRA_OTHERS } from './samples/jira';
import { DONE_AS, NOT_SELECTED } from './samples/plan';

const say = formatter(english, sayIn('en'));
const samples = Object.entries(SAMPLES);

describe('the words of a reason', () => {
  test.each(samples)('%s', (code, [params, words]) => {
    expect(say({ code, params })).toBe(words);
  });

  test.each(samples)('of %s name its params, and no others', (code, [params]) => {
    expect([...named(english[code]!)].sort()).toEqual(Object.keys(params).sort());
  });

  const others: readonly (readonly [reason: Reason, words: string])[] = [
    [{ code: 'no-parent', params: { parent: 'epic' } }, 'its Epic is missing or must not be written'],
    [
      {
        code: 'moved-apart',
        params: { of: 'children', because: NOT_SELECTED, status: 'Done', edited: 'no' },
      },
      'children and work item both moved, apart: the best practice is not selected, and the work item is "Done". Move the work item or move the children so that they agree.',
    ],
    [
      { code: 'unknown-name', params: { kind: 'question', name: 'q1', known: [], count: 0 } },
      'The review has no question "q1"; it has none.',
    ],
    ...['BUSINESS_PRIORITIES', 'ARCHITECTURE_CONSTRAINTS', 'OTHER'].map(
      (reason): readonly [Reason, string] => [
        { code: 'means-not-applicable', params: { how: DONE_AS, reason } },
        `not applicable (${reason.toLowerCase().replace('_', ' ')})`,
      ],
    ),
    [{ code: 'means-not-applicable', params: { how: DONE_AS, reason: 'false alarm' } }, '(false alarm)'],
    [{ code: 'notes-full', params: { missing: 1 } }, 'needs 1 character more'],
    [
      { code: 'notes-overwritten', params: { by: 'other' } },
      'somebody had taken the Jira status out of the notes in AWS; the Jira status was put back.',
    ],
    [
      {
        code: 'several-done-statuses',
        params: { where: 'elsewhere', project: 'WA', type: 'Epic', statuses: ['A (1)', 'B (2)'] },
      },
      'A space to which work items were moved has several done statuses for work items of the type Epic: A (1), B (2).',
    ],
    [{ code: 'moved-away', params: { project: { quote: 'HR', by: 'jira' } } }, 'moved to space HR,'],
    ...JIRA_OTHERS,
    ...AWS_OTHERS,
  ];

  test.each(others)('%j', (reason, words) => {
    expect(say(reason)).toContain(words);
  });
});

describe('a reason that cannot be worded is told by its code', () => {
  const table: readonly [words: string, reason: Reason][] = [
    ['of another version', { code: 'never-heard-of', params: {} }],
    ['by the name of what every object has', { code: 'toString', params: {} }],
    ['without a param', { code: 'reopened', params: {} }],
  ];
  test.each(table)('%s', (_words, reason) => {
    expect(say(reason)).toBe(reason.code);
  });
});
