/** What is switched off where, and how far AWS's clock is from the site's. It survives a restart. */
import type { Clock } from '../clock';
import type { Store } from '../store/store';
import { OPT_IN_REGIONS, TOOL_REGIONS } from './regions';

/**
 * `sts-deactivated`: the account switched off STS in a Region that AWS enables by default; the tool goes on.
 * `not-opted-in`: the account never enabled an opt-in Region, so that nothing there knows its keys. So are these
 * Regions for every account until it enables them.
 */
export type RegionOff = 'sts-deactivated' | 'not-opted-in';

export interface RegionState {
  /** @param account undefined: every account. */
  disable(region: string, account: string | undefined, kind: RegionOff): void;
  /** Opts in, where the Region asks for it. @param account undefined: every account, also those that were named. */
  enable(region: string, account: string | undefined): void;
  isOff(region: string, account: string): RegionOff | undefined;
  /** The tool's host name stops resolving there. */
  withdrawService(region: string): void;
  restoreService(region: string): void;
  /** Whether the Well-Architected Tool is in the Region. */
  hasService(region: string): boolean;
  setSkew(ms: number): void;
  /** AWS's time: the site's, moved by the skew. */
  clock(site: Clock): Clock;
}

const EVERYBODY = '*';

/** `enabled`: an opt-in Region that somebody enabled. */
type Switch = RegionOff | 'enabled';

export function openRegionState(store: Store): RegionState {
  const switches = store.table<Switch>('aws.regions.off');
  const withdrawn = store.table<true>('aws.regions.withdrawn');
  const skew = store.table<number>('aws.clock-skew');
  return {
    disable: (region, account = EVERYBODY, kind) => switches.set(`${region} ${account}`, kind),
    enable(region, account) {
      const keys = [...switches.entries()].map(([key]) => key);
      const wanted = account === undefined ? `${region} ` : `${region} ${account}`;
      const found = keys.filter((key) => (account === undefined ? key.startsWith(wanted) : key === wanted));
      for (const key of found) switches.delete(key);
      if (OPT_IN_REGIONS.has(region)) switches.set(`${region} ${account ?? EVERYBODY}`, 'enabled');
    },
    isOff(region, account) {
      const unsaid = OPT_IN_REGIONS.has(region) ? 'not-opted-in' : 'enabled';
      const now = switches.get(`${region} ${account}`) ?? switches.get(`${region} ${EVERYBODY}`) ?? unsaid;
      return now === 'enabled' ? undefined : now;
    },
    withdrawService: (region) => withdrawn.set(region, true),
    restoreService: (region) => void withdrawn.delete(region),
    hasService: (region) => TOOL_REGIONS.has(region) && !withdrawn.has(region),
    setSkew: (ms) => skew.set('ms', ms),
    clock: (site) => ({ now: () => site.now() + (skew.get('ms') ?? 0) }),
  };
}
