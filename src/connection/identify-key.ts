/** Whose an access key is: AWS says, nobody types it. */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { z } from 'zod';
import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';
import { translateAwsError } from '../wellarchitected/client/aws-error';
import { createEgress } from '../wellarchitected/client/egress';
import { sdkOptions, type SdkOptions } from '../wellarchitected/client/sdk-options';
import type { AccessKey } from './access-key';
import { because } from './reasons';
import { STS_REGION, type Partition } from './regions';
import type { AwsPorts } from './aws-ports';

export type KeyPair = Pick<AccessKey, 'partition' | 'accessKeyId' | 'secretAccessKey'>;

export interface KeyOwner {
  /** ARN of an IAM user. */
  readonly principalArn: string;
}

/** First try included: a person waits. */
const MAX_ATTEMPTS = 2;

/**
 * The IAM user of the key, by sts:GetCallerIdentity, which needs no permission. Throws `UpstreamError`: AWS does
 * not know the key, the secret is not its own, AWS cannot be reached; code `not-a-user` for a key of anything
 * that is not an IAM user of the partition.
 */
export function identifyKey(key: KeyPair, { maxAttempts }: AwsPorts): Promise<KeyOwner> {
  return identifyKeyIn(key, {
    egress: createEgress(),
    maxAttempts: maxAttempts ?? MAX_ATTEMPTS,
    retryMode: 'standard',
  });
}

const answerSchema = z.object({ Arn: z.string() });

/** The same, asked in a given way. */
export async function identifyKeyIn(
  { partition, accessKeyId, secretAccessKey }: KeyPair,
  options: Omit<SdkOptions, 'region'>,
  abortSignal?: AbortSignal,
): Promise<KeyOwner> {
  const region = STS_REGION[partition];
  const client = new STSClient({
    ...sdkOptions('sts', { ...options, region }),
    credentials: { accessKeyId, secretAccessKey },
  });
  const call = {
    action: 'sts:GetCallerIdentity',
    subject: because('the-access-key', { endsWith: accessKeyId.slice(-4) }),
    region,
  };
  let answer: unknown;
  try {
    answer = await client.send(new GetCallerIdentityCommand(), abortSignal && { abortSignal });
  } catch (error) {
    throw translateAwsError(error, call);
  }
  const { data } = answerSchema.safeParse(answer);
  if (data === undefined) {
    throw failure('unreadable', because('sts-answer-unreadable', { action: call.action }));
  }
  return { principalArn: requireUser(data.Arn, partition) };
}

const USER = /^arn:(aws|aws-us-gov):iam::\d{12}:user\/[\w+=,.@/-]+$/;

function requireUser(arn: string, partition: Partition): string {
  if (USER.exec(arn)?.[1] === partition) return arn;
  throw failure('not-a-user', because('not-a-users-key', { what: whatInstead(arn, partition) }));
}

function whatInstead(arn: string, partition: Partition): Reason {
  if (/:iam::\d{12}:root$/.test(arn)) return because('key-of-root');
  if (arn.includes(':assumed-role/')) return because('key-of-role-session');
  if (arn.includes(':federated-user/')) return because('key-of-federated-session');
  if (USER.test(arn)) return because('key-of-other-partition', { partition });
  return because('key-of-something-else');
}

function failure(code: string, reason: Reason): UpstreamError {
  return new UpstreamError(reason, { service: 'aws', code, retryable: code === 'unreadable' });
}
