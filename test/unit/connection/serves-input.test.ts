import { describe, expect, test } from '@jest/globals';
import { riskWordsSchema, servesSchema } from '../../../src/connection/parse-input';
import { problems } from './problems';

describe('the words in which a risk is accepted', () => {
  test('are kept, blanks and lines as single spaces', () => {
    expect(riskWordsSchema.parse('  The account holds\n nothing   but examples. ')).toBe(
      'The account holds nothing but examples.',
    );
  });

  test.each([20, 500])('may have %d characters', (length) =>
    expect(riskWordsSchema.parse('x'.repeat(length))).toHaveLength(length),
  );

  test.each<[string, unknown, RegExp]>([
    ['too few', 'x'.repeat(19), /20 to 500 characters/],
    ['too many', 'x'.repeat(501), /at most 500/],
    ['far too many', 'x'.repeat(1_000_000), /at most 500/],
    ['only spaces', ' '.repeat(50), /20 to 500 characters/],
    ['few, drawn out with spaces', `ok${' '.repeat(30)}`, /20 to 500 characters/],
    ['invisible', '\u200b'.repeat(50), /cannot be seen/],
    ['with a mark that reorders', `The account \u202e holds only examples.`, /cannot be seen/],
    ['none', undefined, /20 to 500 characters/],
  ])('are refused if they are %s', (_what, words, message) => {
    expect(problems(riskWordsSchema, words)).toEqual([expect.stringMatching(message)]);
  });
});

describe('whom a connection is to serve', () => {
  const arn = (number: number, region = 'eu-west-1') =>
    `arn:aws:wellarchitected:${region}:111122223333:workload/${number.toString(16).padStart(32, '0')}`;

  test.each<[string, unknown]>([
    ['nobody', []],
    ['a project', [{ projectKey: 'WA' }]],
    [
      'two projects, one with named workloads',
      [{ projectKey: 'WA' }, { projectKey: 'OPS_2', workloadArns: [arn(1), arn(2)] }],
    ],
    [
      'a workload of GovCloud',
      [{ projectKey: 'WA', workloadArns: [arn(1, 'us-gov-west-1').replace('arn:aws:', 'arn:aws-us-gov:')] }],
    ],
  ])('may be %s', (_what, served) => expect(servesSchema.parse(served)).toEqual(served));

  test.each<[string, unknown, RegExp]>([
    ['no list', 'WA', /^: Send the list/],
    [
      'a project that is no key',
      [{ projectKey: 'WA' }, { projectKey: 'wa b' }],
      /^1\.projectKey: Enter a space key/,
    ],
    ['a project by its id', [{ projectId: '10001' }], /projectKey/],
    ['a project twice', [{ projectKey: 'WA' }, { projectKey: 'WA' }], /^: Name each space only once/],
    [
      'an empty list of workloads',
      [{ projectKey: 'WA', workloadArns: [] }],
      /^0\.workloadArns: Name at least one workload, or leave/,
    ],
    [
      'a workload twice',
      [{ projectKey: 'WA', workloadArns: [arn(1), arn(1)] }],
      /^0\.workloadArns: Name each one only once/,
    ],
    [
      'a workload by its id',
      [{ projectKey: 'WA', workloadArns: ['1'.repeat(32)] }],
      /^0\.workloadArns\.0: Enter the ARN/,
    ],
    [
      'every workload by a wildcard',
      [{ projectKey: 'WA', workloadArns: ['arn:aws:wellarchitected:eu-west-1:111122223333:workload/*'] }],
      /^0\.workloadArns\.0: Enter the ARN/,
    ],
    [
      'a workload of a Region that does not exist',
      [{ projectKey: 'WA', workloadArns: [arn(1, 'mars-1')] }],
      /^0\.workloadArns\.0: Enter the ARN/,
    ],
    [
      'a workload of another partition than its Region',
      [{ projectKey: 'WA', workloadArns: [arn(1, 'us-gov-west-1')] }],
      /^0\.workloadArns\.0: Enter the ARN/,
    ],
    [
      'more projects than a connection takes',
      Array.from({ length: 101 }, (_, n) => ({ projectKey: `P${n}` })),
      /^: Name at most 100 spaces/,
    ],
    [
      'more workloads than a connection takes',
      [1, 2].map((n) => ({
        projectKey: `P${n}`,
        workloadArns: Array.from({ length: 151 }, (_, i) => arn(i)),
      })),
      /^: Name at most 300 workloads/,
    ],
  ])('is not %s', (_what, served, message) => {
    expect(problems(servesSchema, served)).toContainEqual(expect.stringMatching(message));
  });
});
