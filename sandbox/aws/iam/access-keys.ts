/** The access keys of users. */
import type { Store } from '../../store/store';
import { AwsError } from '../aws-error';

export interface KeyPair {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface AccessKey extends KeyPair {
  readonly userArn: string;
  /** An inactive key is refused as if it did not exist. */
  readonly active: boolean;
}

export interface AccessKeys {
  /** @throws AwsError LimitExceeded, EntityAlreadyExists for another user's key. */
  create(userArn: string, key: KeyPair): void;
  deactivate(accessKeyId: string): void;
  delete(accessKeyId: string): void;
  deleteOf(userArn: string): void;
  of(userArn: string): readonly AccessKey[];
  find(accessKeyId: string): AccessKey | undefined;
}

/** Keys of one user (IAM User Guide, "IAM and AWS STS quotas"). */
const KEYS_A_USER = 2;

export function openAccessKeys(store: Store): AccessKeys {
  const keys = store.table<AccessKey>('aws.iam.access-keys');
  const of = (userArn: string): AccessKey[] => [...keys.values()].filter((key) => key.userArn === userArn);
  function required(accessKeyId: string): AccessKey {
    const key = keys.get(accessKeyId);
    if (key !== undefined) return key;
    throw new AwsError('NoSuchEntity', 404, `The Access Key with id ${accessKeyId} cannot be found.`);
  }
  return {
    create(userArn, { accessKeyId, secretAccessKey }) {
      const others = of(userArn).filter((key) => key.accessKeyId !== accessKeyId);
      if (others.length >= KEYS_A_USER) {
        throw new AwsError('LimitExceeded', 409, `Cannot exceed quota for AccessKeysPerUser: ${KEYS_A_USER}`);
      }
      const known = keys.get(accessKeyId);
      if (known !== undefined && known.userArn !== userArn) {
        throw new AwsError('EntityAlreadyExists', 409, `The access key ${accessKeyId} is another user's.`);
      }
      keys.set(accessKeyId, { accessKeyId, secretAccessKey, userArn, active: true });
    },
    deactivate: (accessKeyId) => keys.set(accessKeyId, { ...required(accessKeyId), active: false }),
    delete: (accessKeyId) => void keys.delete(required(accessKeyId).accessKeyId),
    deleteOf(userArn) {
      for (const { accessKeyId } of of(userArn)) keys.delete(accessKeyId);
    },
    of,
    find: (accessKeyId) => keys.get(accessKeyId),
  };
}
