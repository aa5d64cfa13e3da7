/** Payloads of the resolvers, parsed: anybody can send anything. */
import { z } from 'zod';
import { selectionSchema, settingsSchema } from '../settings/schema';
import { SCOPES } from '../settings/model';

/** Jira's project keys: a letter, then letters, digits and underscores. */
const projectKey = z.string().regex(/^[A-Z][A-Z0-9_]{0,254}$/, 'must be a project key such as WA');
const workloadArn = z
  .string()
  .max(2048)
  .regex(
    /^arn:[\w-]+:wellarchitected:[a-z0-9-]+:\d{12}:workload\/[0-9a-f]{32}$/,
    'must be the ARN of a workload',
  );
const id = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/, 'must be an id');

export const nothing = z.object({}).nullish();
export const project = z.strictObject({ projectKey });
export const link = z.strictObject({ projectKey, workloadArn });
export const saveSettings = z.strictObject({ projectKey, workloadArn, settings: settingsSchema });
export const run = z.strictObject({ projectKey, runId: id });
export const planPage = z.strictObject({ projectKey, runId: id, page: z.int().min(0).max(100_000) });
export const startSync = z.strictObject({
  projectKey,
  connectionId: id,
  workloadArn,
  mode: z.enum(['preview', 'sync']),
  scope: z.enum(SCOPES).exactOptional(),
  selection: selectionSchema.exactOptional(),
  recreate: z.boolean().exactOptional(),
  fingerprint: z
    .string()
    .regex(/^[0-9a-f]{16}$/, 'must be the fingerprint of a plan')
    .exactOptional(),
  confirm: z.boolean().exactOptional(),
});

/** The problems of a payload as one sentence that names each place; never quotes what was sent. */
export function problemsOf(error: z.ZodError): string {
  const lines = error.issues.map(
    ({ path, message }) => `${path.length ? path.map(String).join('.') : 'payload'}: ${message}`,
  );
  return `The request is not valid: ${lines.slice(0, 10).join('; ')}.`;
}
