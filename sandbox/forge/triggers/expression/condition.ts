/**
 * `filter.expression` of a trigger.
 * https://developer.atlassian.com/platform/forge/events-reference/product_events/#filter-out-atlassian-app-events
 */
import type { ProductEvent } from '../product-event';
import { evaluate } from './evaluate';
import { parse } from './parse';

/** Whether the event is for the module. What goes wrong is noted where the module wants it. */
export type Condition = (event: ProductEvent, note: (text: string) => void) => boolean;

const ON_ERROR = ['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG'];

/**
 * @param name the module's, for complaints
 * @throws Error for an expression that the local site cannot read, and for an `onError` that does not exist
 */
export function readCondition(name: string, expression: string, onError = 'IGNORE_AND_LOG'): Condition {
  if (!ON_ERROR.includes(onError)) throw new Error(`${name}: there is no onError "${onError}"`);
  const node = parse(expression, name);
  return (event, note) => {
    try {
      const value = evaluate(node, event);
      if (typeof value === 'boolean') return value;
      throw new Error(`it says ${JSON.stringify(value)} instead of true or false`);
    } catch (error) {
      if (onError.endsWith('_AND_LOG')) note(`${name}, filter.expression: ${String(error)}`);
      return onError.startsWith('RECEIVE');
    }
  };
}
