/**
 * `filter.expression` of a trigger.
 * https://developer.atlassian.com/platform/forge/events-reference/product_events/#filter-out-atlassian-app-events
 */
import type { IssueProperties, ProductEvent } from '../product-event';
import { evaluate } from './evaluate';
import { type Node, parse } from './parse';

export interface Condition {
  /** Whether the event is for the module. What goes wrong is noted where the module wants it. */
  holds(event: ProductEvent, properties: IssueProperties, note: (text: string) => void): boolean;
  /** The paths into entity properties that it names, each as a text. */
  readonly propertyPaths: readonly string[];
}

const ON_ERROR = ['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG'];

/**
 * @param name the module's, for complaints
 * @throws Error for an expression that the local site cannot read, and for an `onError` that does not exist
 */
export function readCondition(name: string, expression: string, onError = 'IGNORE_AND_LOG'): Condition {
  if (!ON_ERROR.includes(onError)) throw new Error(`${name}: there is no onError "${onError}"`);
  const node = parse(expression, name);
  return {
    propertyPaths: pathsIn(node),
    holds(event, properties, note) {
      try {
        const value = evaluate(node, event, properties);
        if (typeof value === 'boolean') return value;
        throw new Error(`it says ${JSON.stringify(value)} instead of true or false`);
      } catch (error) {
        if (onError.endsWith('_AND_LOG')) note(`${name}, filter.expression: ${String(error)}`);
        return onError.startsWith('RECEIVE');
      }
    },
  };
}

/** Each as one text, equal for equal paths. */
function pathsIn(node: Node): readonly string[] {
  switch (node.kind) {
    case 'property':
      return [JSON.stringify([node.key, ...node.path])];
    case 'member':
    case 'not':
      return pathsIn(node.of);
    case 'both':
      return [...pathsIn(node.left), ...pathsIn(node.right)];
    default:
      return [];
  }
}
