import { useQuery } from '@tanstack/react-query';
import type { RunView } from '../../../../../src/contract';
import type { CallFailure } from '../../bridge/call-failure';
import { call } from '../../bridge/invoke';
import { useProjectKey } from '../../bridge/use-page-context';
import { answerOf } from '../../data/answers';
import { pollDelay } from './poll-delay';
import { expectEnd, noteEnd } from './run-ends';

export interface WatchedRun {
  readonly run: RunView | undefined;
  /** Why it cannot be watched. */
  readonly failure: CallFailure | undefined;
  /** Why the last question got no answer; it is asked again. */
  readonly lost: CallFailure | undefined;
}

/**
 * Watches a run until it ends. Runs do not need it: they go on without anybody watching, and a tab that nobody sees
 * asks nothing.
 */
export function useRun(runId: string): WatchedRun {
  const projectKey = useProjectKey();
  const { data, error } = useQuery({
    ...answerOf('sync.run', { projectKey, runId }),
    queryFn: () => readRun(projectKey, runId),
    // One that has ended does not change any more.
    staleTime: ({ state }) => (state.data && hasEnded(state.data) ? Infinity : 0),
    retryOnMount: true,
    refetchInterval: ({ state: { data: run, error: failed, dataUpdateCount, errorUpdateCount } }) => {
      if ((run && hasEnded(run)) || (failed && !isPassing(failed))) return false;
      return pollDelay(dataUpdateCount + errorUpdateCount - 1, run?.state);
    },
  });
  if (error === null) return { run: data, failure: undefined, lost: undefined };
  return isPassing(error)
    ? { run: data, failure: undefined, lost: error }
    : { run: data, failure: error, lost: undefined };
}

export function hasEnded({ state }: RunView): boolean {
  return state === 'done' || state === 'failed';
}

async function readRun(projectKey: string, runId: string): Promise<RunView> {
  const run = await call('sync.run', { projectKey, runId });
  if (hasEnded(run)) noteEnd(runId, run.mode);
  else expectEnd(runId);
  return run;
}

/** Neither the run nor the right to see it is gone: asking again can help. */
function isPassing({ code }: CallFailure): boolean {
  return code === 'unreachable' || code === 'upstream';
}
