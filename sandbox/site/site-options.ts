import type { Answered } from '../aws';
import type { SiteClock } from '../clock';
import type { HostOptions } from '../forge/host';
import type { AppCall } from '../forge/intervene';
import type { Limits } from '../limits/table';
import type { FaultsInput } from './faults/model';
import type { Latency } from './services';

export interface SiteOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Lens files, each of which gets a workload of its own. */
  readonly lensFiles?: readonly string[];
  /** How the reviews of `lensFiles` are answered; unanswered by default. */
  readonly answered?: Answered;
  /** Where everything is kept; without it in memory. */
  readonly stateDir?: string;
  readonly latency?: Latency;
  /** How far Jira's search lags behind the writes. */
  readonly indexLagMs?: number;
  /** Whether the app's AWS connection is made at the first start. True by default. */
  readonly seed?: boolean;
  /** Delayed events come at once: when nothing runs, the clock jumps to them. */
  readonly fastForward?: boolean;
  /** The folder of the app's manifest; the project's own by default. */
  readonly appDirectory?: string;
  readonly clock?: SiteClock;
  /** Whether the app's pages are built before the site opens. False by default: most clients open none. */
  readonly pages?: boolean;
  /** What of the platform's limits is otherwise, by name; Infinity lifts one. */
  readonly limits?: Partial<Limits>;
  /** What goes wrong between the app and the outside, once the site has opened; nothing by default. */
  readonly faults?: FaultsInput;
  /** Awaited before each call that the app makes to the outside. */
  readonly beforeCall?: (call: AppCall) => Promise<void>;
  /** How time goes and what is drawn where a run has to repeat itself: see the host's options of these names. */
  readonly repeatable?: Required<Pick<HostOptions, 'callMs' | 'chance' | 'workers'>>;
  /** How long after its expiry what the app stored may still be read, up to 48 hours; gone at once by default. */
  readonly expiryLagMs?: number;
  /** Scopes of the manifest that the app does not get. */
  readonly withoutScopes?: readonly string[];
  /** The app is sold, and the site has no active licence. */
  readonly unlicensed?: boolean;
  /** The app's environment variables, as `forge variables set` would have set them. */
  readonly variables?: Readonly<Record<string, string>>;
}
