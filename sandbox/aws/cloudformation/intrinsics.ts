/** Intrinsic functions: what stands in a template for a value. */
import { isMap, templateError, unknownHere } from './template-error';

/** What the functions of a template may ask for. */
export interface Scope {
  /** A parameter, a pseudo parameter or a resource; NO_VALUE for AWS::NoValue. */
  ref(name: string): unknown;
  attribute(resource: string, attribute: string): string;
  condition(name: string): boolean;
}

/** What `AWS::NoValue` stands for: the property or item is left out. */
export const NO_VALUE = Symbol('AWS::NoValue');

/** @returns the value with every function replaced by its result. @throws AwsError ValidationError. */
export function resolve(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => resolve(each, scope)).filter((each) => each !== NO_VALUE);
  }
  if (!isMap(value)) return value;
  const call = callOf(value);
  if (call !== undefined) return apply(call, scope);
  const entries = Object.entries(value).map(([key, each]) => [key, resolve(each, scope)] as const);
  return Object.fromEntries(entries.filter(([, each]) => each !== NO_VALUE));
}

/** The value of an expression of the section Conditions. @throws AwsError ValidationError. */
export function resolveCondition(value: unknown, scope: Scope): boolean {
  const call = isMap(value) ? callOf(value, true) : undefined;
  if (call === undefined) throw templateError('Template format error: a condition must be a function');
  const { name, argument } = call;
  const every = (): boolean[] => listOf(name, argument, 1, 10).map((each) => resolveCondition(each, scope));
  switch (name) {
    case 'Condition':
      return scope.condition(textOf(name, argument));
    case 'Fn::And':
      return every().every(Boolean);
    case 'Fn::Or':
      return every().some(Boolean);
    case 'Fn::Not':
      return !resolveCondition(listOf(name, argument, 1, 1)[0], scope);
    case 'Fn::Equals': {
      const [left, right] = listOf(name, argument, 2, 2).map((each) => textOf(name, resolve(each, scope)));
      return left === right;
    }
    default:
      throw unknownHere(`as a condition the function ${name}`);
  }
}

interface Call {
  readonly name: string;
  readonly argument: unknown;
}

/** `Condition` is a function among conditions only: elsewhere, as in a policy, it is a key like any other. */
function callOf(value: Readonly<Record<string, unknown>>, amongConditions = false): Call | undefined {
  const keys = Object.keys(value);
  const isFunction = (key: string): boolean =>
    key === 'Ref' || key.startsWith('Fn::') || (amongConditions && key === 'Condition');
  const name = keys.find(isFunction);
  if (name === undefined) return undefined;
  if (keys.length > 1) throw templateError(`Template format error: ${name} must stand alone`);
  return { name, argument: value[name] };
}

function apply({ name, argument }: Call, scope: Scope): unknown {
  switch (name) {
    case 'Ref':
      return scope.ref(textOf(name, argument));
    case 'Fn::If': {
      const [condition, then, otherwise] = listOf(name, argument, 3, 3);
      return resolve(scope.condition(textOf(name, condition)) ? then : otherwise, scope);
    }
    case 'Fn::Join': {
      const [delimiter, list] = listOf(name, argument, 2, 2);
      const items = listOf(name, resolve(list, scope), 0, Infinity).map((item) => textOf(name, item));
      return items.join(textOf(name, delimiter));
    }
    case 'Fn::GetAtt': {
      const [resource, attribute] = pathOf(argument);
      return scope.attribute(resource, attribute);
    }
    case 'Fn::Sub':
      return substitute(argument, scope);
    default:
      throw unknownHere(`the function ${name}`);
  }
}

/** `${!Name}` is the text `${Name}`. */
function substitute(argument: unknown, scope: Scope): string {
  const [text, values] = typeof argument === 'string' ? [argument, {}] : listOf('Fn::Sub', argument, 2, 2);
  if (!isMap(values)) throw templateError('Template error: Fn::Sub takes a map of values');
  return textOf('Fn::Sub', text).replace(/\$\{([^}]*)\}/gu, (_whole, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`;
    if (Object.hasOwn(values, name)) return textOf('Fn::Sub', resolve(values[name], scope));
    const [resource, attribute] = name.split(/\.(.*)/u);
    const value = attribute === undefined ? scope.ref(name) : scope.attribute(resource ?? '', attribute);
    return textOf('Fn::Sub', value);
  });
}

function pathOf(argument: unknown): readonly [string, string] {
  const parts = typeof argument === 'string' ? argument.split(/\.(.*)/u).slice(0, 2) : argument;
  const [resource, attribute] = listOf('Fn::GetAtt', parts, 2, 2);
  return [textOf('Fn::GetAtt', resource), textOf('Fn::GetAtt', attribute)];
}

function listOf(name: string, value: unknown, min: number, max: number): readonly unknown[] {
  if (Array.isArray(value) && value.length >= min && value.length <= max) return value;
  throw templateError(`Template error: ${name} takes a list of ${min === max ? '' : 'at least '}${min}`);
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw templateError(`Template error: ${name} takes strings`);
}
