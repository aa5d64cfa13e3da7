import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ConnectionState } from '../../../src/contract/connections';
import type { Connection, RegionTest } from '../../../src/connection/model';
import { neededActions } from '../../../src/connection/permissions';
import { connectionState as standingOf, type ConnectionFacts } from '../../../src/connection/state';
import { inWords } from '../../../src/in-words';
import { asReason } from '../../../src/reason';
import { accepted, CONNECTION, probed, withoutRole } from './a-connection';

const ALL_WELL: ConnectionFacts = { keyPresent: true, projectConnectionsOn: true };
const NO_KEY = { ...ALL_WELL, keyPresent: false };
const SWITCHED_OFF = { ...ALL_WELL, projectConnectionsOn: false };
const RISK = accepted();

const tested = (...tests: RegionTest[]): Connection => ({ ...CONNECTION, tests });
const closed = tested(probed('eu-west-1', 'ok', 'ok'));
const open = tested(probed('eu-west-1', 'failed', 'ok'));
const ofProject = (connection: Connection): Connection => ({
  ...connection,
  owner: { kind: 'project', projectId: '10001' },
});

function connectionState(connection: Connection, facts: ConnectionFacts) {
  const { code, reason } = standingOf(connection, facts);
  return { code, message: inWords(reason) };
}

describe('the state of a connection', () => {
  test.each<[string, Connection, ConnectionFacts, ConnectionState['code']]>([
    ['no role is entered', withoutRole(CONNECTION), ALL_WELL, 'no-role'],
    ['neither a role nor a key', withoutRole(CONNECTION), NO_KEY, 'no-role'],
    ['a role, but no key', closed, NO_KEY, 'no-key'],
    ['nothing was tested', CONNECTION, ALL_WELL, 'untested'],
    ['the role refuses a missing and a wrong external ID', closed, ALL_WELL, 'ready'],
    ['it takes a missing one', open, ALL_WELL, 'open-role'],
    ['it takes a wrong one', tested(probed('eu-west-1', 'ok', 'failed')), ALL_WELL, 'open-role'],
    ['one probe found nothing out', tested(probed('eu-west-1', 'ok', 'unknown')), ALL_WELL, 'untested'],
    ['the other found nothing out', tested(probed('eu-west-1', 'unknown', 'ok')), ALL_WELL, 'untested'],
    ['neither found anything out', tested(probed('eu-west-1', 'unknown', 'unknown')), ALL_WELL, 'untested'],
    [
      'each probe found something out in another Region',
      tested(probed('eu-west-1', 'ok', 'unknown'), probed('us-east-1', 'unknown', 'ok')),
      ALL_WELL,
      'untested',
    ],
    [
      'closed in one Region, nothing found out in the other',
      tested(probed('eu-west-1', 'ok', 'ok'), probed('us-east-1', 'unknown', 'unknown')),
      ALL_WELL,
      'ready',
    ],
    [
      'closed in one Region, open in the other',
      tested(probed('eu-west-1', 'ok', 'ok'), probed('us-east-1', 'ok', 'failed')),
      ALL_WELL,
      'open-role',
    ],
    ['open, and a person accepted the risk', { ...open, acceptedRisk: RISK }, ALL_WELL, 'ready'],
    ['untested, and a person accepted the risk', { ...CONNECTION, acceptedRisk: RISK }, ALL_WELL, 'ready'],
    [
      'the risk of another role accepted',
      { ...open, acceptedRisk: accepted({ roleArn: 'arn:aws:iam::111122223333:role/another' }) },
      ALL_WELL,
      'open-role',
    ],
    [
      'the risk of reading accepted, and it writes',
      { ...open, acceptedRisk: accepted({ access: 'read-only' }) },
      ALL_WELL,
      'open-role',
    ],
    [
      'the risk of writing accepted, and it reads',
      { ...open, access: 'read-only', acceptedRisk: RISK },
      ALL_WELL,
      'ready',
    ],
    [
      'the risk of one Region accepted, and it covers two',
      { ...open, acceptedRisk: accepted({ regions: ['eu-west-1'] }) },
      ALL_WELL,
      'open-role',
    ],
    ['the risk accepted, but no key', { ...open, acceptedRisk: RISK }, NO_KEY, 'no-key'],
    ['the risk accepted, but no role', withoutRole({ ...open, acceptedRisk: RISK }), ALL_WELL, 'no-role'],
    ['of a project, all well', ofProject(closed), ALL_WELL, 'ready'],
    ['of a project, this kind switched off', ofProject(closed), SWITCHED_OFF, 'switched-off'],
    [
      'of a project, switched off, the risk accepted',
      ofProject({ ...open, acceptedRisk: RISK }),
      SWITCHED_OFF,
      'switched-off',
    ],
    ['of the site, connections of projects switched off', closed, SWITCHED_OFF, 'ready'],
    [
      'a test without probes: the role could not be entered',
      tested({ ...probed('eu-west-1', 'ok', 'ok'), checks: [] }),
      ALL_WELL,
      'untested',
    ],
  ])('%s', (_what, connection, facts, code) => {
    const state = connectionState(connection, facts);
    expect(state.code).toBe(code);
    expect(state.message).toMatch(/\.$/);
  });

  test('says that a risk was accepted where it was', () => {
    expect(connectionState({ ...open, acceptedRisk: RISK }, ALL_WELL).message).toMatch(/risk .* accepted/);
    expect(connectionState(closed, ALL_WELL).message).not.toMatch(/risk/);
  });

  test('says what the last test found missing, and is used all the same', () => {
    const probes = probed('eu-west-1', 'ok', 'ok');
    const denied = {
      what: 'wellarchitected:ListAnswers',
      result: 'failed',
      reason: asReason('denied'),
    } as const;
    const lacking = tested({ ...probes, checks: [...probes.checks, denied] });
    expect(connectionState(lacking, ALL_WELL)).toMatchObject({
      code: 'ready',
      message: expect.stringContaining(
        'gets in through this connection, but its last test failed for wellarchitected:ListAnswers.',
      ),
    });
    expect(connectionState(closed, ALL_WELL).message).not.toMatch(/test failed/);
  });

  describe('says what no test could try', () => {
    const NEEDED = neededActions('read-write');
    const found = (results: Readonly<Record<string, 'ok' | 'failed' | 'unknown'>>) => {
      const probes = probed('eu-west-1', 'ok', 'ok');
      const reason = asReason('as it was');
      const checks = Object.entries(results).map(([what, result]) => ({ what, result, reason }));
      return { ...probes, checks: [...probes.checks, ...checks] };
    };
    const all = (result: 'ok' | 'unknown') => Object.fromEntries(NEEDED.map((what) => [what, result]));
    const LIST = 'wellarchitected:ListAnswers';

    test.each<[string, RegionTest[], readonly string[], RegExp]>([
      ['all was tried', [found(all('ok'))], [], /^The app works through this connection\.$/],
      [
        'one action was not',
        [found({ ...all('ok'), [LIST]: 'unknown' })],
        [LIST],
        /could try \S+ListAnswers\./,
      ],
      ['nothing was', [found(all('unknown'))], NEEDED, /nobody knows yet/],
      ['an earlier version did not know the action', [found({})], NEEDED, /nobody knows yet/],
      [
        'another Region has tried it',
        [found(all('unknown')), { ...found(all('ok')), region: 'us-east-1' }],
        [],
        /^The app works/,
      ],
      [
        'something else failed',
        [found({ ...all('unknown'), [LIST]: 'failed' })],
        NEEDED.filter((action) => action !== LIST),
        /failed for \S+ListAnswers\..* 8 actions were not tried\./,
      ],
    ])('%s', (_what, tests, untried, message) => {
      const state = standingOf(tested(...tests), ALL_WELL);
      expect(state).toMatchObject({ code: 'ready', untried });
      expect(inWords(state.reason)).toMatch(message);
    });

    test('a connection that only reads needs no right to write', () => {
      const { untried } = standingOf({ ...tested(found({})), access: 'read-only' }, ALL_WELL);
      expect(untried).toEqual(NEEDED.filter((action) => !/:(GetAnswer|UpdateAnswer)$/.test(action)));
    });

    test('a risk that was accepted before any test says nothing of what works', () => {
      expect(standingOf({ ...CONNECTION, acceptedRisk: RISK }, ALL_WELL).untried).toEqual(NEEDED);
    });
  });

  test('is never ready while any Region shows an open role that nobody accepted', () => {
    const result = fc.constantFrom('ok', 'failed', 'unknown' as const);
    const tests = fc.uniqueArray(
      fc.tuple(fc.constantFrom('eu-west-1', 'us-east-1', 'sa-east-1' as const), result, result),
      { selector: ([region]) => region },
    );
    fc.assert(
      fc.property(tests, (probes) => {
        const connection = tested(
          ...probes.map(([region, missing, wrong]) => probed(region, missing, wrong)),
        );
        const anyOpen = probes.some(([, missing, wrong]) => missing === 'failed' || wrong === 'failed');
        const anyClosed = probes.some(([, missing, wrong]) => missing === 'ok' && wrong === 'ok');
        const ready = connectionState(connection, ALL_WELL).code === 'ready';
        expect(ready).toBe(anyClosed && !anyOpen);
      }),
    );
  });
});
