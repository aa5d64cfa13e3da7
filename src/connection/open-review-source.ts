/** What handlers use: connections and access keys in Forge storage, reviews and answers by a connection's id. */
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { kvs } from '@forge/kvs';
import type { Answers } from '../wellarchitected/answers';
import { parseWorkloadArn } from '../wellarchitected/arn';
import { createPacer, FORGE_EGRESS } from '../wellarchitected/client/pacer';
import type { PageReads } from '../wellarchitected/page-reads';
import type { ReviewSource } from '../wellarchitected/source';
import type { AccessKey } from './access-key';
import { createAccessKeyStore } from './access-key-store';
import { createConnectionStore } from './connection-store';
import { createConnectionAnswers } from './create-answers';
import { createSource, type Run, type SourceOptions } from './create-source';
import { requireDoor } from './door';
import type { Connection } from './model';
import { placeOf } from './permissions';
import { refusal } from './refusal';
import type { Partition } from './regions';
import type { Surroundings } from './surroundings';

export const connections = createConnectionStore({ kvs, random: randomBytes, clock: Date });

export const accessKeys = createAccessKeyStore({ kvs, environment: process.env, clock: Date });

/** One pacer for the process: Forge counts a runtime's requests, whichever invocation sends them. */
export const surroundings: Surroundings = {
  pacer: createPacer(FORGE_EGRESS, Date, setTimeout),
  clock: Date,
  sleep: setTimeout,
};

/**
 * Opens the reviews of one Region. Throws `UpstreamError` (code `unknown-connection`, `no-role`, `unknown-region`,
 * `no-key`, `unusable-key`) before anything is sent; whether AWS lets the app in shows at the first read. The
 * caller has checked that the connection is usable and serves the project.
 */
export async function openReviewSource(
  connectionId: string,
  region: string,
  run: Run,
): Promise<ReviewSource & PageReads> {
  return createSource({ ...(await entranceTo(connectionId, region)), region, ...run }, surroundings);
}

/**
 * Opens the answers of one workload, to read and change them. Promises and throws as `openReviewSource` does, and
 * further the codes `read-only` and `unknown-workload`.
 */
export async function openAnswers(connectionId: string, workloadArn: string, run: Run): Promise<Answers> {
  const workload = parseWorkloadArn(workloadArn);
  if (workload === undefined) {
    throw refusal('unknown-workload', `This is not the ARN of a workload: ${workloadArn}`);
  }
  const entrance = await entranceTo(connectionId, workload.region);
  return createConnectionAnswers({ ...entrance, ...run }, workload, surroundings);
}

async function entranceTo(
  connectionId: string,
  region: string,
): Promise<Pick<SourceOptions, 'connection' | 'key'>> {
  const connection = await connections.get(connectionId);
  if (connection === undefined) {
    const message = 'The AWS connection does not exist any more. Connect the AWS account again.';
    throw refusal('unknown-connection', message);
  }
  requireDoor(connection, region);
  return { connection, key: await keyOf(connection) };
}

/** How the app proves who it is, by kind. */
const KEYS: Readonly<
  Record<Connection['auth']['kind'], (partition: Partition) => Promise<AccessKey | undefined>>
> = { accessKey: (partition) => accessKeys.get(partition) };

async function keyOf(connection: Connection): Promise<AccessKey> {
  const key = await KEYS[connection.auth.kind](placeOf(connection).partition);
  if (key !== undefined) return key;
  throw refusal('no-key', 'The app has no access key for this part of AWS. A Jira admin enters one.');
}
