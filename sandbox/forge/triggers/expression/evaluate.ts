/** The value of an expression for an event. */
import type { ProductEvent } from '../product-event';
import type { Node } from './parse';

/** @throws Error for a member that is not there, and for a logical operator on anything but true and false */
export function evaluate(node: Node, event: ProductEvent): unknown {
  switch (node.kind) {
    case 'literal':
      return node.value;
    case 'event':
      return event;
    case 'member':
      return member(evaluate(node.of, event), node.name, node.orNull);
    case 'not':
      return !truth(evaluate(node.of, event));
    case 'both':
      return both(node, event);
  }
}

function both({ operator, left, right }: Extract<Node, { kind: 'both' }>, event: ProductEvent): unknown {
  const first = evaluate(left, event);
  switch (operator) {
    case '&&':
      return truth(first) && truth(evaluate(right, event));
    case '||':
      return truth(first) || truth(evaluate(right, event));
    case '==':
      return first === evaluate(right, event);
    case '!=':
      return first !== evaluate(right, event);
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
