/** Credentials of the customer's role, from AWS STS: kept in memory for one run, never stored. */
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { z } from 'zod';
import { UpstreamError } from '../upstream-error';
import type { AwsCredentials } from '../wellarchitected/client/review-source';
import { sdkOptions, type SdkOptions } from '../wellarchitected/client/sdk-options';
import { translateAssumeRoleError } from './assume-role-error';
import type { Connection, ConnectionSecret } from './model';
import { sessionName, sessionPolicy } from './session';

export interface CredentialOptions extends SdkOptions {
  readonly connection: Connection;
  readonly secret: ConnectionSecret;
  readonly site: string;
  readonly runId: string;
  /** Narrows the session to one workload; without it the session can only list workloads. */
  readonly workloadArn?: string;
  readonly clock: { now(): number };
}

/** Seconds: the least that STS gives, and as long as a Forge invocation can last. */
const DURATION = 900;

/** Milliseconds before the end at which credentials count as used up. */
const MARGIN = 60_000;

/**
 * A provider that asks STS when it has no credentials or they are near their end; callers at the same time
 * share one request. Throws `UpstreamError`; a failure is not remembered.
 */
export function temporaryCredentials(options: CredentialOptions): () => Promise<AwsCredentials> {
  let current: Promise<AwsCredentials> | undefined;
  let usableUntil = 0;

  async function renew(): Promise<AwsCredentials> {
    try {
      const credentials = await assumeRole(options);
      usableUntil = credentials.expiration.getTime() - MARGIN;
      return credentials;
    } catch (error) {
      current = undefined;
      throw error;
    }
  }

  return () => {
    if (current === undefined || options.clock.now() >= usableUntil) {
      usableUntil = Number.POSITIVE_INFINITY;
      current = renew();
    }
    return current;
  };
}

const answerSchema = z.object({
  Credentials: z.object({
    AccessKeyId: z.string().min(1),
    SecretAccessKey: z.string().min(1),
    SessionToken: z.string().min(1),
    Expiration: z.date(),
  }),
});

async function assumeRole(options: CredentialOptions): Promise<Required<AwsCredentials>> {
  const { data } = answerSchema.safeParse(await send(options));
  // Nothing of the answer is quoted: it holds secrets.
  if (data === undefined) throw unreadable();
  const { Credentials } = data;
  return {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretAccessKey,
    sessionToken: Credentials.SessionToken,
    expiration: Credentials.Expiration,
  };
}

function unreadable(): UpstreamError {
  return new UpstreamError('The answer to sts:AssumeRole is not what AWS documents. Try again.', {
    service: 'aws',
    code: 'unreadable',
    retryable: true,
  });
}

async function send(options: CredentialOptions): Promise<unknown> {
  const { connection, secret, region } = options;
  const { accessKeyId } = connection.auth;
  const client = new STSClient({
    ...sdkOptions('sts', options),
    credentials: { accessKeyId, secretAccessKey: secret.secretAccessKey },
  });
  const command = new AssumeRoleCommand({
    RoleArn: connection.roleArn,
    RoleSessionName: sessionName(options.site, options.runId),
    ExternalId: connection.externalId,
    DurationSeconds: DURATION,
    Policy: sessionPolicy(options.workloadArn),
  });
  try {
    return await client.send(command);
  } catch (error) {
    throw translateAssumeRoleError(error, connection, region);
  }
}
