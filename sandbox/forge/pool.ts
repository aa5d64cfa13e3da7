/** A few warm workers, so that pages are answered while queue events are worked off. */
import type { Runner } from './runner';

export type Kind = 'front' | 'background';

export interface Pool {
  /** Workers at work. */
  readonly busy: number;
  /** Whether a background invocation would start at once; one worker is kept for the front. */
  readonly hasRoom: boolean;
  /** Runs `work` with a free worker that has so much memory, as soon as there is one. */
  use<T>(kind: Kind, memoryMb: number, work: (runner: Runner) => Promise<T>): Promise<T>;
  /** Calls back for each worker at work. */
  each(visit: (runner: Runner) => void): void;
  close(): Promise<void>;
}

/** At most `size` workers at work, and as many idle ones. One with `memoryMb` is started now, others when needed. */
export function createPool(size: number, memoryMb: number, create: (memoryMb: number) => Runner): Pool {
  const idle: Runner[] = [create(memoryMb)];
  const busy = new Set<Runner>();
  const waiting: (() => void)[] = [];
  let closed = false;
  async function use<T>(kind: Kind, memory: number, work: (runner: Runner) => Promise<T>): Promise<T> {
    while (busy.size >= (kind === 'front' ? size : size - 1)) {
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    const runner = takeLiving(idle, memory) ?? create(memory);
    busy.add(runner);
    try {
      return await work(runner);
    } finally {
      busy.delete(runner);
      if (!closed) keep(idle, runner.alive ? runner : create(memory), size);
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

/** The one that was used last: it is warm. */
function takeLiving(idle: Runner[], memoryMb: number): Runner | undefined {
  for (let at = idle.length - 1; at >= 0; at -= 1) {
    const runner = idle[at];
    if (runner === undefined || (runner.alive && runner.memoryMb !== memoryMb)) continue;
    idle.splice(at, 1);
    if (runner.alive) return runner;
  }
  return undefined;
}

function keep(idle: Runner[], runner: Runner, size: number): void {
  idle.push(runner);
  if (idle.length > size) void idle.shift()?.close();
}
