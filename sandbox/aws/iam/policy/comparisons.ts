/** The condition operators that compare a value of the request with a value of the policy. */
import { matchesArn, matchesText, type Pattern, plainText } from './pattern';

type Compare = (requested: string, pattern: Pattern) => boolean;

interface Operator {
  readonly compare: Compare;
  /** Holds where the comparison does not. */
  readonly negated: boolean;
}

const is = (compare: Compare): Operator => ({ compare, negated: false });
const isNot = (compare: Compare): Operator => ({ compare, negated: true });

const equal: Compare = (requested, pattern) => requested === plainText(pattern);
const equalIgnoringCase: Compare = (requested, pattern) =>
  requested.toLowerCase() === plainText(pattern).toLowerCase();
const like: Compare = (requested, pattern) => matchesText(pattern, requested);
/** ArnEquals and ArnLike behave alike (IAM User Guide, "ARN condition operators"). */
const arnLike: Compare = (requested, pattern) => matchesArn(pattern, requested);
const sameBoolean: Compare = (requested, pattern) =>
  requested.toLowerCase() === plainText(pattern).toLowerCase();

const OPERATORS = {
  StringEquals: is(equal),
  StringNotEquals: isNot(equal),
  StringEqualsIgnoreCase: is(equalIgnoringCase),
  StringNotEqualsIgnoreCase: isNot(equalIgnoringCase),
  StringLike: is(like),
  StringNotLike: isNot(like),
  ArnEquals: is(arnLike),
  ArnNotEquals: isNot(arnLike),
  ArnLike: is(arnLike),
  ArnNotLike: isNot(arnLike),
  Bool: is(sameBoolean),
  NumericEquals: is(by(asNumber, (a, b) => a === b)),
  NumericNotEquals: isNot(by(asNumber, (a, b) => a === b)),
  NumericLessThan: is(by(asNumber, (a, b) => a < b)),
  NumericLessThanEquals: is(by(asNumber, (a, b) => a <= b)),
  NumericGreaterThan: is(by(asNumber, (a, b) => a > b)),
  NumericGreaterThanEquals: is(by(asNumber, (a, b) => a >= b)),
  DateEquals: is(by(asTime, (a, b) => a === b)),
  DateNotEquals: isNot(by(asTime, (a, b) => a === b)),
  DateLessThan: is(by(asTime, (a, b) => a < b)),
  DateLessThanEquals: is(by(asTime, (a, b) => a <= b)),
  DateGreaterThan: is(by(asTime, (a, b) => a > b)),
  DateGreaterThanEquals: is(by(asTime, (a, b) => a >= b)),
} satisfies Record<string, Operator>;

export type Comparison = keyof typeof OPERATORS;

export function isComparison(name: string): name is Comparison {
  return Object.hasOwn(OPERATORS, name);
}

export function operatorOf(comparison: Comparison): Operator {
  return OPERATORS[comparison];
}

/** What is no number or no time compares with nothing. */
function by(read: (text: string) => number, compare: (a: number, b: number) => boolean): Compare {
  return (requested, pattern) => compare(read(requested), read(plainText(pattern)));
}

function asNumber(text: string): number {
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
}

/** ISO 8601, or seconds since the epoch. */
function asTime(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) * 1000 : Date.parse(text);
}
