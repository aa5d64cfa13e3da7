/** Forge's storage, asked again after what may pass. */
import type { Patience } from '../try-again';
import { patiently } from './unavailable';

/**
 * The same object, all of whose promises, and those of what it builds (queries, entities), are asked for again as
 * `patiently` does. Give it no write that holds under a condition: one that was done would be refused the second time.
 */
export function steady<T extends object>(storage: T, patience: Patience): T {
  const proxy: T = new Proxy(storage, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]) => {
        const call = (): unknown => Reflect.apply(member, target, args);
        const answer = call();
        if (answer instanceof Promise)
          return patiently((attempt) => (attempt === 0 ? answer : Promise.resolve(call())), patience);
        if (answer === target) return proxy;
        return typeof answer === 'object' && answer !== null ? steady(answer, patience) : answer;
      };
    },
  });
  return proxy;
}
