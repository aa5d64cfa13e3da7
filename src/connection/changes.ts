/** What may become of a stored connection. Pure. */
import { atField } from '../problem';
import type { Reason } from '../reason';
import type { ConnectionChange } from './parse-input';
import type { Connection, RegionTest } from './model';
import { partitionProblem } from './partition-problem';
import { isRiskAccepted } from './risk';
import { isClosed, isOpen, isProbe } from './state';

export type Changed =
  | { readonly ok: true; readonly connection: Connection }
  /** Of a field. */
  | { readonly ok: false; readonly problem: Reason };

/**
 * What was tested of the old role does not hold for it, and a risk that was accepted ends where anything is wider.
 * Tests of Regions that the connection no longer covers go too, and all of them where one of those found the role
 * open. Role and Regions must fit each other afterwards.
 */
export function changeConnection(connection: Connection, change: ConnectionChange): Changed {
  const { acceptedRisk, ...rest } = connection;
  const sameRole = change.roleArn === undefined || change.roleArn === connection.roleArn;
  const merged = { ...rest, ...change };
  const problem = partitionProblem(merged);
  if (problem !== undefined) return { ok: false, problem: atField(problem.field, problem.reason) };
  const left = rest.tests.filter(({ region }) => !merged.regions.includes(region));
  const tests = sameRole && !left.some(isOpen) ? rest.tests.filter((test) => !left.includes(test)) : [];
  const after = { ...merged, tests };
  const withRisk = { ...after, ...(acceptedRisk ? { acceptedRisk } : {}) };
  return { ok: true, connection: isRiskAccepted(withRisk) ? withRisk : after };
}

/**
 * The connection as it is now, with the test in place of the Region's earlier one; unchanged where the test is
 * of another role or of a Region that is no longer covered, because a test takes a while. A probe that found
 * nothing out leaves standing what the earlier test had found: being throttled closes nothing. Once everything
 * is found closed, a risk that was accepted is over.
 */
export function recordTest(now: Connection, tested: Connection, test: RegionTest): Connection {
  if (now.roleArn !== tested.roleArn || !now.regions.includes(test.region)) return now;
  const earlier = now.tests.find(({ region }) => region === test.region);
  const others = now.tests.filter(({ region }) => region !== test.region);
  const checks = test.checks.map((check) => standing(check, earlier));
  const after = { ...now, tests: [...others, { ...test, checks }] };
  if (!isClosed(after)) return after;
  const { acceptedRisk, ...closed } = after;
  return closed;
}

type Check = RegionTest['checks'][number];

function standing(check: Check, earlier: RegionTest | undefined): Check {
  if (check.result !== 'unknown' || !isProbe(check.what)) return check;
  const before = earlier?.checks.find(({ what }) => what === check.what);
  return before?.result === 'failed' ? before : check;
}
