/** A few warm workers, so that pages are answered while queue events are worked off. */
import type { Runner } from './runner';

export type Kind = 'front' | 'background';

export interface Pool {
  /** Workers at work. */
  readonly busy: number;
  /** Whether a background invocation would start at once; one worker is kept for the front. */
  readonly hasRoom: boolean;
  /** Runs `work` with a free worker, as soon as there is one. */
  use<T>(kind: Kind, work: (runner: Runner) => Promise<T>): Promise<T>;
  /** Calls back for each worker at work. */
  each(visit: (runner: Runner) => void): void;
  close(): Promise<void>;
}

/** At most `size` workers; the first is started now, the others when they are needed. */
export function createPool(size: number, create: () => Runner): Pool {
  const idle: Runner[] = [create()];
  const busy = new Set<Runner>();
  const waiting: (() => void)[] = [];
  let closed = false;
  async function use<T>(kind: Kind, work: (runner: Runner) => Promise<T>): Promise<T> {
    while (busy.size >= (kind === 'front' ? size : size - 1)) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    const runner = takeLiving(idle) ?? create();
    busy.add(runner);
    try {
      return await work(runner);
    } finally {
      busy.delete(runner);
      if (!closed) idle.push(runner.alive ? runner : create());
      for (const wake of waiting.splice(0)) wake();
    }
  }
  return {
    get busy() {
      return busy.size;
    },
    get hasRoom() {
      return busy.size < size - 1;
    },
    use,
    each: (visit) => busy.forEach(visit),
    close: async () => {
      closed = true;
      await Promise.all([...idle, ...busy].map((runner) => runner.close()));
    },
  };
}

function takeLiving(idle: Runner[]): Runner | undefined {
  while (idle.length > 0) {
    const runner = idle.pop();
    if (runner?.alive) return runner;
  }
  return undefined;
}
