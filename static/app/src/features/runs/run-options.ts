/** What runs were started with: needed to start the sync of a previewed plan, also after a reload. */
import type { StartSync } from '../../../../../src/contract';
import { readStored, store } from '../../data/stored';

export type RunOptions = Pick<
  StartSync,
  'scope' | 'selection' | 'settle' | 'recreate' | 'removeBlocks' | 'putBack' | 'adoption' | 'proposals'
>;

interface Kept {
  readonly runId: string;
  readonly options: RunOptions;
}

const KEY = 'runs';
const MOST = 20;

/** Options of a run that was started in this browser lately. */
export function optionsOf(runId: string): RunOptions | undefined {
  return keptRuns().find((kept) => kept.runId === runId)?.options;
}

export function keepOptions(runId: string, options: RunOptions): void {
  store('browser', KEY, [{ runId, options }, ...keptRuns()].slice(0, MOST));
}

/** Only this page writes under the key. */
function keptRuns(): readonly Kept[] {
  const kept = readStored('browser', KEY);
  return Array.isArray(kept) ? (kept as readonly Kept[]) : [];
}
