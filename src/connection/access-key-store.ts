/** Access keys: the site's own in Forge's secret storage, the app's in its encrypted environment variables. */
import { z } from 'zod';
import { isNewer } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import { secretsAsRecords } from '../storage/secret-records';
import { UpstreamError } from '../upstream-error';
import type { AccessKey } from './access-key';
import { accessKeyIdSchema, secretAccessKeySchema } from './parse-input';
import type { Partition } from './regions';

/** The part of @forge/kvs that the store needs. */
export interface SecretStorage {
  getSecret(key: string): Promise<unknown>;
  setSecret(key: string, value: unknown): Promise<unknown>;
  deleteSecret(key: string): Promise<void>;
}

export interface NewAccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** As AWS says (`identifyKey`). */
  readonly principalArn: string;
}

export interface AccessKeyStore {
  /**
   * The site's own key, else the app's, else `undefined`. Throws `UpstreamError` (code `unusable-key`) where
   * the stored key cannot be read, or the app's variables are half set or are no key.
   */
  get(partition: Partition): Promise<AccessKey | undefined>;
  /** Replaces the site's own key whole, in one write: no call ever sees half of each. */
  save(partition: Partition, key: NewAccessKey): Promise<void>;
  /** Forgets the site's own key. */
  delete(partition: Partition): Promise<void>;
}

export interface AccessKeyStoreOptions {
  readonly kvs: SecretStorage;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: { now(): number };
  readonly log?: RecordLog;
}

export const accessKeyRecord = defineRecord({
  name: 'access-key',
  key: (partition: Partition) => `access-key:${partition}`,
  version: 1,
  schema: z.object({
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    principalArn: z.string(),
    since: z.string(),
  }),
  migrations: [],
  storedIn: 'secret',
  unreadable: 'stop',
  means: {
    absent: "The app's own key is used, where it has one.",
    unreadable: 'No connection of that part of AWS is used; entering the key again replaces it.',
  },
});

const VARIABLES = {
  aws: { id: 'WA_ACCESS_KEY_ID', secret: 'WA_SECRET_ACCESS_KEY' },
  'aws-us-gov': { id: 'WA_GOV_ACCESS_KEY_ID', secret: 'WA_GOV_SECRET_ACCESS_KEY' },
} as const satisfies Record<Partition, unknown>;

export function createAccessKeyStore({
  kvs,
  environment,
  clock,
  log,
}: AccessKeyStoreOptions): AccessKeyStore {
  const record = openRecord(accessKeyRecord, secretsAsRecords(kvs), log);
  return {
    async get(partition) {
      const reading = await record.inspect(partition);
      if (reading.kind === 'absent') return keyOfApp(partition, environment);
      if (reading.kind === 'value') return { partition, from: 'site', ...reading.value };
      throw unusable(isNewer(reading) ? NEWER : UNREADABLE);
    },
    async save(partition, { accessKeyId, secretAccessKey, principalArn }) {
      const since = new Date(clock.now()).toISOString();
      await record.write({ accessKeyId, secretAccessKey, principalArn, since }, partition);
    },
    delete: (partition) => kvs.deleteSecret(accessKeyRecord.key(partition)),
  };
}

const UNREADABLE =
  'The stored access key is not one that this version of the app wrote. Enter the key again.';
const NEWER =
  'A newer version of the app stored the access key: this one does not change it. Go back to that version, or delete the key and enter it again.';

function keyOfApp(
  partition: Partition,
  environment: AccessKeyStoreOptions['environment'],
): AccessKey | undefined {
  const { id, secret } = VARIABLES[partition];
  const values = { id: environment[id]?.trim() ?? '', secret: environment[secret]?.trim() ?? '' };
  if (values.id === '' && values.secret === '') return undefined;
  if (values.id === '' || values.secret === '') {
    const [set, missing] = values.id === '' ? [secret, id] : [id, secret];
    throw unusable(`The app's environment variable ${set} is set, but ${missing} is not. Set both or none.`);
  }
  const accessKeyId = accessKeyIdSchema.safeParse(values.id);
  if (!accessKeyId.success) throw unusable(`${id} is not the access key ID of an IAM user (AKIA…).`);
  const secretAccessKey = secretAccessKeySchema.safeParse(values.secret);
  if (!secretAccessKey.success) throw unusable(`${secret} is not a secret access key as AWS shows them.`);
  return { partition, from: 'app', accessKeyId: accessKeyId.data, secretAccessKey: secretAccessKey.data };
}

function unusable(message: string): UpstreamError {
  return new UpstreamError(message, { service: 'aws', code: 'unusable-key', retryable: false });
}
