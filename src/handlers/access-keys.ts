/** The IAM users that the app signs in as. */
import { accessKeyView } from '../connection/access-key';
import { identifyKey } from '../connection/identify-key';
import { accessKeys, surroundings } from '../connection/open-review-source';
import { PARTITIONS, type Partition } from '../connection/regions';
import type { AccessKeyView, Contract, SaveAccessKey } from '../contract';
import { Refusal } from './answer';
import type { Caller } from './caller';
import { principalOf } from './principal';
import { record } from './record';

export async function listAccessKeys(): Promise<Contract['accessKey.list']['result']> {
  const views = await Promise.all(PARTITIONS.map(viewOf));
  return { keys: views.filter((view) => view !== undefined) };
}

/**
 * Replaces the partition's key once AWS knows the new one; runs under way end with the old one. Another IAM
 * user would lock the app out of every role that trusts the present one, so that is asked for.
 */
export async function saveAccessKey(
  { partition, acceptOtherUser = false, ...key }: SaveAccessKey,
  { accountId }: Caller,
): Promise<AccessKeyView> {
  const before = await principalOf(await accessKeys.get(partition));
  const { principalArn } = await identifyKey({ ...key, partition }, surroundings);
  if (before !== undefined && before !== principalArn && !acceptOtherUser) {
    throw new Refusal(
      'conflict',
      `The key is of ${principalArn}, but roles trust ${before}: they would refuse the app until their trust ` +
        `policies name the new user. Enter a key of ${before}, or accept the other user.`,
    );
  }
  await accessKeys.save(partition, { ...key, principalArn });
  await record(accountId, {
    action: 'access-key.saved',
    subject: `access key ${partition}`,
    details: `Key ending ${key.accessKeyId.slice(-4)} of ${principalArn}.`,
  });
  const view = await viewOf(partition);
  if (!view) throw new Refusal('conflict', 'The key was deleted again at the same moment.');
  return view;
}

/** The app's own key, where it has one, is used from then on. */
export async function deleteAccessKey(
  { partition }: { readonly partition: Partition },
  { accountId }: Caller,
): Promise<Record<string, never>> {
  await accessKeys.delete(partition);
  await record(accountId, {
    action: 'access-key.deleted',
    subject: `access key ${partition}`,
    details: "The site's own key was deleted from the app. In AWS it lives until somebody deletes it there.",
  });
  return {};
}

async function viewOf(partition: Partition): Promise<AccessKeyView | undefined> {
  const key = await accessKeys.get(partition);
  return key && accessKeyView(key, await principalOf(key), Date.now());
}
