/** What differs between two records of settings, value by value. Pure. */
import { isList, isObject } from '../json';
import type { Reason } from '../reason';
import { because } from './reasons';

/** Lines of one setting; further ones are counted, and told by what the setting is as a whole. */
const MOST = 500;

/** `changedValues` of each member apart: no member, however much of it changed, takes the place of another. */
export function changedMembers(before: object, after: object): readonly Reason[] {
  return pairs(before, after).flatMap(([name, old, now]) => {
    const lines = changedValues(old, now, name);
    if (lines.length <= MOST) return lines;
    const whole = line(name, old, now);
    return [...lines.slice(0, MOST), because('values-left-out', { count: lines.length - MOST, whole })];
  });
}

/**
 * A line for each value that differs: its name with the members that lead to it (`resolveSelects.statuses.0`), and the
 * value before and after as JSON. Lists of texts differ by what was taken out and what came in, whatever the order; a list
 * that is not there is one without texts.
 */
export function changedValues(before: unknown, after: unknown, name = ''): readonly Reason[] {
  if (isSame(before, after)) return [];
  const within =
    isTexts(before) || isTexts(after) ? textsWithin(before, after, name) : membersWithin(before, after, name);
  return within.length > 0 ? within : [line(name, before, after)];
}

function textsWithin(before: unknown = [], after: unknown = [], name: string): readonly Reason[] {
  if (!mayBeTexts(before) || !mayBeTexts(after)) return [];
  const out = before.filter((text) => !after.includes(text));
  const added = after.filter((text) => !before.includes(text));
  return [
    ...out.map((text) => line(name, text, undefined)),
    ...added.map((text) => line(name, undefined, text)),
  ];
}

function membersWithin(before: unknown = {}, after: unknown = {}, name: string): readonly Reason[] {
  if (!isBranch(before) || !isBranch(after)) return [];
  return pairs(before, after).flatMap(([each, old, now]) =>
    changedValues(old, now, name === '' ? each : `${name}.${each}`),
  );
}

/** Each member that one of them has, before and after. */
function pairs(
  before: unknown,
  after: unknown,
): readonly (readonly [name: string, old: unknown, now: unknown])[] {
  const old = members(before);
  const now = members(after);
  return [...new Set([...old.keys(), ...now.keys()])].map((name) => [name, old.get(name), now.get(name)]);
}

function line(name: string, before: unknown, after: unknown): Reason {
  return because('value-changed', { name, from: told(before), to: told(after) });
}

function isTexts(value: unknown): value is readonly string[] {
  return mayBeTexts(value) && value.length > 0;
}

/** An empty list may be one of anything. */
function mayBeTexts(value: unknown): value is readonly string[] {
  return isList(value) && value.every((each) => typeof each === 'string');
}

function isBranch(value: unknown): boolean {
  return isList(value) || isObject(value);
}

function members(value: unknown): ReadonlyMap<string, unknown> {
  if (isList(value)) return new Map(value.map((each, index) => [String(index), each]));
  return new Map(isObject(value) ? Object.entries(value) : []);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function told(value: unknown): string | Reason {
  return value === undefined ? because('value-none') : JSON.stringify(value);
}
