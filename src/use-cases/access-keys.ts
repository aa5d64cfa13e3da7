/** The IAM users that the app signs in as. */
import { because as tell } from '../audit/reasons';
import { record, type AuditPorts } from '../audit/record';
import type { Clock } from '../clock';
import { accessKeyView, type AccessKey } from '../connection/access-key';
import { isUnusableKey, type AccessKeyStore } from '../connection/access-key-store';
import type { AwsAccess } from '../connection/aws-access';
import { PARTITIONS, type Partition } from '../connection/regions';
import type { AccessKeyView, Contract, SaveAccessKey, UnusableKey } from '../contract';
import { Refusal } from '../refusal';
import type { Caller } from './caller';
import { because } from './reasons';

export interface ViewAccessKeyPorts {
  readonly accessKeys: Pick<AccessKeyStore, 'get'>;
  readonly aws: Pick<AwsAccess, 'principalOf'>;
  readonly clock: Clock;
}

/** A key that cannot be used hides no other. */
export async function listAccessKeys(
  _: unknown,
  __: Caller,
  ports: ViewAccessKeyPorts,
): Promise<Contract['accessKey.list']['result']> {
  const found = await Promise.all(PARTITIONS.map((partition) => foundOf(partition, ports)));
  const keys = found.flatMap((each) => (each && 'endsWith' in each ? [each] : []));
  const unusable = found.flatMap((each) => (each && 'reason' in each ? [each] : []));
  return { keys, ...(unusable.length === 0 ? {} : { unusable }) };
}

async function foundOf(
  partition: Partition,
  ports: ViewAccessKeyPorts,
): Promise<AccessKeyView | UnusableKey | undefined> {
  try {
    return await viewOf(partition, ports);
  } catch (error) {
    if (isUnusableKey(error)) return { partition, reason: error.reason };
    throw error;
  }
}

export interface SaveAccessKeyPorts extends ViewAccessKeyPorts, AuditPorts {
  readonly accessKeys: Pick<AccessKeyStore, 'get' | 'save'>;
  readonly aws: Pick<AwsAccess, 'principalOf' | 'identifyKey'>;
}

/**
 * Replaces the partition's key once AWS knows the new one; runs under way end with the old one. Another IAM
 * user would lock the app out of every role that trusts the present one, so that is asked for; whose a key is that
 * cannot be read is not known.
 */
export async function saveAccessKey(
  { partition, acceptOtherUser = false, ...key }: SaveAccessKey,
  { accountId }: Caller,
  ports: SaveAccessKeyPorts,
): Promise<AccessKeyView> {
  const before = await ports.aws.principalOf(await usableKey(partition, ports));
  const { principalArn } = await ports.aws.identifyKey({ ...key, partition });
  if (before !== undefined && before !== principalArn && !acceptOtherUser) {
    throw new Refusal('conflict', because('key-of-other-user', { principalArn, trusted: before }));
  }
  await ports.accessKeys.save(partition, { ...key, principalArn });
  const target = tell('target-access-key', { partition });
  const change = tell('key-saved', { endsWith: key.accessKeyId.slice(-4), principalArn });
  await record(accountId, { action: 'access-key.saved', target, change }, ports);
  const view = await viewOf(partition, ports);
  if (!view) throw new Refusal('conflict', because('key-deleted-meanwhile'));
  return view;
}

export interface DeleteAccessKeyPorts extends AuditPorts {
  readonly accessKeys: Pick<AccessKeyStore, 'delete'>;
}

/** The app's own key, where it has one, is used from then on. */
export async function deleteAccessKey(
  { partition }: { readonly partition: Partition },
  { accountId }: Caller,
  ports: DeleteAccessKeyPorts,
): Promise<Record<string, never>> {
  await ports.accessKeys.delete(partition);
  const target = tell('target-access-key', { partition });
  const change = tell('key-deleted');
  await record(accountId, { action: 'access-key.deleted', target, change }, ports);
  return {};
}

async function usableKey(
  partition: Partition,
  { accessKeys }: Pick<ViewAccessKeyPorts, 'accessKeys'>,
): Promise<AccessKey | undefined> {
  try {
    return await accessKeys.get(partition);
  } catch (error) {
    if (isUnusableKey(error)) return undefined;
    throw error;
  }
}

async function viewOf(
  partition: Partition,
  { accessKeys, aws, clock }: ViewAccessKeyPorts,
): Promise<AccessKeyView | undefined> {
  const key = await accessKeys.get(partition);
  return key && accessKeyView(key, await aws.principalOf(key), clock.now());
}
