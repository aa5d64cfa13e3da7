/** Keeps account of what invocations spend, without a write for each of them. */
import type { Clock } from '../clock';
import { NOTHING_SPENT, sumOf, tallied, type Tally } from './tally';
import type { UsageStore } from './usage-store';

export interface Account {
  /**
   * Does the work of an invocation and writes down what it spent: at its end, together with what others of the same
   * installation spent in this process since, once that is a minute old or 200 points and units. What a process has not
   * written down when the platform ends it is lost. A failure to write is told in the log alone.
   *
   * @param site the installation: a process serves several. Undefined: nobody is known whose account it would be
   */
  keep<T>(site: string | undefined, work: () => Promise<T>): Promise<T>;
  /** As `keep`, of many small invocations: others write down what they spent, or they do once it is a thousand. */
  carry<T>(site: string | undefined, work: () => Promise<T>): Promise<T>;
}

const LONGEST_MS = 60_000;
const MUCH = 200;
const MUCH_CARRIED = 1_000;

interface Carried {
  readonly spent: Tally;
  /** When the first of it was spent. */
  readonly since: number;
}

export function createAccount(store: Pick<UsageStore, 'add'>, clock: Clock): Account {
  const carried = new Map<string, Carried>();

  async function note(site: string, spent: Tally, mayWait: boolean): Promise<void> {
    const now = clock.now();
    const { spent: before, since } = carried.get(site) ?? { spent: NOTHING_SPENT, since: now };
    const all = sumOf(before, spent);
    const size = all.points + all.read + all.written;
    if (size === 0) return;
    carried.set(site, { spent: all, since });
    const isDue = mayWait ? size >= MUCH_CARRIED : size >= MUCH || now - since >= LONGEST_MS;
    if (!isDue && spent.nearUntil === undefined) return;
    carried.delete(site);
    await store.add(all, now);
  }

  function done<T>(site: string | undefined, work: () => Promise<T>, mayWait: boolean): Promise<T> {
    if (site === undefined) return work();
    return tallied(work, (spent) =>
      note(site, spent, mayWait).catch((error: unknown) => {
        // eslint-disable-next-line no-console -- the platform's log
        console.warn('Usage not kept', error instanceof Error ? error.name : typeof error);
      }),
    );
  }

  return {
    keep: (site, work) => done(site, work, false),
    carry: (site, work) => done(site, work, true),
  };
}
