/** The condition operators that compare a value of the request with a value of the policy. */
import { BlockList, isIP } from 'node:net';
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
  BinaryEquals: is(equal),
  IpAddress: is(inNetwork),
  NotIpAddress: isNot(inNetwork),
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

/** An address, or the addresses of a network: `203.0.113.0/24`, `2001:db8::/32`. */
function inNetwork(requested: string, pattern: Pattern): boolean {
  const [network = '', length] = plainText(pattern).split('/');
  const family = familyOf(network);
  if (family === undefined || familyOf(requested) !== family) return false;
  const list = new BlockList();
  const bits = length === undefined ? (family === 'ipv4' ? 32 : 128) : Number(length);
  if (!Number.isInteger(bits) || bits < 0 || bits > (family === 'ipv4' ? 32 : 128)) return false;
  list.addSubnet(network, bits, family);
  return list.check(requested, family);
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  if (version === 0) return undefined;
  return version === 4 ? 'ipv4' : 'ipv6';
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
