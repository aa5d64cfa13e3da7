/** Problems of records in the platform's log: name and key, never what is stored. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { RecordProblem } from './problems';

export type RecordLog = (problem: RecordProblem) => void;

/** What was logged in the invocation that goes on. */
const invocations = new AsyncLocalStorage<Set<string>>();

/** Entry points call their work through it: each problem is then logged once an invocation. */
export function inInvocation<T>(work: () => Promise<T>): Promise<T> {
  return invocations.run(new Set(), work);
}

export function logRecordProblem(problem: RecordProblem): void {
  const line = JSON.stringify(problem);
  const logged = invocations.getStore();
  if (logged?.has(line) === true) return;
  logged?.add(line);
  // eslint-disable-next-line no-console -- the platform's log
  console.error('Stored record not usable', line);
}
