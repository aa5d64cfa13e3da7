/** Counts calls against their quotas. */
import type { Clock } from '../clock';
import type { Contract } from '../contract';
import { hash } from '../hash';
import { Refusal } from '../refusal';
import type { QuotaStore, Used } from '../usage/quota-store';
import type { Caller, ProjectCaller } from '../use-cases/caller';
import type { Per, Quota } from './quotas';
import { because } from './reasons';

/** Of an authorised caller alone: nobody uses up what is others'. Throws Refusal. */
export type Spend = (caller: Caller | ProjectCaller) => Promise<void>;

/** So many windows are remembered; then those that are over are forgotten, and after them the oldest. */
const MANY = 10_000;

/**
 * One process serves several sites: each has windows of its own. A process that is new to a site knows nothing of it,
 * which storage knows where the quota says so.
 */
export function createQuotas(
  table: Readonly<Record<keyof Contract, Quota>>,
  store: QuotaStore,
  clock: Clock,
): (name: keyof Contract) => Spend {
  const windows = new Map<string, Used & { readonly until: number }>();

  function forgetSome(now: number): void {
    if (windows.size < MANY) return;
    for (const [key, { until }] of windows) if (until <= now) windows.delete(key);
    for (const key of windows.keys()) if (windows.size >= MANY) windows.delete(key);
  }

  function countHere(key: string, { seconds }: Quota, others: Used | undefined): Used {
    const now = clock.now();
    const isOf = (used: Used | undefined): used is Used =>
      used !== undefined && used.since <= now && now < used.since + seconds * 1000;
    const [here, there] = [windows.get(key), others].map((used) => (isOf(used) ? used : undefined));
    const since = Math.min(here?.since ?? now, there?.since ?? now);
    const used = { since, used: Math.max(here?.used ?? 0, there?.used ?? 0) };
    forgetSome(now);
    windows.set(key, { ...used, until: since + seconds * 1000 });
    return used;
  }

  return (name) => async (caller) => {
    const quota = table[name];
    const who = whose(caller, quota.per);
    const key = JSON.stringify([caller.site, name, who]);
    const stored = quota.countedIn === 'storage' ? hash(JSON.stringify([name, who])) : undefined;
    const before = countHere(key, quota, stored === undefined ? undefined : await store.load(stored));
    const ends = before.since + quota.seconds * 1000;
    if (before.used >= quota.most) throw spent(quota, ends - clock.now());
    const after = { since: before.since, used: before.used + 1 };
    windows.set(key, { ...after, until: ends });
    if (stored !== undefined) await store.save(stored, after);
  };
}

/** A call of the site's on a quota of projects would be none of any project. */
function whose(caller: Caller | ProjectCaller, per: Per): string {
  if (per === 'person') return caller.accountId;
  return per === 'project' && 'project' in caller ? caller.project.id : '';
}

function spent({ most, seconds, per }: Quota, leftMs: number): Refusal {
  const left = Math.max(1, Math.ceil(leftMs / 1000));
  const reason = because('quota-spent', { most, per, within: seconds / 60, seconds: left });
  return new Refusal('too-many', reason, left);
}
