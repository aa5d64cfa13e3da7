/** Tests one Region of a connection: whether the app gets in, whether nobody else does, and what it may do. */
import type { Check, ConnectionTest } from '../../contract/connections';
import type { Reason } from '../../reason';
import { shortened } from '../../reason-parts';
import { openTestSession, unknown, type TestSession, type Finding, type TestSubject } from './test-session';
import { requireRole } from '../role-to-assume';
import { accountOf } from '../model';
import { neededActions } from '../permissions';
import type { Region } from '../regions';
import type { AwsPorts } from '../aws-ports';
import { checkActions } from './check-actions';
import { checkAccount, checkList } from './check-account';
import { checkExternalId, checkKey, checkRole } from './check-role';
import { because } from './reasons';

export type { TestSubject } from './test-session';

/**
 * One check each of the key, the role, the two probes of the external ID and every action that the access level needs,
 * in at most one request for each action and nine more without retries and about 20 seconds. `ok`: every check is; in
 * a Region without a workload, every check that can be made there. Writes nothing. Throws `UpstreamError` (code
 * `no-role`, `unknown-region`) for what cannot be tested.
 */
export async function testRegion(
  subject: TestSubject,
  awsPorts: AwsPorts,
): Promise<ConnectionTest & { region: Region }> {
  const { connection, region } = subject;
  const session = openTestSession(subject, requireRole(connection, region), awsPorts);
  const at = new Date(awsPorts.clock.now()).toISOString();
  const { checks, ok } = await checkAll(session);
  return { region, at, ok, checks: checks.map(clipped) };
}

/** Characters of JSON: a connection is stored with the tests of all its Regions, in a value of 240 KiB. */
const REASON_LIMIT = { basic: 900, action: 500 };

export function clipped({ reason, ...check }: Check): Check {
  return { ...check, reason: shortened(reason, isBasic(check) ? REASON_LIMIT.basic : REASON_LIMIT.action) };
}

interface Findings {
  readonly checks: readonly Finding[];
  readonly ok: boolean;
}

async function checkAll(session: TestSession): Promise<Findings> {
  const key = await checkKey(session);
  if (key.result === 'failed') return stopped(session, [key], because('not-tried-key-refused'));
  const { check: role, credentials } = await checkRole(session);
  if (credentials === undefined) {
    return stopped(session, [key, role], because('not-tried-not-in-role'));
  }
  const probes = await checkExternalId(session);
  if (probes.some(({ result }) => result === 'failed') && session.connection.acceptedRisk === undefined) {
    return stopped(session, [key, role, ...probes], because('not-tried-role-open'));
  }
  const { check: list, workloads } = await checkList(session, credentials);
  const before = [key, role, ...probes, list, ...(await checkAccount(session, credentials))];
  if (workloads.length === 0) return stopped(session, before, noWorkload(session, list));
  const checks = [...before, ...(await checkActions(session, workloads))];
  return { checks, ok: allOk(checks) };
}

function noWorkload({ connection, region }: TestSession, { result }: Finding): Reason {
  if (result !== 'ok') return because('not-tried-workload-unknown');
  return because('not-tried-no-workload', { account: accountOf(connection) ?? '', region });
}

/** Every check is there, also those that nothing could be found out for. */
function stopped({ connection }: TestSession, done: readonly Finding[], why: Reason): Findings {
  const all = [...BASIC, ...neededActions(connection.access)];
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
