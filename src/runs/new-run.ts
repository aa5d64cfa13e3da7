import type { Run } from './model';

/** What is asked for; the rest says that nothing was done yet. */
export type Asked = Omit<
  Run,
  | 'state'
  | 'step'
  | 'message'
  | 'progress'
  | 'beganAt'
  | 'troubles'
  | 'wake'
  | 'lane'
  | 'revivals'
  | 'behind'
  | 'notBefore'
  | 'tally'
  | 'calls'
>;

/** A run that waits for its turn. */
export function newRun(asked: Asked): Run {
  return {
    ...asked,
    state: 'queued',
    step: 'run-queued',
    progress: { done: 0, total: 0 },
    troubles: 0,
    wake: 0,
    lane: 0,
    revivals: 0,
    notBefore: 0,
    tally: { updated: 0, closed: 0, reopened: 0, chosen: 0, notesWritten: 0 },
    calls: { jira: 0, aws: 0 },
  };
}
