/** What anybody may send in place of what a resolver asks for. */
import fc from 'fast-check';

export type Path = readonly (string | number)[];

const LONG = 100_000;
const MANY = 10_000;
/** The local site hands over some thousand levels; schemas alone are tried with more (payloads.test.ts). */
const DEEP = 2_000;

/** Texts that are no text to somebody: to UTF-8, to storage, to a URL, to JQL, to whoever reads them. */
const TEXTS: readonly string[] = [
  '\ud800',
  'a\udc00b',
  '\0',
  'a\0b',
  '\u202egnp.exe',
  '\u200b',
  '\u2028',
  '',
  ' ',
  '\n',
  '__proto__',
  'constructor',
  '" OR project is not EMPTY OR "',
  "'\\",
  '../../..',
  '%00%ff%',
  '<img src=x onerror=alert(1)>',
  '{name, select, other {}}',
  '9'.repeat(400),
  'x'.repeat(LONG),
  '😀'.repeat(LONG / 2),
  '\ud800'.repeat(1000),
];

/** As JSON has them: NaN is null. */
const NUMBERS: readonly unknown[] = [Number.NaN, 1e308, -1e308, -1, 0, 0.5, 2 ** 53, 1e-320];

const OTHERS: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[]],
  [null],
  Array.from({ length: MANY }, () => 0),
  Array.from({ length: MANY }, (_, nth) => `text ${nth}`),
  nested(DEEP, '['),
  nested(DEEP, '{'),
  JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": {"prototype": {}}}'),
  Object.fromEntries(Array.from({ length: MANY }, (_, nth) => [`member ${nth}`, nth])),
];

export const HOSTILE: readonly unknown[] = [...TEXTS, ...NUMBERS, ...OTHERS];

function nested(depth: number, bracket: '[' | '{'): unknown {
  let value: unknown = 0;
  for (let level = 0; level < depth; level += 1) value = bracket === '[' ? [value] : { a: value };
  return value;
}

/** What is done to a payload, at one place of it. */
export interface Change {
  readonly path: Path;
  readonly what: string;
  /** The member anew; undefined takes it out. */
  readonly of: (member: unknown) => unknown;
}

const hostile = fc.nat(HOSTILE.length - 1).map((nth) => ({
  what: `hostile value ${nth}`,
  of: () => HOSTILE[nth],
}));
const unknownMember = fc
  .tuple(fc.constantFrom('extra', '__proto__', 'toString', '\ud800', 'x'.repeat(1000)), fc.jsonValue())
  .map(([name, value]) => ({
    what: `with a member ${name.slice(0, 20)}`,
    of: (member: unknown) => withMember(member, name, value),
  }));
const withoutIt = fc.constant({ what: 'left out', of: () => undefined });
const longer = fc
  .tuple(fc.constantFrom('x', '😀', '\ud800', '0', '-', 'é'), fc.nat(3000))
  .map(([character, times]) => ({
    what: `longer by ${times} ${JSON.stringify(character)}`,
    of: (member: unknown) => eachText(member, (text) => text + character.repeat(times)),
  }));
/** Of the right kind, each another one, and too many. */
const more = fc
  .tuple(fc.constantFrom('x', '😀', '1'), fc.nat(3000), fc.nat(120))
  .map(([by, times, length]) => ({
    what: `${times} of it, longer by ${length} ${by}`,
    of: (member: unknown) => (Array.isArray(member) ? grown(member, by, times, length) : member),
  }));

/** A change at one of these places; of the whole payload alone a member more. */
export function change(paths: readonly Path[]): fc.Arbitrary<Change> {
  return fc.constantFrom(...paths).chain(changeAt);
}

function changeAt(path: Path): fc.Arbitrary<Change> {
  if (path.length === 0)
    return unknownMember.map((each) => ({ ...each, path, what: `payload: ${each.what}` }));
  const what = fc.oneof(
    { arbitrary: hostile, weight: 5 },
    { arbitrary: more, weight: 2 },
    { arbitrary: longer, weight: 2 },
    { arbitrary: unknownMember, weight: 1 },
    { arbitrary: withoutIt, weight: 1 },
  );
  return what.map((each) => ({ ...each, path, what: `${path.join('.')}: ${each.what}` }));
}

/** Every place of a value, the whole included. */
export function pathsOf(value: unknown): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const below = Object.entries(value).flatMap(([name, member]) =>
    pathsOf(member).map((path) => [Array.isArray(value) ? Number(name) : name, ...path]),
  );
  return [[], ...below];
}

/** The payload with the change; what the change does not find stays as it is. */
export function changed(payload: unknown, { path: [name, ...rest], of, what }: Change): unknown {
  if (name === undefined) return of(payload);
  if (typeof payload !== 'object' || payload === null) return payload;
  const below = (member: unknown) => changed(member, { path: rest, of, what });
  if (Array.isArray(payload)) return payload.map((each: unknown, at) => (at === name ? below(each) : each));
  if (!Object.hasOwn(payload, name)) return payload;
  return Object.fromEntries(
    Object.entries(payload).map(([own, member]) => [own, own === name ? below(member) : member]),
  );
}

function grown(list: readonly unknown[], by: string, times: number, length: number): readonly unknown[] {
  return Array.from({ length: times }, (_, nth) =>
    eachText(list[nth % list.length], (text) => `${text}${nth}${by.repeat(length)}`),
  );
}

/** Of what nests deeper than any payload the rest stays. */
function eachText(value: unknown, change: (text: string) => string, levels = 8): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null || levels === 0) return value;
  const below = (member: unknown) => eachText(member, change, levels - 1);
  if (Array.isArray(value)) return value.map(below);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, below(member)]));
}

/** Also of the name `__proto__`, as JSON has it. */
function withMember(value: unknown, name: string, member: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries([...Object.entries(value), [name, member]]);
}
