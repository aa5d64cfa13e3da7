import type { AppFunction } from './app-function';
import type { Kind } from './pool';

/** An invocation of a function, before it has an id. */
export interface InvocationOrder {
  readonly fn: AppFunction;
  readonly kind: Kind;
  /** The handler's first argument. */
  readonly request: object;
  readonly limitMs: number;
  /** The person on whose behalf it runs; nobody by default. */
  readonly accountId?: string | undefined;
  /** The module that calls the function, where it is known by itself. */
  readonly moduleKey?: string;
  /** The invocation that began the chain of pushes; this one by default. */
  readonly root?: string;
}
