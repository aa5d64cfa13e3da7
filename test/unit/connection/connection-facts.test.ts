/** What of an error about AWS everybody in a project may read. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isConnectionFact, withoutConnectionFacts } from '../../../src/connection/connection-facts';
import { WORKLOAD_ARN, WORKLOAD_ID } from '../wellarchitected/recorded-review';
import { EXTERNAL_ID, USER_ARN } from './a-connection';

const HIDDEN = '…';

describe('goes', () => {
  test.each([
    ['the role', 'arn:aws:iam::111122223333:role/WellArchitectedBacklog'],
    ['a role with a path', 'arn:aws:iam::111122223333:role/team/a/Role+1=x,y.z@w-v'],
    ['the user', USER_ARN],
    ['a whole account', 'arn:aws:iam::111122223333:root'],
    ['the session of a role', 'arn:aws:sts::111122223333:assumed-role/WellArchitectedBacklog/wa-site-run'],
    ['a role in GovCloud', 'arn:aws-us-gov:iam::111122223333:role/Backlog'],
    ['roles by a pattern', 'arn:aws:iam::111122223333:role/*'],
    [
      'a policy of the organization',
      'arn:aws:organizations::111122223333:policy/o-exampleorgid/service_control_policy/p-examplepolicy',
    ],
    ['a policy of AWS', 'arn:aws:iam::aws:policy/ReadOnlyAccess'],
    ['the external id', EXTERNAL_ID],
  ])('%s', (_what, fact) => {
    expect(isConnectionFact(fact)).toBe(true);
    expect(isConnectionFact(`${fact} refuses`)).toBe(false);
    expect(withoutConnectionFacts(fact)).toBe(HIDDEN);
    expect(withoutConnectionFacts(`AWS refused ${fact}. Try again.`)).toBe(
      `AWS refused ${HIDDEN}. Try again.`,
    );
    expect(withoutConnectionFacts(`(${fact}), "${fact}": ${fact}`)).toBe(
      `(${HIDDEN}), "${HIDDEN}": ${HIDDEN}`,
    );
  });

  test('an external id in a condition', () => {
    expect(withoutConnectionFacts(`{"sts:ExternalId":"${EXTERNAL_ID}"}`)).toBe(
      `{"sts:ExternalId":"${HIDDEN}"}`,
    );
  });

  test('the name of a role and its account, whatever the name is', () => {
    const name = fc.stringMatching(/^[\w+=,.@-]{1,60}[\w+=@-]$/);
    fc.assert(
      fc.property(name, fc.stringMatching(/^\d{12}$/), (role, account) => {
        const words = `AWS does not let the app assume the role arn:aws:iam::${account}:role/${role}.`;
        expect(withoutConnectionFacts(words)).toBe(`AWS does not let the app assume the role ${HIDDEN}.`);
      }),
    );
  });
});

describe('stays', () => {
  test.each([
    ['a sentence without any', 'AWS is limiting the rate of wellarchitected:ListAnswers. Try again later.'],
    ['the workload', `AWS does not know workload ${WORKLOAD_ARN}.`],
    ['a workload in GovCloud', WORKLOAD_ARN.replace('arn:aws:', 'arn:aws-us-gov:')],
    ['the id of a workload in a path', `/workloads/${WORKLOAD_ID}/lensReviews`],
    ['a custom lens', `arn:aws:wellarchitected:eu-west-1:111122223333:lens/${WORKLOAD_ID}`],
    ['the action that is missing', 'Add "sts:AssumeRole" and "iam:GetRole".'],
    ['31 hexadecimal digits', EXTERNAL_ID.slice(1)],
    ['33 of them', `${EXTERNAL_ID}0`],
    ['32 in capitals, which the app never makes', 'ABCDEF0123456789ABCDEF0123456789'],
    ['the id of a run', '123e4567-e89b-42d3-a456-426614174000'],
  ])('%s', (_what, words) => {
    expect(withoutConnectionFacts(words)).toBe(words);
    expect(isConnectionFact(words)).toBe(false);
  });
});

test('removing what is removed already changes nothing', () => {
  const words = `User: ${USER_ARN} with ${EXTERNAL_ID} on ${WORKLOAD_ARN}`;
  const once = withoutConnectionFacts(words);
  expect(once).toBe(`User: ${HIDDEN} with ${HIDDEN} on ${WORKLOAD_ARN}`);
  expect(withoutConnectionFacts(once)).toBe(once);
});
