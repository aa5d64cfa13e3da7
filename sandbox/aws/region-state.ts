/** What is switched off where, and how far AWS's clock is from the site's. It survives a restart. */
import type { Clock } from '../clock';
import type { Store } from '../store/store';
import { REGION } from './account';
import { TOOL_REGIONS } from './regions';

/**
 * `sts-deactivated`: the account switched off STS in a Region that AWS enables by default; the tool goes on.
 * `not-opted-in`: the account never enabled an opt-in Region, so that nothing there knows its keys.
 */
export type RegionOff = 'sts-deactivated' | 'not-opted-in';

export interface RegionState {
  disable(region: string, account: string, kind: RegionOff): void;
  enable(region: string, account: string): void;
  isOff(region: string, account: string): RegionOff | undefined;
  /** The tool's host name stops resolving there. */
  withdrawService(region: string): void;
  /** Whether the Well-Architected Tool is in the Region. */
  hasService(region: string): boolean;
  setSkew(ms: number): void;
  /** AWS's time: the site's, moved by the skew. */
  clock(site: Clock): Clock;
}

export function openRegionState(store: Store): RegionState {
  const off = store.table<RegionOff>('aws.regions.off');
  const withdrawn = store.table<true>('aws.regions.withdrawn');
  const skew = store.table<number>('aws.clock-skew');
  return {
    disable(region, account, kind) {
      if (region === REGION)
        throw new Error(`${REGION} cannot be disabled (IAM User Guide, "Managing AWS STS")`);
      off.set(`${account} ${region}`, kind);
    },
    enable: (region, account) => void off.delete(`${account} ${region}`),
    isOff: (region, account) => off.get(`${account} ${region}`),
    withdrawService: (region) => withdrawn.set(region, true),
    hasService: (region) => TOOL_REGIONS.has(region) && !withdrawn.has(region),
    setSkew: (ms) => skew.set('ms', ms),
    clock: (site) => ({ now: () => site.now() + (skew.get('ms') ?? 0) }),
  };
}
