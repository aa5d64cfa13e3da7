import type { Value } from './fields/field';
import { refusedFunction } from './fields/values';
import { JqlError } from './jql-error';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const PERIOD_UNITS: Readonly<Record<string, number>> = { w: 7 * DAY, d: DAY, h: 60 * MINUTE, m: MINUTE };
const FORMATS =
  "Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.";

/**
 * The instant (ms epoch) that a date value names: a date, a period from now, milliseconds, or one of
 * now(), startOfDay([n]), endOfDay([n]). The local site keeps its time in UTC; in Jira the caller's time zone
 * decides. https://support.atlassian.com/jira-software-cloud/docs/jql-fields/ (Created)
 */
export function parseDate(value: Value, field: string, now: number): number {
  if (value.kind === 'function') return dateFunction(value, field, now);
  if (value.kind === 'number') return Number(value.value);
  const instant = parsePeriod(value.value, now) ?? parseCalendarDate(value.value);
  if (instant !== undefined) return instant;
  throw new JqlError(`Date value '${value.value}' for field '${field}' is invalid. ${FORMATS}`);
}

function dateFunction(value: Extract<Value, { kind: 'function' }>, field: string, now: number): number {
  const name = value.name.toLowerCase();
  if (name === 'now') {
    if (value.args.length === 0) return now;
    throw new JqlError(`Function 'now' expected '0' arguments but received '${value.args.length}'.`);
  }
  if (name !== 'startofday' && name !== 'endofday') throw refusedFunction(value, field);
  if (value.args.length > 1) {
    throw new JqlError(
      `Function '${value.name}' expected between '0' and '1' arguments but received '${value.args.length}'.`,
    );
  }
  const start = new Date(increment(value.name, value.args[0], now)).setUTCHours(0, 0, 0, 0);
  return name === 'startofday' ? start : start + DAY - 1;
}

/** `-1`, `+2w`, `"-1M"`; without a unit it is days. */
function increment(name: string, argument: string | undefined, now: number): number {
  if (argument === undefined) return now;
  const [, sign, digits = '', unit = 'd'] = /^([+-]?)(\d{1,6})([yMwdhm]?)$/.exec(argument.trim()) ?? [];
  if (digits === '') {
    throw new JqlError(
      `Duration for function '${name}' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.`,
    );
  }
  const amount = Number(digits) * (sign === '-' ? -1 : 1);
  if (unit !== 'y' && unit !== 'M') return now + amount * (PERIOD_UNITS[unit || 'd'] ?? DAY);
  const date = new Date(now);
  return date.setUTCMonth(date.getUTCMonth() + amount * (unit === 'y' ? 12 : 1));
}

/** `-1d`, `4w 2d`, `-30` (minutes); undefined if it is no period. */
function parsePeriod(text: string, now: number): number | undefined {
  const [, sign, rest = ''] = /^([+-]?)(.+)$/.exec(text.trim()) ?? [];
  const parts = rest.split(/\s+/).map(periodPart);
  let sum = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sum += part;
  }
  return now + (sign === '-' ? -sum : sum);
}

function periodPart(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,9})(w|weeks?|d|days?|h|hours?|m|minutes?|)$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return Number(digits) * (PERIOD_UNITS[unit?.charAt(0) ?? ''] ?? MINUTE);
}

function parseCalendarDate(text: string): number | undefined {
  const match = /^(\d{4})([/-])(\d{1,2})\2(\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [year = 0, , month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part) => Number(part || 0));
  const instant = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const exists =
    instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day && hour < 24 && minute < 60;
  return exists ? instant.getTime() : undefined;
}
