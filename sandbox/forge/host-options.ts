import type { SiteClock } from '../clock';
import type { Limits } from '../limits/table';
import type { Store } from '../store/store';
import type { Intervene } from './intervene';
import type { Upstream } from './outside';

export interface HostOptions {
  /** The folder of `manifest.yml`. */
  readonly appDirectory: string;
  /** The folder of the bundled modules. */
  readonly bundleDirectory: string;
  readonly store: Store;
  readonly clock: SiteClock;
  readonly upstream: Upstream;
  /**
   * What `forge variables set` would have set, encrypted or not: the app's whole `process.env`. None by
   * default; nothing of the machine's environment reaches the app.
   */
  readonly variables?: Readonly<Record<string, string>>;
  /**
   * Waits for nothing: when nothing runs, jumps to the next delayed event; when the app pauses by the promise of
   * `node:timers/promises`, jumps to the end of the pause. Timers with callbacks keep real time.
   */
  readonly fastForward?: boolean;
  /**
   * How long every call to the outside takes by the site's time, which otherwise moves by jumps alone: for a clock
   * that stands still. Without it the app's time runs as the machine's does.
   */
  readonly callMs?: number;
  /** What the app draws by chance follows from this text and the number of the invocation. */
  readonly chance?: string;
  /** Invocations at a time, one of them kept for pages. 4 by default; with 2 what nobody waits for is in a row. */
  readonly workers?: number;
  /** Stands between the app and everything outside. */
  readonly intervene?: Intervene;
  readonly kvsQueryLagMs?: number;
  /** How long after its expiry a stored value may still be read; Forge promises 48 hours. None by default. */
  readonly expiryLagMs?: number;
  /** What of the platform's limits is otherwise. */
  readonly limits?: Partial<Limits>;
  /** Scopes that the app does not get, as if they did not stand in the manifest. */
  readonly withoutScopes?: readonly string[];
  /** The app is sold, and the site has no active licence. */
  readonly unlicensed?: boolean;
  /** Where log lines go, beside memory. */
  readonly logFile?: string;
  /** Where the site serves web triggers, without a trailing slash: an id follows. */
  readonly webTriggerUrl?: string;
  /** Called after the host has moved the clock. */
  readonly onClockMoved?: () => void;
}
