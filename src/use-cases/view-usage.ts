/** What the app spends on the site, for Jira admins. */
import type { Clock } from '../clock';
import type { UsageView } from '../contract';
import type { UsageStore } from '../usage/usage-store';
import type { Caller } from './caller';

export interface ViewUsagePorts {
  readonly usage: Pick<UsageStore, 'load'>;
  readonly clock: Clock;
}

const DAY_MS = 86_400_000;

export async function viewUsage(
  _: unknown,
  __: Caller,
  { usage, clock }: ViewUsagePorts,
): Promise<UsageView> {
  const { hours, nearUntil = 0 } = await usage.load();
  const now = clock.now();
  return {
    hours: hours
      .filter(({ at }) => at > now - DAY_MS)
      .map(({ at, points, read, written }) => ({
        ...{ at: new Date(at).toISOString(), points, storageRead: read, storageWritten: written },
      })),
    ...(nearUntil > now ? { slowedUntil: new Date(nearUntil).toISOString() } : {}),
  };
}
