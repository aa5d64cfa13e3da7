/**
 * Event patterns: which events a rule is about ("Amazon EventBridge event patterns" and "Comparison operators",
 * EventBridge User Guide). Fields must all match, the conditions of one field are alternatives.
 */
import { AwsError } from '../aws-error';
import { isMap } from '../cloudformation/template-error';

export type Test = (event: unknown) => boolean;
type Condition = (value: unknown) => boolean;

/** @throws AwsError InvalidEventPatternException; what the stand-in does not know is refused by name. */
export function parsePattern(pattern: unknown): Test {
  if (!isMap(pattern) || Object.keys(pattern).length === 0) throw invalid('it must be an object with fields');
  const tests = Object.entries(pattern).map(([key, value]) =>
    key === '$or' ? parseAlternatives(value) : parseField(key, value),
  );
  return (event) => tests.every((test) => test(event));
}

function parseAlternatives(value: unknown): Test {
  if (!Array.isArray(value) || value.length < 2) throw invalid('$or takes a list of two or more patterns');
  const tests = value.map(parsePattern);
  return (event) => tests.some((test) => test(event));
}

function parseField(key: string, value: unknown): Test {
  const fieldOf = (event: unknown): unknown =>
    isMap(event) && Object.hasOwn(event, key) ? event[key] : undefined;
  if (!Array.isArray(value)) {
    const test = parsePattern(value);
    return (event) => test(fieldOf(event));
  }
  if (value.length === 0) throw invalid(`the list of ${key} is empty`);
  const conditions = value.map((each: unknown) => parseCondition(key, each));
  return (event) => conditions.some((matches) => matches(fieldOf(event)));
}

function parseCondition(key: string, condition: unknown): Condition {
  if (isScalar(condition)) return someElement((value) => value === condition);
  const [[operator, operand] = [], ...more] = isMap(condition) ? Object.entries(condition) : [];
  if (operator === undefined || more.length > 0) throw invalid(`${key} has a condition that is none`);
  switch (operator) {
    case 'exists':
      if (typeof operand !== 'boolean') throw invalid(`exists of ${key} must be true or false`);
      return (value) => isLeaf(value) === operand;
    case 'prefix':
      return someElement(startsWith(key, operand));
    case 'anything-but':
      return someElement(negated(anyOf(key, operand)));
    default:
      throw invalid(`the local site does not know the operator ${operator} (${key})`);
  }
}

/** What `anything-but` excludes: a value, a list of values, or a prefix. */
function anyOf(key: string, operand: unknown): Condition {
  if (isMap(operand) && Object.keys(operand).join() === 'prefix') return startsWith(key, operand.prefix);
  const excluded: readonly unknown[] = Array.isArray(operand) ? operand : [operand];
  const isRight = excluded.length > 0 && excluded.every((each) => ['string', 'number'].includes(typeof each));
  if (!isRight) throw invalid(`anything-but of ${key} takes strings or numbers`);
  return (value) => excluded.includes(value);
}

function startsWith(key: string, prefix: unknown): Condition {
  if (typeof prefix !== 'string') throw invalid(`prefix of ${key} must be a string`);
  return (value) => typeof value === 'string' && value.startsWith(prefix);
}

function negated(condition: Condition): Condition {
  return (value) => !condition(value);
}

/** A field that is absent, or an object, has no value that could match; of a list one element suffices. */
function someElement(condition: Condition): Condition {
  return (value) => {
    if (Array.isArray(value)) return value.some((each) => isScalar(each) && condition(each));
    return isScalar(value) && condition(value);
  };
}

/** `exists` is about leaves only: an object is none. */
function isLeaf(value: unknown): boolean {
  return isScalar(value) || (Array.isArray(value) && value.length > 0);
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function invalid(reason: string): AwsError {
  return new AwsError('InvalidEventPatternException', 400, `Event pattern is not valid. Reason: ${reason}`);
}
