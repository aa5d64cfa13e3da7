/** What host and worker say to each other. Everything here survives a structured clone. */

/** How a worker starts. */
export interface WorkerSettings {
  /** The folder of the bundled modules. */
  readonly directory: string;
  readonly modules: readonly string[];
  /** The app's whole `process.env`. */
  readonly variables: Readonly<Record<string, string>>;
  /** What a function in it may hold. */
  readonly memoryMb: number;
  /** The app's own pauses take no real time: the site's clock jumps instead. */
  readonly fastForward: boolean;
  /** Whether the app's time goes on between what it is told of the site's; otherwise it stands still. */
  readonly timeRuns: boolean;
}

export interface InvocationOrder {
  readonly invocationId: string;
  readonly module: string;
  readonly exportName: string;
  readonly args: readonly unknown[];
  readonly runtime: RuntimeFacts;
  /** The platform's limit for this invocation. */
  readonly limitMs: number;
  /** The site's time. */
  readonly now: number;
  /** What the invocation draws by chance follows from it; real chance without it. */
  readonly chance: string | undefined;
}

/** The parts of `__forge_runtime__` that are plain data. */
export interface RuntimeFacts {
  readonly appContext: Readonly<Record<string, unknown>>;
  readonly contextAri: string;
  readonly aaid?: string;
}

/** A request that leaves the app: `fetch` is the runtime's own, the others go through `__forge_fetch__`. */
export interface OutsideCall {
  readonly target: CallTarget;
  /** A whole URL for `fetch`, a path otherwise. */
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

export interface CallTarget {
  readonly type: string;
  readonly remote?: string;
  readonly provider?: string;
  readonly accountId?: string;
}

export type OutsideAnswer = Answered | NoAnswer | Refused;

export interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly statusText: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

/** The connection failed. */
export interface NoAnswer {
  readonly kind: 'no-answer';
  /** As Node would say it, for example `ENOTFOUND`. */
  readonly code: string;
  readonly message: string;
}

/** The manifest does not list the address: nothing was sent. */
export interface Refused {
  readonly kind: 'refused';
}

export type ToWorker =
  | { readonly type: 'invoke'; readonly order: InvocationOrder }
  | { readonly type: 'answer'; readonly callId: number; readonly answer: OutsideAnswer }
  /** The site's time was moved; `leftMs` is what the invocation has left. */
  | { readonly type: 'clock'; readonly now: number; readonly leftMs?: number };

export type FromWorker =
  | { readonly type: 'ready' }
  | {
      readonly type: 'call';
      readonly callId: number;
      readonly invocationId: string;
      readonly call: OutsideCall;
    }
  /** The app does nothing until the site's clock says `until`, in milliseconds since the epoch. */
  | { readonly type: 'pause'; readonly invocationId: string; readonly until: number }
  | { readonly type: 'returned'; readonly invocationId: string; readonly json: string | undefined }
  | { readonly type: 'threw'; readonly invocationId: string; readonly error: ThrownError }
  /** The function holds more memory than it may. */
  | { readonly type: 'out-of-memory'; readonly invocationId: string }
  | { readonly type: 'log'; readonly invocationId: string; readonly level: LogLevel; readonly text: string };

export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
