import { LeaseLost } from '../storage/fenced';
import { Superseded } from './pause';

/** Another invocation has the workload: whoever meets this writes nothing more, and leaves everything to it. */
export function isLostLease(error: unknown): error is Superseded | LeaseLost {
  return error instanceof Superseded || error instanceof LeaseLost;
}
