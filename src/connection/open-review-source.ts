/** What handlers use: connections in Forge storage, and a source of reviews by a connection's id. */
import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { kvs } from '@forge/kvs';
import { UpstreamError } from '../upstream-error';
import { createPacer, FORGE_EGRESS } from '../wellarchitected/client/pacer';
import type { ReviewSource } from '../wellarchitected/source';
import { createConnectionStore } from './connection-store';
import { createSource, type Run, type Surroundings } from './create-source';

export const connections = createConnectionStore({ kvs, random: randomBytes, clock: Date });

/** One pacer for the process: Forge counts a runtime's requests, whichever invocation sends them. */
const SURROUNDINGS: Surroundings = {
  pacer: createPacer(FORGE_EGRESS, Date, setTimeout),
  clock: Date,
  sleep: setTimeout,
};

/**
 * Opens the reviews of one Region. Throws `UpstreamError` (code `unknown-connection`, `unknown-region`) before
 * anything is sent; whether AWS lets the app in shows at the first read. The caller has checked that the
 * project may use the connection.
 */
export async function openReviewSource(
  connectionId: string,
  region: string,
  run: Run,
): Promise<ReviewSource> {
  const connection = await connections.get(connectionId);
  const secret = await connections.secret(connectionId);
  if (connection === undefined || secret === undefined) {
    throw new UpstreamError('The AWS connection does not exist any more. Connect the AWS account again.', {
      service: 'aws',
      code: 'unknown-connection',
      retryable: false,
    });
  }
  return createSource({ connection, secret, region, ...run }, SURROUNDINGS);
}
