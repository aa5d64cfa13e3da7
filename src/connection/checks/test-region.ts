/** Tests one Region of a connection: whether the app gets in, whether nobody else does, and what it may do. */
import type { Check, ConnectionTest } from '../../contract/connections';
import { inWords } from '../../in-words';
import type { Reason } from '../../reason';
import { truncate } from '../../truncate';
import { ACCOUNT_ACTIONS } from '../../wellarchitected/actions';
import { openBench, unknown, type Bench, type Finding, type TestSubject } from './bench';
import { requireDoor } from '../door';
import { accountOf } from '../model';
import type { Region } from '../regions';
import type { AwsPorts } from '../aws-ports';
import { checkActions, workloadActions } from './check-actions';
import { checkList, checkSettings } from './check-account';
import { checkExternalId, checkKey, checkRole } from './check-role';
import { because } from './reasons';

export type { TestSubject } from './bench';

/**
 * One check each of the key, the role, the two probes of the external ID and every action that the access level
 * needs, in at most 18 requests without retries and about 20 seconds. `ok`: every check is; in a Region without a
 * workload, every check that can be made there. Writes nothing. Throws `UpstreamError` (code `no-role`,
 * `unknown-region`) for what cannot be tested.
 */
export async function testRegion(
  subject: TestSubject,
  awsPorts: AwsPorts,
): Promise<ConnectionTest & { region: Region }> {
  const { connection, region } = subject;
  const bench = openBench(subject, requireDoor(connection, region), awsPorts);
  const at = new Date(awsPorts.clock.now()).toISOString();
  const { checks, ok } = await checkAll(bench);
  return { region, at, ok, checks: checks.map(worded).map(clipped) };
}

/** A connection is stored with the words of its tests, and the contract has them too. */
function worded({ reason, ...check }: Finding): Check {
  return { ...check, message: inWords(reason) };
}

/** Characters: a connection is stored with the tests of all its Regions, in a value of 240 KiB. */
const MESSAGE_LIMIT = { basic: 900, action: 500 };

export function clipped({ message, ...check }: Check): Check {
  return {
    ...check,
    message: truncate(message, isBasic(check) ? MESSAGE_LIMIT.basic : MESSAGE_LIMIT.action),
  };
}

interface Findings {
  readonly checks: readonly Finding[];
  readonly ok: boolean;
}

async function checkAll(bench: Bench): Promise<Findings> {
  const key = await checkKey(bench);
  if (key.result === 'failed') return stopped(bench, [key], because('not-tried-key-refused'));
  const { check: role, credentials } = await checkRole(bench);
  if (credentials === undefined) {
    return stopped(bench, [key, role], because('not-tried-not-in-role'));
  }
  const probes = await checkExternalId(bench);
  if (probes.some(({ result }) => result === 'failed') && bench.connection.acceptedRisk === undefined) {
    return stopped(bench, [key, role, ...probes], because('not-tried-role-open'));
  }
  const { check: list, workloads } = await checkList(bench, credentials);
  const settings = await checkSettings(bench, credentials);
  const before = [key, role, ...probes, list, settings];
  if (workloads.length === 0) return stopped(bench, before, noWorkload(bench, list));
  const checks = [...before, ...(await checkActions(bench, workloads))];
  return { checks, ok: allOk(checks) };
}

function noWorkload({ connection, region }: Bench, { result }: Finding): Reason {
  if (result !== 'ok') return because('not-tried-workload-unknown');
  return because('not-tried-no-workload', { account: accountOf(connection) ?? '', region });
}

/** Every check is there, also those that nothing could be found out for. */
function stopped({ connection }: Bench, done: readonly Finding[], why: Reason): Findings {
  const all = [...BASIC, ...ACCOUNT_ACTIONS, ...workloadActions(connection.access)];
  const rest = all.slice(done.length).map((what) => unknown(what, why));
  return { checks: [...done, ...rest], ok: allOk(done) };
}

const BASIC = ['key', 'role', 'missing-external-id', 'wrong-external-id'] as const;

function allOk(checks: readonly Finding[]): boolean {
  return checks.every(({ result }) => result === 'ok');
}

function isBasic({ what }: Pick<Check, 'what'>): boolean {
  return BASIC.some((known) => known === what);
}
