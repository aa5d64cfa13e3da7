/** Counts calls against their quotas. */
import type { Clock } from '../clock';
import type { Contract } from '../contract';
import { hash } from '../hash';
import { Refusal } from '../refusal';
import { isOpen, type QuotaStore, type Used } from '../usage/quota-store';
import type { Caller, ProjectCaller } from '../use-cases/caller';
import type { Per, Quota } from './quotas';
import { because } from './reasons';

/** Of an authorised caller alone: nobody uses up what is others'. Throws Refusal. */
export type Spend = (caller: Caller | ProjectCaller) => Promise<void>;

/** So many windows are remembered; then those that are over are forgotten, and after them the oldest. */
const MANY = 10_000;

/**
 * One process serves several sites: each has windows of its own. What is counted in storage holds for all processes of a
 * site together; a process knows of it what storage said last, so that it asks no more once the window is used up. What
 * is counted in the process alone is as much again in each further process.
 */
export function createQuotas(
  table: Readonly<Record<keyof Contract, Quota>>,
  store: QuotaStore,
  clock: Clock,
): (name: keyof Contract) => Spend {
  const windows = createWindows(clock);
  const inTurn = createTurns();

  async function countStored(key: string, name: string, quota: Quota): Promise<void> {
    const known = windows.at(key, quota);
    if (known && known.used >= quota.most) throw spent(quota, known, clock.now());
    const { isCounted, ...used } = await store.count(name, quota, clock.now());
    // Where storage cannot count, this process still does.
    const since = Math.min(known?.since ?? used.since, used.since);
    windows.put(key, quota, { since, used: Math.max(used.used, (known?.used ?? 0) + 1) });
    if (!isCounted) throw spent(quota, used, clock.now());
  }

  return (name) => async (caller) => {
    const quota = table[name];
    const who = whose(caller, quota.per);
    const key = JSON.stringify([caller.site, name, who]);
    if (quota.countedIn === 'storage') {
      await inTurn(key, () => countStored(key, hash(JSON.stringify([name, who])), quota));
      return;
    }
    const { since, used } = windows.at(key, quota) ?? { since: clock.now(), used: 0 };
    if (used >= quota.most) throw spent(quota, { since }, clock.now());
    windows.put(key, quota, { since, used: used + 1 });
  };
}

function createWindows(clock: Clock) {
  const windows = new Map<string, Used & { readonly until: number }>();

  function forgetSome(now: number): void {
    if (windows.size < MANY) return;
    for (const [key, { until }] of windows) if (until <= now) windows.delete(key);
    for (const key of windows.keys()) if (windows.size >= MANY) windows.delete(key);
  }

  return {
    at(key: string, { seconds }: Quota): Used | undefined {
      const found = windows.get(key);
      return found && isOpen(found, seconds, clock.now()) ? found : undefined;
    },
    put(key: string, { seconds }: Quota, used: Used): void {
      forgetSome(clock.now());
      windows.set(key, { ...used, until: used.since + seconds * 1000 });
    },
  };
}

/** Calls of one process stand one behind the other, so that storage decides between processes alone. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async (key: string, work: () => Promise<void>): Promise<void> => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    last.set(key, mine);
    try {
      await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}

/** A call of the site's on a quota of projects would be none of any project. */
function whose(caller: Caller | ProjectCaller, per: Per): string {
  if (per === 'person') return caller.accountId;
  return per === 'project' && 'project' in caller ? caller.project.id : '';
}

function spent({ most, seconds, per }: Quota, { since }: Pick<Used, 'since'>, now: number): Refusal {
  const left = Math.max(1, Math.ceil((since + seconds * 1000 - now) / 1000));
  const reason = because('quota-spent', { most, per, within: seconds / 60, seconds: left });
  return new Refusal('too-many', reason, left);
}
