/** A connection: how the app enters one AWS account. The secret is not part of it. */
import { z } from 'zod';
import { REGIONS } from './regions';

/** How the app proves who it is before it assumes the role; another kind joins the union when it exists. */
export const authSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accessKey'), accessKeyId: z.string() }),
]);

/** As stored: parsed on every read. */
export const connectionSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  name: z.string(),
  roleArn: z.string(),
  /** Made by the app, never chosen by a person (confused deputy). */
  externalId: z.string(),
  regions: z.array(z.enum(REGIONS)).readonly(),
  auth: authSchema,
  /** Projects that the connection serves. */
  projectKeys: z.array(z.string()).readonly(),
  /** ISO 8601. */
  createdAt: z.string(),
});

export type Connection = Readonly<z.infer<typeof connectionSchema>>;

/** What a person enters; the app adds id, external id and time. */
export type NewConnection = Omit<Connection, 'id' | 'externalId' | 'createdAt'>;

/** The half of an access key that is kept in secret storage only. */
export interface ConnectionSecret {
  readonly secretAccessKey: string;
}
