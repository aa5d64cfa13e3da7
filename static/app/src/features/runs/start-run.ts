import type { StartSync } from '../../../../../src/contract';
import { call } from '../../bridge/invoke';
import { refresh } from '../../data/answers';
import { keepOptions, type RunOptions } from './run-options';
import { expectEnd } from './run-ends';

interface Start extends Pick<StartSync, 'projectKey' | 'workloadArn' | 'mode' | 'fingerprint' | 'confirm'> {
  readonly options: RunOptions;
}

/** Starts a run and answers its id. @throws CallFailure */
export async function startRun({ options, ...start }: Start): Promise<string> {
  const { runId } = await call('sync.start', { ...start, ...options });
  keepOptions(runId, options);
  expectEnd(runId);
  refresh('workload.linked', 'workload.overview');
  return runId;
}
