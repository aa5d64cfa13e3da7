/** What the app was about to create when it was last seen: written before each create, cleared after. */
import { z } from 'zod';
import { hash } from '../hash';
import type { KeyValues } from '../key-values';

const schema = z.object({
  runId: z.string(),
  /** When Jira was asked, in milliseconds since the epoch. */
  at: z.number(),
  projectId: z.string(),
  /** A lower bound: what this create makes has a higher issue number. */
  afterNumber: z.number(),
  /** Identity keys of what was asked for, and of what is unsettled from before. */
  items: z.array(z.string()),
  /** Items that Jira says it made and the app cannot read: they exist, whatever a search says. */
  hidden: z.array(z.string()).exactOptional(),
});

export type Intent = z.infer<typeof schema>;

export interface IntentStore {
  load(workloadArn: string): Promise<Intent | undefined>;
  save(workloadArn: string, intent: Intent): Promise<void>;
  clear(workloadArn: string): Promise<void>;
}

export function createIntentStore(kvs: KeyValues): IntentStore {
  const key = (workloadArn: string) => `intent:${hash(workloadArn)}`;
  return {
    async load(workloadArn) {
      const value = await kvs.get(key(workloadArn));
      return value === undefined ? undefined : schema.parse(value);
    },
    save: (workloadArn, intent) => kvs.set(key(workloadArn), intent),
    clear: (workloadArn) => kvs.delete(key(workloadArn)),
  };
}
