/** What the app reaches of AWS through its connections, by their ids. */
import type { ConnectionTest } from '../contract/connections';
import type { Answers } from '../wellarchitected/answers';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { Milestones } from '../wellarchitected/milestones';
import type { PageReads } from '../wellarchitected/page-reads';
import type { ReviewSource } from '../wellarchitected/source';
import type { AccessKey } from './access-key';
import type { AccessKeyStore } from './access-key-store';
import type { AwsPorts } from './aws-ports';
import { testRegion, type TestSubject } from './checks/test-region';
import type { ConnectionStore } from './connection-store';
import { createConnectionAnswers } from './create-answers';
import { createSource, type Run, type SourceOptions } from './create-source';
import { requireRole } from './role-to-assume';
import { identifyKey, type KeyOwner, type KeyPair } from './identify-key';
import type { Connection } from './model';
import { arnScopeOf } from './permissions';
import { createPrincipals, type Principals } from './principals';
import { because } from './reasons';
import { refusal } from './refusal';
import type { Partition, Region } from './regions';

export interface AwsAccess extends Principals {
  /**
   * Opens the reviews of one Region. Throws `UpstreamError` (code `unknown-connection`, `no-role`,
   * `unknown-region`, `no-key`, `unusable-key`) before anything is sent; whether AWS lets the app in shows at the
   * first read. The caller has checked that the connection is usable and serves the project.
   */
  openReviews(connectionId: string, region: string, run: Run): Promise<ReviewSource & PageReads & Milestones>;

  /**
   * Opens the answers of one workload, to read and change them. Promises and throws as `openReviews` does, and
   * further the codes `read-only` and `unknown-workload`.
   */
  openAnswers(connectionId: string, workloadArn: string, run: Run): Promise<Answers>;

  /** See identify-key.ts. */
  identifyKey(key: KeyPair): Promise<KeyOwner>;

  /** See checks/test-region.ts. */
  testRegion(subject: Omit<TestSubject, 'random'>): Promise<ConnectionTest & { region: Region }>;
}

export interface AwsAccessOptions {
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly accessKeys: Pick<AccessKeyStore, 'get'>;
  /** That many bytes of cryptographic randomness. */
  readonly random: (bytes: number) => Uint8Array;
  readonly awsPorts: AwsPorts;
}

export function createAwsAccess({ connections, accessKeys, random, awsPorts }: AwsAccessOptions): AwsAccess {
  async function entranceTo(
    connectionId: string,
    region: string,
  ): Promise<Pick<SourceOptions, 'connection' | 'key'>> {
    const connection = await connections.get(connectionId);
    if (connection === undefined) throw refusal('unknown-connection', because('connection-gone'));
    requireRole(connection, region);
    return { connection, key: await keyOf(connection, accessKeys) };
  }

  const identify = (key: KeyPair) => identifyKey(key, awsPorts);
  return {
    ...createPrincipals(identify),
    identifyKey: identify,
    testRegion: (subject) => testRegion({ ...subject, random }, awsPorts),
    async openReviews(connectionId, region, run) {
      return createSource({ ...(await entranceTo(connectionId, region)), region, ...run }, awsPorts);
    },
    async openAnswers(connectionId, workloadArn, run) {
      const workload = parseWorkloadArn(workloadArn);
      if (workload === undefined) {
        throw refusal('unknown-workload', because('arn-of-no-workload', { arn: workloadArn }));
      }
      const entrance = await entranceTo(connectionId, workload.region);
      return createConnectionAnswers({ ...entrance, ...run }, workload, awsPorts);
    },
  };
}

/** How the app proves who it is, by kind. */
const KEYS: Readonly<
  Record<
    Connection['auth']['kind'],
    (partition: Partition, accessKeys: Pick<AccessKeyStore, 'get'>) => Promise<AccessKey | undefined>
  >
> = { accessKey: (partition, accessKeys) => accessKeys.get(partition) };

async function keyOf(connection: Connection, accessKeys: Pick<AccessKeyStore, 'get'>): Promise<AccessKey> {
  const key = await KEYS[connection.auth.kind](arnScopeOf(connection).partition, accessKeys);
  if (key !== undefined) return key;
  throw refusal('no-key', because('no-access-key'));
}
