/** Reads that a short job would repeat within moments: each step of it asks anew what holds for its workload. */
import { AsyncLocalStorage } from 'node:async_hooks';

interface Kept {
  readonly at: number;
  readonly answer: Promise<unknown>;
}

interface Job {
  readonly reads: Map<string, Kept>;
  readonly keeps: RegExp;
}

const jobs = new AsyncLocalStorage<Job | undefined>();

/** A run looks at most this often whether it may go on. */
const KEPT_MS = 1000;

/**
 * Links of workloads, whose lists are claimed place by place, with their settings and connections, links of issues,
 * memories of notes, what triage lists, the site's address.
 */
const KEPT =
  /^(?:linked:|linked-(?:of|by):|settings:|site-settings$|connection:|access-key:|link:|notes:|triage:|site-url$)/;

/** Of those, what runs of a workload read and never write under their lease, past this storage. */
export const OF_ADMISSION = /^(?:linked:|settings:|site-settings$|connection:|access-key:|site-url$)/;

/** What is read within the work is kept for a second. @param keeps of the keys that may be kept, those meant */
export function keepingReads<T>(work: () => Promise<T>, keeps: RegExp = KEPT): Promise<T> {
  return jobs.run({ reads: new Map(), keeps }, work);
}

/** What is read within the work is read as it stands now, whoever keeps reads around it. */
export function readingAnew<T>(work: () => Promise<T>): Promise<T> {
  return jobs.run(undefined, work);
}

/** The job wrote these keys past the storage that keeps reads: it reads them anew. */
export function forgetKept(keys: readonly string[]): void {
  for (const key of keys) jobs.getStore()?.reads.delete(key);
}

/**
 * The same storage, which answers from what is kept where somebody keeps reads, and only for records that jobs read
 * again and again. What the job itself writes is read anew: writes of these records go through it, or tell
 * `forgetKept`.
 */
export function withKeptReads<T extends object>(storage: T, clock: { now(): number }): T {
  return new Proxy(storage, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const call = (...args: readonly unknown[]): unknown => Reflect.apply(member, target, args);
      if (name === 'get' || name === 'getSecret')
        return (...args: readonly unknown[]) => read(args, call, clock);
      return (...args: readonly unknown[]) => {
        const [key] = args;
        if (typeof key === 'string') forgetKept([key]);
        return call(...args);
      };
    },
  });
}

function read(
  args: readonly unknown[],
  call: (...args: readonly unknown[]) => unknown,
  clock: { now(): number },
): unknown {
  const job = jobs.getStore();
  const [key, options] = args;
  if (job === undefined || typeof key !== 'string' || options !== undefined || !job.keeps.test(key))
    return call(...args);
  const kept = job.reads;
  const now = clock.now();
  const before = kept.get(key);
  if (before !== undefined && now - before.at < KEPT_MS) return before.answer;
  const answer = Promise.resolve(call(key));
  kept.set(key, { at: now, answer });
  answer.catch(() => kept.delete(key));
  return answer;
}
