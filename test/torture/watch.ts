/** Sees the app's calls, and lets people act before those of a run. */
import type { AppCall } from '../../sandbox/forge/intervene';
import type { Windows } from './windows';

export interface Watch {
  calls: number;
  readonly trace: string[];
  /** What is done before the app's next calls, by their number in the step. */
  due: { readonly beforeCall: number; readonly act: (call: AppCall) => Promise<void> }[];
  inStep: number;
  now: () => number;
  /** What went wrong in what people did: a defect of the driver. */
  failure: unknown;
  windows: Windows | undefined;
  before(call: AppCall): Promise<void>;
}

export function createWatch(): Watch {
  const watch: Watch = {
    calls: 0,
    trace: [],
    due: [],
    inStep: 0,
    now: () => 0,
    failure: undefined,
    windows: undefined,
    async before(call) {
      if (call.kind !== 'jira' && call.kind !== 'aws') return;
      watch.calls += 1;
      watch.trace.push(`${watch.now()} ${call.functionKey} ${call.method} ${pathOf(call.url)}`);
      const number = watch.calls;
      if (call.functionKey === 'sync-consumer') {
        watch.inStep += 1;
        try {
          while (watch.due[0] !== undefined && watch.due[0].beforeCall <= watch.inStep)
            await watch.due.shift()?.act(call);
        } catch (error) {
          watch.failure ??= error;
        }
      }
      watch.windows?.see(call, number);
    },
  };
  return watch;
}

/** Without host and query. */
export function pathOf(url: string): string {
  return new URL(url, 'http://site.invalid').pathname;
}
