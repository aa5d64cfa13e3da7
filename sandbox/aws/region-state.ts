/** What is switched off where, and how far AWS's clock is from the site's. It survives a restart. */
import type { Clock } from '../clock';
import type { Store } from '../store/store';
import { TOOL_REGIONS } from './regions';

/**
 * `sts-deactivated`: the account switched off STS in a Region that AWS enables by default; the tool goes on.
 * `not-opted-in`: the account never enabled an opt-in Region, so that nothing there knows its keys.
 */
export type RegionOff = 'sts-deactivated' | 'not-opted-in';

export interface RegionState {
  /** @param account undefined: every account. */
  disable(region: string, account: string | undefined, kind: RegionOff): void;
  /** @param account undefined: every account, also those that were named. */
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

export function openRegionState(store: Store): RegionState {
  const off = store.table<RegionOff>('aws.regions.off');
  const withdrawn = store.table<true>('aws.regions.withdrawn');
  const skew = store.table<number>('aws.clock-skew');
  return {
    disable: (region, account = EVERYBODY, kind) => off.set(`${region} ${account}`, kind),
    enable(region, account) {
      const keys = [...off.entries()].map(([key]) => key);
      const wanted = account === undefined ? `${region} ` : `${region} ${account}`;
      const found = keys.filter((key) => (account === undefined ? key.startsWith(wanted) : key === wanted));
      for (const key of found) off.delete(key);
    },
    isOff: (region, account) => off.get(`${region} ${account}`) ?? off.get(`${region} ${EVERYBODY}`),
    withdrawService: (region) => withdrawn.set(region, true),
    restoreService: (region) => void withdrawn.delete(region),
    hasService: (region) => TOOL_REGIONS.has(region) && !withdrawn.has(region),
    setSkew: (ms) => skew.set('ms', ms),
    clock: (site) => ({ now: () => site.now() + (skew.get('ms') ?? 0) }),
  };
}
