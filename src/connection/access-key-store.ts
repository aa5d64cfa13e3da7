/** Access keys: the site's own in Forge's secret storage, the app's in its encrypted environment variables. */
import { z } from 'zod';
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
   * the app's variables are half set or are no key.
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
}

const storedSchema = z.object({
  accessKeyId: z.string(),
  secretAccessKey: z.string(),
  principalArn: z.string(),
  since: z.string(),
});

const VARIABLES = {
  aws: { id: 'WA_ACCESS_KEY_ID', secret: 'WA_SECRET_ACCESS_KEY' },
  'aws-us-gov': { id: 'WA_GOV_ACCESS_KEY_ID', secret: 'WA_GOV_SECRET_ACCESS_KEY' },
} as const satisfies Record<Partition, unknown>;

const place = (partition: Partition) => `access-key:${partition}`;

export function createAccessKeyStore({ kvs, environment, clock }: AccessKeyStoreOptions): AccessKeyStore {
  return {
    async get(partition) {
      const stored = await kvs.getSecret(place(partition));
      if (stored === undefined) return keyOfApp(partition, environment);
      return { partition, from: 'site', ...readStored(stored) };
    },
    async save(partition, { accessKeyId, secretAccessKey, principalArn }) {
      const since = new Date(clock.now()).toISOString();
      await kvs.setSecret(place(partition), { accessKeyId, secretAccessKey, principalArn, since });
    },
    delete: (partition) => kvs.deleteSecret(place(partition)),
  };
}

/** Nothing of the value is quoted, as a ZodError might. */
function readStored(stored: unknown): z.infer<typeof storedSchema> {
  const { data } = storedSchema.safeParse(stored);
  if (data !== undefined) return data;
  throw unusable('The stored access key is not one that this version of the app wrote. Enter the key again.');
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
