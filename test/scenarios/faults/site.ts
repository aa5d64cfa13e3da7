/** A synced workload on a site whose time goes by the minute, with EventBridge beside the poll. */
import { manualClock } from '../../../sandbox/clock';
import type { AppCall } from '../../../sandbox/forge/intervene';
import { AUTO, openReviewedSite, type ReviewedSite } from '../reviewed-site';

export interface TimelineSite extends ReviewedSite {
  /** Calls of the app are told to it before they go out. */
  watch(calls: (call: AppCall) => void): void;
  /**
   * Minute by minute, what becomes due in each being done.
   *
   * @param until asked at the end of each @returns how many it took until it was so; undefined where it was not
   */
  live(minutes: number, until?: () => Promise<boolean>): Promise<number | undefined>;
}

const MINUTE_MS = 60_000;
/** A Monday: the same things happen at the same times on every machine. */
const STARTS_AT = Date.UTC(2026, 0, 5);
const REPEATABLE = { callMs: 20, chance: 'faults', workers: 2 };
/** What its first polls set off is done by then. */
const SETTLES_IN = 25;

export async function openTimelineSite({ isManual }: { readonly isManual: boolean }): Promise<TimelineSite> {
  let watch: Parameters<TimelineSite['watch']>[0] = () => undefined;
  const site = await openReviewedSite({
    fastForward: false,
    clock: manualClock(STARTS_AT),
    repeatable: REPEATABLE,
    beforeCall(call) {
      watch(call);
      return Promise.resolve();
    },
  });
  const live: TimelineSite['live'] = async (minutes, until = () => Promise.resolve(false)) => {
    for (let minute = 1; minute <= minutes; minute += 1) {
      await site.pass(MINUTE_MS);
      if (await until()) return minute;
    }
    return undefined;
  };
  await site.run();
  if (!isManual) await site.save(AUTO);
  await site.deployEvents();
  await live(SETTLES_IN);
  return {
    ...site,
    live,
    watch(calls) {
      watch = calls;
    },
  };
}
