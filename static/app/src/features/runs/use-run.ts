import { useEffect, useState } from 'react';
import type { RunView } from '../../../../../src/contract';
import { call, CallFailure } from '../../bridge/invoke';
import { useProjectKey } from '../../bridge/use-page-context';
import { pollDelay } from './poll-delay';
import { expectEnd, noteEnd } from './run-ends';

export interface WatchedRun {
  readonly run: RunView | undefined;
  /** Why it cannot be watched. */
  readonly failure: CallFailure | undefined;
  /** The last question got no answer; it is asked again. */
  readonly isLost: boolean;
}

/** Watches a run until it ends. Runs do not need it: they go on without anybody looking. */
export function useRun(runId: string): WatchedRun {
  const projectKey = useProjectKey();
  const [watched, setWatched] = useState<WatchedRun>({ run: undefined, failure: undefined, isLost: false });
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async (turn: number): Promise<void> => {
      const seen = await askFor(projectKey, runId);
      if (isGone) return;
      setWatched((before) => ({ ...seen, run: seen.run ?? before.run }));
      if (seen.failure || (seen.run && hasEnded(seen.run))) return;
      timer = setTimeout(() => void look(turn + 1), pollDelay(turn));
    };
    void look(0);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [projectKey, runId]);
  return watched;
}

export function hasEnded({ state }: RunView): boolean {
  return state === 'done' || state === 'failed';
}

async function askFor(projectKey: string, runId: string): Promise<WatchedRun> {
  try {
    const run = await call('sync.run', { projectKey, runId });
    if (hasEnded(run)) noteEnd(runId, projectKey, run.mode);
    else expectEnd(runId);
    return { run, failure: undefined, isLost: false };
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    const isLost = error.code === 'unreachable' || error.code === 'upstream';
    return { run: undefined, failure: isLost ? undefined : error, isLost };
  }
}
