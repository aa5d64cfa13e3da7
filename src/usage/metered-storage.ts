/** Forge's storage, whose units are counted: one for each key and each 10 KB begun of its value. */
import { spend } from './tally';

/** "Each operation costs a unit for each 10 KB"; whether those are 10,000 or 10,240 bytes is unverified. */
const UNIT_BYTES = 10_000;

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
  if (!READS.includes(name)) {
    if (name !== 'execute') spend({ written: unitsOf(args) });
    return answer;
  }
  return answer.then((value) => {
    spend({ read: itemsOf(value).reduce<number>((sum, item) => sum + unitsOf(item), 0) });
    return value;
  });
}

/** Of a query's answer what it found; it costs one where it finds nothing. */
function itemsOf(value: unknown): readonly unknown[] {
  const found = (value as { readonly results?: unknown } | null | undefined)?.results;
  return Array.isArray(found) && found.length > 0 ? found : [value];
}

function unitsOf(value: unknown): number {
  const bytes = value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));
  return Math.max(1, Math.ceil(bytes / UNIT_BYTES));
}
