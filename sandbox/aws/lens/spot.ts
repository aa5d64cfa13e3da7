/** Reading untrusted JSON: every value knows its location in the file, and every problem is told with it. */

export interface Problem {
  /** `pillars[2].questions[0].title`, `line 3, column 7`, or `(root)`. */
  readonly location: string;
  readonly message: string;
}

/** A value, where it stands, and where problems are collected. */
export interface Spot {
  readonly value: unknown;
  readonly location: string;
  readonly problems: Problem[];
}

export interface TextLimits {
  readonly min: number;
  readonly max: number;
  readonly pattern?: { readonly regex: RegExp; readonly words: string };
}

export function rootSpot(value: unknown): Spot {
  return { value, location: '(root)', problems: [] };
}

export function report(spot: Spot, message: string): void {
  spot.problems.push({ location: spot.location, message });
}

/** The member of an object; its value is undefined where the key is missing. */
export function member(spot: Spot, key: string): Spot {
  const value = isObject(spot.value) && Object.hasOwn(spot.value, key) ? spot.value[key] : undefined;
  return {
    value,
    location: spot.location === '(root)' ? key : `${spot.location}.${key}`,
    problems: spot.problems,
  };
}

/** Whether a key is there; JSON's null counts as absent. */
export function isPresent(spot: Spot): boolean {
  return spot.value !== undefined && spot.value !== null;
}

/** Whether this is an object; reports it if not. */
export function checkObject(spot: Spot): boolean {
  if (isObject(spot.value)) return true;
  report(spot, `must be an object, but ${found(spot.value)}`);
  return false;
}

/** The text here, or an empty one after reporting what is wrong with it. */
export function readText(spot: Spot, limits: TextLimits): string {
  const { min, max, pattern } = limits;
  const rule = `must be a text of ${min}..${max} characters${pattern === undefined ? '' : ` (${pattern.words})`}`;
  if (typeof spot.value !== 'string') {
    report(spot, `${rule}, but ${found(spot.value)}`);
    return '';
  }
  const length = Array.from(spot.value).length;
  if (length < min || length > max) report(spot, `${rule}, but has ${length}`);
  else if (pattern?.regex.test(spot.value) === false) report(spot, `${rule}, but is ${quoted(spot.value)}`);
  return spot.value;
}

/** The text here, or undefined where the key is missing or null. */
export function readOptionalText(spot: Spot, limits: TextLimits): string | undefined {
  return isPresent(spot) ? readText(spot, limits) : undefined;
}

/** One of the given words; the first of them after reporting anything else. */
export function readWord<const W extends string>(spot: Spot, words: readonly [W, ...W[]]): W {
  const word = words.find((candidate) => candidate === spot.value);
  if (word !== undefined) return word;
  const shown = typeof spot.value === 'string' ? `is ${quoted(spot.value)}` : found(spot.value);
  report(spot, `must be ${words.map(quoted).join(' or ')}, but ${shown}`);
  return words[0];
}

/** The elements of a list; none after reporting that it is no list or too short or too long. */
export function readList(
  spot: Spot,
  limits: { readonly min: number; readonly max: number },
): readonly Spot[] {
  const { min, max } = limits;
  const rule = `must be a list of ${max === Infinity ? `at least ${min}` : `${min}..${max}`} elements`;
  if (!Array.isArray(spot.value)) {
    report(spot, `${rule}, but ${found(spot.value)}`);
    return [];
  }
  if (spot.value.length < min || spot.value.length > max)
    report(spot, `${rule}, but has ${spot.value.length}`);
  return elementsOf(spot);
}

/** The elements of a list, reporting nothing; none where there is no list. */
export function elementsOf(spot: Spot): readonly Spot[] {
  if (!Array.isArray(spot.value)) return [];
  const list: readonly unknown[] = spot.value;
  return list.map((value, index) => ({
    value,
    location: `${spot.location}[${index}]`,
    problems: spot.problems,
  }));
}

/** Reports every id that was already used, naming the location that used it first. */
export function checkUnique(ids: readonly Spot[], what: string): void {
  const first = new Map<unknown, string>();
  for (const id of ids) {
    if (typeof id.value !== 'string') continue;
    const other = first.get(id.value);
    if (other === undefined) first.set(id.value, id.location);
    else report(id, `repeats the ${what} id ${quoted(id.value)} of ${other}`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function found(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is null';
  if (Array.isArray(value)) return 'is a list';
  return typeof value === 'string'
    ? 'is a text'
    : `is ${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
