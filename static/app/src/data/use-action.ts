import { useCallback, useState } from 'react';
import { CallFailure } from '../bridge/call-failure';

export interface Action<A extends readonly unknown[]> {
  readonly run: (...args: A) => Promise<void>;
  readonly isRunning: boolean;
  /** Of the last time. */
  readonly failure: CallFailure | undefined;
  readonly forget: () => void;
}

/** Something a person starts: runs once at a time, and keeps what went wrong to be shown beside its button. */
export function useAction<A extends readonly unknown[]>(work: (...args: A) => Promise<void>): Action<A> {
  const [isRunning, setRunning] = useState(false);
  const [failure, setFailure] = useState<CallFailure>();
  const run = async (...args: A) => {
    if (isRunning) return;
    setRunning(true);
    setFailure(undefined);
    try {
      await work(...args);
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error;
      setFailure(error);
    } finally {
      setRunning(false);
    }
  };
  return { run, isRunning, failure, forget: useCallback(() => setFailure(undefined), []) };
}
