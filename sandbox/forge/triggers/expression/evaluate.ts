/** The value of an expression for an event. */
import type { IssueProperties, ProductEvent } from '../product-event';
import type { Node } from './parse';
import { valueAt } from './property-paths';

/** @throws Error for a member that is not there, and for a logical operator on anything but true and false */
export function evaluate(node: Node, event: ProductEvent, properties: IssueProperties): unknown {
  const valueOf = (of: Node): unknown => evaluate(of, event, properties);
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'event':
      return event;
    case 'property':
      return valueAt(node, properties);
    case 'member':
      return member(valueOf(node.of), node.name, node.orNull);
    case 'not':
      return !truth(valueOf(node.of));
    case 'both':
      return both(node, valueOf);
  }
}

function both(
  { operator, left, right }: Extract<Node, { kind: 'both' }>,
  valueOf: (of: Node) => unknown,
): unknown {
  const first = valueOf(left);
  switch (operator) {
    case '&&':
      return truth(first) && truth(valueOf(right));
    case '||':
      return truth(first) || truth(valueOf(right));
    case '==':
      return first === valueOf(right);
    case '!=':
      return first !== valueOf(right);
  }
}

/** "Accessing object properties that aren't defined in the event payload" is an error. */
function member(of: unknown, name: string, orNull: boolean): unknown {
  if (orNull && (of === null || of === undefined)) return null;
  if (typeof of === 'object' && of !== null && Object.hasOwn(of, name)) return Reflect.get(of, name);
  throw new Error(`there is no ${name}`);
}

function truth(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new Error(`${JSON.stringify(value)} is neither true nor false`);
}
