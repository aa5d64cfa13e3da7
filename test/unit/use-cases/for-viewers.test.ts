/** What of a reason everybody may be told who sees a project. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { because as ofConnection } from '../../../src/connection/reasons';
import { inWords } from '../../../src/in-words';
import { asReason, TEXT, type Param, type Reason } from '../../../src/reason';
import { forViewers } from '../../../src/use-cases/for-viewers';
import { because } from '../../../src/use-cases/reasons';
import { USER_ARN } from '../connection/a-connection';

const ROLE = 'arn:aws:iam::111122223333:role/Backlog';
const SHOWN = '(shown in the connection)';
const NO_KEY = ofConnection('no-access-key');
const OPEN = ofConnection('role-refuses', {
  connection: 'Production',
  roleArn: 'a role of whatever form',
  known: 'yes',
  principalArn: 'a user of whatever form',
  externalId: 'secret',
});

describe('a viewer is told', () => {
  test.each<[string, Reason, Reason]>([
    ['a reason without params', NO_KEY, NO_KEY],
    [
      'nothing of a sentence',
      asReason('It may not.'),
      { code: TEXT, params: { text: because('shown-in-connection') } },
    ],
    [
      'of a new code nothing but the code',
      { code: 'new', params: { x: 'y' } },
      { code: 'new', params: { x: because('shown-in-connection') } },
    ],
    [
      'the same of a code that every object has',
      { code: 'toString', params: { x: 'y' } },
      { code: 'toString', params: { x: because('shown-in-connection') } },
    ],
  ])('%s', (_what, said, told) => {
    expect(forViewers(said)).toEqual(told);
  });

  test('that a role refuses, not which, whom it trusts nor how', () => {
    const words = inWords(forViewers(OPEN));
    expect(words).toMatch(
      /^AWS does not let the connection "Production" assume the role \(shown in the connection\),/,
    );
    expect(words).toContain(`the app's IAM user ${SHOWN}: compare Principal`);
    expect(words).toContain(`compare sts:ExternalId with ${SHOWN}`);
    expect(words).not.toMatch(/whatever form|secret/);
  });

  test('the same of a reason within a reason', () => {
    const said = because('region-says', { connection: 'Production', region: 'eu-west-1', why: OPEN });
    const words = inWords(forViewers(said));
    expect(words).toMatch(/^Production, eu-west-1: AWS does not let/);
    expect(words).not.toMatch(/whatever form|secret/);
  });

  test.each<[string, Param, Param]>([
    ['a name of IAM', ROLE, because('shown-in-connection')],
    ['a text that has one', `${ROLE} refuses.`, '… refuses.'],
    ['a number', 7, 7],
    ['an issue, which is hidden elsewhere', { issueKey: 'WA-7' }, { issueKey: 'WA-7' }],
    ['words of AWS', { quote: `User: ${USER_ARN}`, by: 'aws' }, { quote: 'User: …', by: 'aws' }],
    ['a list', ['eu-west-1', ROLE, NO_KEY], ['eu-west-1', because('shown-in-connection'), NO_KEY]],
  ])('of a param that may be told: %s', (_what, value, told) => {
    expect(forViewers({ code: 'c', params: { shown: value } }, { c: ['shown'] }).params).toEqual({
      shown: told,
    });
  });
});

test.each(['aws-invalid', 'aws-quota', 'aws-denied-because'])(
  "AWS's own words in %s are for admins",
  (code) => {
    const words = { quote: 'whatever AWS says', by: 'aws' } as const;
    const told = forViewers({ code, params: { action: 'GetAnswer', subject: 'a workload', words } });
    expect(JSON.stringify(told)).not.toContain('whatever AWS says');
  },
);

test('no param is told that no table names, whatever else it has', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(names, fc.nat(5), (all, count) => {
      const told = all.slice(0, count);
      const params = Object.fromEntries(all.map((name) => [name, `value of ${name}`]));
      const shown = forViewers({ code: 'c', params }, { c: told }).params;
      expect(Object.keys(shown)).toEqual(Object.keys(params));
      for (const name of all) {
        expect(shown[name]).toEqual(told.includes(name) ? params[name] : because('shown-in-connection'));
      }
    }),
  );
});

test('telling it twice is telling it once', () => {
  expect(forViewers(forViewers(OPEN))).toEqual(forViewers(OPEN));
});
