import { describe, expect, test } from '@jest/globals';
import { isAccount } from '../../../src/account-ids';
import { connectionPlace, ERASED, PLAIN_PLACES } from '../../../src/accounts/places';

const ONE = '712020:f58131cb-b67d-43c7-b30d-6b58d40bd077';
const OTHER = '5b10ac8d82e05b22cc7d4ef5';
const isErased = (accountId: string) => accountId === ONE;
const [links, runs, settings] = PLAIN_PLACES;

test.each([
  [ONE, true],
  [OTHER, true],
  ['erased', false],
  ['10002', false],
  ['a text that somebody entered', false],
])('%s is an account: %s', (text, is) => {
  expect(isAccount(text)).toBe(is);
});

describe('of an account that was closed nothing stays', () => {
  const field = (value: unknown) => ({ issueTypeId: '1', fieldId: 'customfield_1', value });
  test.each<[string, typeof links | typeof connectionPlace, object, object]>([
    ['a link', links, { linkedBy: ONE }, { linkedBy: ERASED }],
    [
      'a link that ended',
      links,
      { linkedBy: OTHER, ended: { reason: 'unlinked', at: 'then', by: ONE } },
      { linkedBy: OTHER, ended: { reason: 'unlinked', at: 'then', by: ERASED } },
    ],
    ['a run that ended', runs, { state: 'done', startedBy: ONE }, { state: 'done', startedBy: ERASED }],
    ['a field of one person', settings, { scope: 'all', fieldValues: [field(ONE)] }, { scope: 'all' }],
    [
      'a field of several',
      settings,
      { fieldValues: [field([ONE, OTHER])] },
      { fieldValues: [field([OTHER])] },
    ],
    ['a connection', connectionPlace, { createdBy: ONE }, { createdBy: ERASED }],
    [
      'an accepted risk',
      connectionPlace,
      { createdBy: OTHER, acceptedRisk: { by: ONE, at: 'then', words: 'why' } },
      { createdBy: OTHER, acceptedRisk: { by: ERASED, at: 'then', words: 'why' } },
    ],
  ])('in %s', (_, place, stored, left) => {
    expect(place?.accountsIn(stored as never)).toContain(ONE);
    expect(place?.without(stored as never, isErased)).toEqual(left);
    expect(place?.accountsIn(left as never)).not.toContain(ONE);
  });

  test('but a run under way is left to its invocation', () => {
    expect(runs?.without({ state: 'running', startedBy: ONE }, isErased)).toBeUndefined();
  });
});
