import { afterConnectionTest, type AfterConnectionTestPorts } from '../../automatic/after-connection-test';
import type { AccessKeyStore } from '../../connection/access-key-store';
import { because as tell } from '../../audit/reasons';
import type { AuditPorts } from '../../audit/record';
import type { AwsAccess } from '../../connection/aws-access';
import { recordTest } from '../../connection/changes';
import type { ConnectionStore } from '../../connection/connection-store';
import type { Connection } from '../../connection/model';
import { because as ofConnection } from '../../connection/reasons';
import type { Region } from '../../connection/regions';
import { changeOwn, connectionOf, refuseSwitchedOff } from '../../connection/rules';
import { accessKeyOf } from '../../connection/state-now';
import type { ConnectionTest } from '../../contract';
import { atField } from '../../problem';
import type { Reason } from '../../reason';
import { Refusal } from '../../refusal';
import type { SiteSettingsStore } from '../../settings/site-settings';
import type { Caller, ProjectCaller } from '../caller';
import { because } from '../reasons';
import { ownerOf, type ConnectionRef } from './owner';
import { recordConnection } from './record';

export interface TestConnectionPorts extends AuditPorts, AfterConnectionTestPorts {
  readonly connections: Pick<ConnectionStore, 'get' | 'change'>;
  readonly siteSettings: Pick<SiteSettingsStore, 'load'>;
  readonly accessKeys: Pick<AccessKeyStore, 'get'>;
  readonly aws: Pick<AwsAccess, 'testRegion'>;
}

/**
 * Tests one Region and stores what was found; a run uses the connection only while the role is closed to others. Where
 * it is in order, what failed there in automatic mode is tried again.
 */
export async function testConnection(
  { connectionId, region }: ConnectionRef & { readonly region: string },
  caller: Caller | ProjectCaller,
  ports: TestConnectionPorts,
): Promise<ConnectionTest> {
  const owner = ownerOf(caller);
  await refuseSwitchedOff(owner, ports);
  const connection = await connectionOf(owner, connectionId, ports);
  const covered = coveredRegion(connection, region);
  const key = await accessKeyOf(connection, ports);
  if (!key) throw new Refusal('conflict', ofConnection('no-access-key'));
  const test = await ports.aws.testRegion({ connection, key, region: covered, site: caller.site });
  const recorded = (now: Connection) => recordTest(now, connection, test);
  const { after } = await changeOwn(owner, connectionId, recorded, ports);
  await recordConnection(caller, after, 'tested', verdictOf(covered, test), ports);
  if (test.ok) await afterConnectionTest({ connectionId, region }, caller.site, ports);
  return { ...test, checks: [...test.checks] };
}

function coveredRegion({ name, regions }: Connection, region: string): Region {
  const covered = regions.find((known) => known === region);
  if (covered !== undefined) return covered;
  const problem = because('regions-of-connection', { connection: name, regions });
  throw new Refusal('invalid', atField('region', problem));
}

function verdictOf(region: Region, { checks }: ConnectionTest): Reason {
  const failed = checks.filter(({ result }) => result === 'failed').map(({ what }) => what);
  return tell('region-tested', { region, failed, count: failed.length });
}
