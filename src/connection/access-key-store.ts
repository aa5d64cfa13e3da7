/** Access keys: the site's own in Forge's secret storage, the app's in its encrypted environment variables. */
import { z } from 'zod';
import type { Reason } from '../reason';
import { isNewer } from '../storage/decode';
import { openRecord } from '../storage/open-record';
import { defineRecord } from '../storage/record';
import type { RecordLog } from '../storage/record-log';
import { secretsAsRecords } from '../storage/secret-records';
import { UpstreamError } from '../upstream-error';
import type { AccessKey } from './access-key';
import { accessKeyIdSchema, secretAccessKeySchema } from './parse-input';
import { because } from './reasons';
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
      throw unusable(because(isNewer(reading) ? 'stored-key-newer' : 'stored-key-unreadable'));
    },
    async save(partition, { accessKeyId, secretAccessKey, principalArn }) {
      const since = new Date(clock.now()).toISOString();
      await record.write({ accessKeyId, secretAccessKey, principalArn, since }, partition);
    },
    delete: (partition) => kvs.deleteSecret(accessKeyRecord.key(partition)),
  };
}

function keyOfApp(
  partition: Partition,
  environment: AccessKeyStoreOptions['environment'],
): AccessKey | undefined {
  const { id, secret } = VARIABLES[partition];
  const values = { id: environment[id]?.trim() ?? '', secret: environment[secret]?.trim() ?? '' };
  if (values.id === '' && values.secret === '') return undefined;
  if (values.id === '' || values.secret === '') {
    const [set, missing] = values.id === '' ? [secret, id] : [id, secret];
    throw unusable(because('variable-missing', { set, missing }));
  }
  const accessKeyId = accessKeyIdSchema.safeParse(values.id);
  if (!accessKeyId.success) throw unusable(because('variable-no-key-id', { variable: id }));
  const secretAccessKey = secretAccessKeySchema.safeParse(values.secret);
  if (!secretAccessKey.success) throw unusable(because('variable-no-secret', { variable: secret }));
  return { partition, from: 'app', accessKeyId: accessKeyId.data, secretAccessKey: secretAccessKey.data };
}

/** Whether `get` found a key that is there and cannot be used. */
export function isUnusableKey(error: unknown): error is UpstreamError {
  return error instanceof UpstreamError && error.details.code === UNUSABLE;
}

const UNUSABLE = 'unusable-key';

function unusable(reason: Reason): UpstreamError {
  return new UpstreamError(reason, { service: 'aws', code: UNUSABLE, retryable: false });
}
