/** Whether the app may work through a connection. Pure. */
import type { ConnectionState } from '../contract/connections';
import type { Reason } from '../reason';
import type { Connection, RegionTest } from './model';
import { neededActions } from './permissions';
import { because } from './reasons';
import { isRiskAccepted } from './risk';

export interface ConnectionFacts {
  /** The app has an access key for the connection's partition. */
  readonly keyPresent: boolean;
  /** The site lets project admins have connections of their own. */
  readonly projectConnectionsOn: boolean;
}

/**
 * A role that does not insist on its external ID would let anybody in who enters its ARN in another site of the same
 * app (the confused deputy); so the latest tests must show in one Region that it does, and in none that it does not,
 * unless a person accepted the risk of what the connection is. A test that could not find out counts for nothing.
 * Nothing but the code `ready` lets a run begin.
 */
export function connectionState(connection: Connection, facts: ConnectionFacts): ConnectionState {
  const code = codeOf(connection, facts);
  if (code !== 'ready') return { code, reason: because(`connection-${code}`) };
  const found = { failed: [...new Set(connection.tests.flatMap(failedIn))], untried: untriedOf(connection) };
  return { code, reason: reasonOf(found, isClosed(connection) ? 'no' : 'yes'), ...found };
}

function reasonOf(
  { failed, untried }: { readonly failed: readonly string[]; readonly untried: readonly string[] },
  accepted: 'yes' | 'no',
): Reason {
  if (failed.length > 0) {
    return because('connection-ready-in-part', { failed, untried: untried.length, accepted });
  }
  if (untried.length > 0) return because('connection-ready-untried', { untried, accepted });
  return because('connection-ready', { accepted });
}

/** IAM is the same in every Region: what was tried in one is known of the role. */
function untriedOf({ access, tests }: Connection): string[] {
  const checks = tests.flatMap((test) => test.checks);
  const tried = new Set(checks.filter(({ result }) => result !== 'unknown').map(({ what }) => what));
  return neededActions(access).filter((action) => !tried.has(action));
}

function codeOf(connection: Connection, facts: ConnectionFacts): ConnectionState['code'] {
  const { owner, roleArn, tests } = connection;
  if (owner.kind === 'project' && !facts.projectConnectionsOn) return 'switched-off';
  if (roleArn === undefined) return 'no-role';
  if (!facts.keyPresent) return 'no-key';
  if (isRiskAccepted(connection) || isClosed(connection)) return 'ready';
  return tests.some(isOpen) ? 'open-role' : 'untested';
}

/** Some Region's role has refused both probes, and none has let one in. */
export function isClosed({ tests }: Pick<Connection, 'tests'>): boolean {
  return tests.some((test) => probes(test, 'ok').length === PROBES.length) && !tests.some(isOpen);
}

/** A probe was let in. */
export function isOpen(test: RegionTest): boolean {
  return probes(test, 'failed').length > 0;
}

/** Of what the app needs; the probes are of what others must not get. */
function failedIn({ checks }: RegionTest): readonly string[] {
  return checks.filter(({ what, result }) => result === 'failed' && !isProbe(what)).map(({ what }) => what);
}

export function isProbe(what: string): boolean {
  return PROBES.some((probe) => probe === what);
}

const PROBES = ['missing-external-id', 'wrong-external-id'] as const;

function probes({ checks }: RegionTest, result: 'ok' | 'failed'): readonly string[] {
  return PROBES.filter((probe) => checks.some((check) => check.what === probe && check.result === result));
}
