/** For what a person answered when they accepted the risk of an open role. Pure. */
import type { RiskShown } from '../contract/connections';
import type { Connection } from './model';

/** When the connection was tested last; undefined: never. ISO 8601 sorts as time. */
export function testedAt({ tests }: Pick<Connection, 'tests'>): string | undefined {
  return tests
    .map(({ at }) => at)
    .sort()
    .at(-1);
}

/** Whether the connection is still what was shown: role, access, Regions, and no test since. */
export function isAsShown(connection: Connection, shown: RiskShown): boolean {
  return (
    connection.roleArn === shown.roleArn &&
    connection.access === shown.access &&
    connection.regions.length === shown.regions.length &&
    connection.regions.every((region) => shown.regions.includes(region)) &&
    testedAt(connection) === shown.testedAt
  );
}

/** Whether a risk was accepted, and of no less than the connection is now: the same role, access and Regions within it. */
export function isRiskAccepted({
  acceptedRisk,
  roleArn,
  access,
  regions,
}: Pick<Connection, 'acceptedRisk' | 'roleArn' | 'access' | 'regions'>): boolean {
  if (acceptedRisk === undefined || roleArn === undefined) return false;
  const { of } = acceptedRisk;
  const isNoWider = access === 'read-only' || of.access === 'read-write';
  return of.roleArn === roleArn && isNoWider && regions.every((region) => of.regions.includes(region));
}
