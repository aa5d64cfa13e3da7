/** Forge's storage, whose units are counted: one for each key and each 10 KB begun of its value. */
import { unitsOf, unitsOfAll } from '../storage/units';
import { spend } from './tally';

const READS: readonly string[] = ['get', 'getSecret', 'getMany', 'getOne', 'batchGet'];

/** Members of a transaction that is being built: each is of a key. */
const STEPS: readonly string[] = ['set', 'delete', 'check'];

/**
 * The same object, all of whose promises, and those of what it builds (queries, entities, transactions), are counted
 * when they are asked for, whatever comes of them; what they read when it is there.
 */
export function metered<T extends object>(storage: T): T {
  const proxy: T = new Proxy(storage, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function' || typeof name !== 'string') return member;
      return (...args: readonly unknown[]) => {
        const answer: unknown = Reflect.apply(member, target, args);
        if (answer instanceof Promise) return counted(name, args, answer);
        if (STEPS.includes(name)) spend({ written: unitsOf(args) });
        if (answer === target) return proxy;
        return typeof answer === 'object' && answer !== null ? metered(answer) : answer;
      };
    },
  });
  return proxy;
}

function counted(name: string, args: readonly unknown[], answer: Promise<unknown>): Promise<unknown> {
  const isBatch = name.startsWith('batch') && Array.isArray(args[0]);
  const keys: readonly unknown[] = isBatch ? (args[0] as readonly unknown[]) : [args];
  if (!READS.includes(name)) {
    if (name !== 'execute') spend({ written: unitsOfAll(keys) });
    return answer;
  }
  return answer.then((value) => {
    const found = foundIn(value);
    // What is not there costs as much as what is small.
    const missing = isBatch ? Math.max(0, keys.length - found.length) : 0;
    spend({ read: unitsOfAll(found) + missing });
    return value;
  });
}

/** What a query or a batch found; a query costs one where it finds nothing. */
function foundIn(value: unknown): readonly unknown[] {
  const { results, successfulKeys } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(successfulKeys)) return successfulKeys;
  return Array.isArray(results) && results.length > 0 ? results : [value];
}
