import { useProjectKey } from '../../../bridge/use-page-context';
import { type Action, useAction } from '../../../data/use-action';
import type { RunOptions } from '../../runs/run-options';
import { startRun } from '../../runs/start-run';

interface PlanRuns {
  readonly preview: Action<[RunOptions]>;
  /** Applies the plan of this fingerprint and no other. */
  readonly sync: Action<[RunOptions, { readonly fingerprint: string; readonly confirm: boolean }]>;
}

/** The runs that may follow a plan. */
export function usePlanRuns(workloadArn: string, onRun: (runId: string) => void): PlanRuns {
  const projectKey = useProjectKey();
  return {
    preview: useAction(async (options) =>
      onRun(await startRun({ projectKey, workloadArn, mode: 'preview', options })),
    ),
    sync: useAction(async (options, approval) =>
      onRun(await startRun({ projectKey, workloadArn, mode: 'sync', options, ...approval })),
    ),
  };
}
