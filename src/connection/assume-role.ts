/** Entering the customer's role through AWS STS. */
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { z } from 'zod';
import { UpstreamError } from '../upstream-error';
import type { AwsCredentials } from '../wellarchitected/client/review-source';
import { sdkOptions, type SdkOptions } from '../wellarchitected/client/sdk-options';
import type { AccessKey } from './access-key';
import { translateAssumeRoleError } from './assume-role-error';
import type { RoleToAssume } from './role-to-assume';
import { because } from './reasons';
import { STS_REGION } from './regions';
import { sessionName, sessionPolicy, type Purpose } from './session';

/** STS is asked in `STS_REGION` of the key's partition, wherever the session is used. */
export interface AssumeRoleOptions extends Omit<SdkOptions, 'region'> {
  readonly role: RoleToAssume;
  readonly key: AccessKey;
  readonly site: string;
  readonly runId: string;
  readonly purpose: Purpose;
  /** What a probe sends in place of the connection's own external ID; empty: none at all. */
  readonly probe?: { readonly externalId?: string };
  readonly signal?: AbortSignal;
}

/** Seconds: the least that STS gives, and as long as a Forge invocation can last. */
const DURATION = 900;

const answerSchema = z.object({
  Credentials: z.object({
    AccessKeyId: z.string().min(1),
    SecretAccessKey: z.string().min(1),
    SessionToken: z.string().min(1),
    Expiration: z.date(),
  }),
});

/** Credentials that can do what the purpose says and end after a quarter of an hour. Throws `UpstreamError`. */
export async function assumeRole(options: AssumeRoleOptions): Promise<Required<AwsCredentials>> {
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

async function send(options: AssumeRoleOptions): Promise<unknown> {
  const { role, key, signal } = options;
  const { accessKeyId, secretAccessKey } = key;
  const region = STS_REGION[key.partition];
  const client = new STSClient({
    ...sdkOptions('sts', { ...options, region }),
    credentials: { accessKeyId, secretAccessKey },
  });
  const { externalId } = options.probe ?? role;
  const command = new AssumeRoleCommand({
    RoleArn: role.roleArn,
    RoleSessionName: sessionName(options.site, options.runId),
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
    DurationSeconds: DURATION,
    Policy: sessionPolicy(options.purpose),
  });
  try {
    return await client.send(command, signal && { abortSignal: signal });
  } catch (error) {
    throw translateAssumeRoleError(error, { role, principalArn: key.principalArn, region });
  }
}

function unreadable(): UpstreamError {
  return new UpstreamError(because('sts-answer-unreadable', { action: 'sts:AssumeRole' }), {
    service: 'aws',
    code: 'unreadable',
    retryable: true,
  });
}
