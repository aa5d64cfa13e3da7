/** Whose an access key is: AWS says, nobody types it. */
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { z } from 'zod';
import { UpstreamError } from '../upstream-error';
import { translateAwsError } from '../wellarchitected/client/aws-error';
import { createEgress } from '../wellarchitected/client/egress';
import { sdkOptions, type SdkOptions } from '../wellarchitected/client/sdk-options';
import type { AccessKey } from './access-key';
import { HOME_REGION, type Partition } from './regions';
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
export function identifyKey(key: KeyPair, { pacer, maxAttempts }: AwsPorts): Promise<KeyOwner> {
  return identifyKeyIn(key, {
    region: HOME_REGION[key.partition],
    egress: createEgress(pacer),
    maxAttempts: maxAttempts ?? MAX_ATTEMPTS,
    retryMode: 'standard',
  });
}

const answerSchema = z.object({ Arn: z.string() });

/** The same through the STS of a given Region. */
export async function identifyKeyIn(
  { partition, accessKeyId, secretAccessKey }: KeyPair,
  options: SdkOptions,
  abortSignal?: AbortSignal,
): Promise<KeyOwner> {
  const client = new STSClient({
    ...sdkOptions('sts', options),
    credentials: { accessKeyId, secretAccessKey },
  });
  const call = {
    action: 'sts:GetCallerIdentity',
    subject: `the access key ending ${accessKeyId.slice(-4)}`,
    region: options.region,
  };
  let answer: unknown;
  try {
    answer = await client.send(new GetCallerIdentityCommand(), abortSignal && { abortSignal });
  } catch (error) {
    throw translateAwsError(error, call);
  }
  const { data } = answerSchema.safeParse(answer);
  if (data === undefined) {
    throw failure('unreadable', 'The answer to sts:GetCallerIdentity is not what AWS documents. Try again.');
  }
  return { principalArn: requireUser(data.Arn, partition) };
}

const USER = /^arn:(aws|aws-us-gov):iam::\d{12}:user\/[\w+=,.@/-]+$/;

function requireUser(arn: string, partition: Partition): string {
  if (USER.exec(arn)?.[1] === partition) return arn;
  throw failure(
    'not-a-user',
    `${whatInstead(arn, partition)} Enter the access key of an IAM user made for the app.`,
  );
}

function whatInstead(arn: string, partition: Partition): string {
  if (/:iam::\d{12}:root$/.test(arn))
    return 'This is an access key of the root user of the account: it may do everything.';
  if (arn.includes(':assumed-role/'))
    return 'This is an access key of the session of a role: it ends within hours.';
  if (arn.includes(':federated-user/'))
    return 'This is an access key of a federated session: it ends within hours.';
  if (USER.test(arn)) return `This is an access key of another part of AWS than ${partition}.`;
  return 'This is not an access key of an IAM user.';
}

function failure(code: string, message: string): UpstreamError {
  return new UpstreamError(message, { service: 'aws', code, retryable: code === 'unreadable' });
}
