/** Texts of policies with wildcards and variables, and what they match. */
import type { RequestContext } from './context';

type Token =
  | { readonly kind: 'text'; readonly text: string }
  /** `*`: any number of characters. */
  | { readonly kind: 'any' }
  /** `?`: one character. */
  | { readonly kind: 'one' };

export type Pattern = readonly Token[];

const PART = /\$\{([^}]*)\}|[*?]|[^*?$]+|\$/gu;
const VARIABLE = /^\s*([\w:/.-]+)\s*(?:,\s*'([^']*)'\s*)?$/u;

/**
 * Reads wildcards and, where `context` is given, variables. The value of a variable is text: a wildcard in it
 * is a character like any other.
 *
 * @returns undefined where a variable has no value and no default: such a text matches nothing (IAM User
 * Guide: the statement may become invalid; how each element behaves is unverified, A30).
 */
export function readPattern(text: string, context: RequestContext | undefined): Pattern | undefined {
  const tokens: Token[] = [];
  for (const [part, variable] of text.matchAll(PART)) {
    if (part === '*') tokens.push({ kind: 'any' });
    else if (part === '?') tokens.push({ kind: 'one' });
    else if (variable === undefined || context === undefined) tokens.push(...literally(part));
    else {
      const value = valueOf(variable, context);
      if (value === undefined) return undefined;
      tokens.push({ kind: 'text', text: value });
    }
  }
  return tokens;
}

/**
 * The same for an ARN of a `Resource`: variables stand for something after its fifth colon only (IAM User Guide,
 * "Policy elements: variables and tags"). @returns undefined, which matches nothing, for one that stands before.
 */
export function readResource(text: string, context: RequestContext | undefined): Pattern | undefined {
  return context !== undefined && hasEarlyVariable(text) ? undefined : readPattern(text, context);
}

/** The colons of a variable's own name are not those of the ARN. */
function hasEarlyVariable(arn: string): boolean {
  const plain = arn.replace(/\$\{[^}]*\}/gu, '\0');
  const at = plain.indexOf('\0');
  return at >= 0 && plain.slice(0, at).split(':').length <= 5;
}

/** Without a context `${*}` is no variable: its star is a wildcard. */
function literally(part: string): readonly Token[] {
  return part
    .split(/([*?])/u)
    .filter((part) => part !== '')
    .map((part) =>
      part === '*' ? { kind: 'any' } : part === '?' ? { kind: 'one' } : { kind: 'text', text: part },
    );
}

function valueOf(variable: string, context: RequestContext): string | undefined {
  if (variable === '*' || variable === '?' || variable === '$') return variable;
  const [, name, fallback] = VARIABLE.exec(variable) ?? [];
  if (name === undefined) return undefined;
  const values = context.get(name.toLowerCase());
  return values?.length === 1 ? values[0] : fallback;
}

/** The text as it is: wildcards are characters. */
export function plainText(pattern: Pattern): string {
  return pattern.map((token) => (token.kind === 'text' ? token.text : wildcard(token))).join('');
}

function wildcard({ kind }: { readonly kind: 'any' | 'one' }): string {
  return kind === 'any' ? '*' : '?';
}

export function matchesText(pattern: Pattern, text: string): boolean {
  return matches(pattern, text, () => true);
}

/** Actions have no letter case. */
export function matchesAction(pattern: Pattern, action: string): boolean {
  return matches(pattern, action, () => true, 'i');
}

/**
 * A wildcard stays within its segment of the ARN, between two colons, unless it is the segment's last
 * character (IAM User Guide, "Resource").
 */
export function matchesResource(pattern: Pattern, arn: string): boolean {
  return matches(pattern, arn, (index) => {
    const next = pattern[index + 1];
    return next === undefined || (next.kind === 'text' && next.text.startsWith(':'));
  });
}

/** Each of the six components by itself (IAM User Guide, "ARN condition operators"). */
export function matchesArn(pattern: Pattern, arn: string): boolean {
  const wanted = componentsOf(pattern);
  const [partition, service, region, account, resource] = [1, 2, 3, 4, 5].map((at) => segments(arn)[at]);
  const given = ['arn', partition, service, region, account, resource];
  if (!arn.startsWith('arn:') || wanted.length !== 6) return false;
  return wanted.every((each, index) => matchesText(each, given[index] ?? ''));
}

function segments(arn: string): readonly string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

function componentsOf(pattern: Pattern): readonly Pattern[] {
  const components: Token[][] = [[]];
  for (const token of pattern) {
    if (token.kind !== 'text') components.at(-1)?.push(token);
    else {
      const room = 6 - components.length;
      const [first = '', ...rest] = splitOnce(token.text, room);
      components.at(-1)?.push({ kind: 'text', text: first });
      components.push(...rest.map((text): Token[] => [{ kind: 'text', text }]));
    }
  }
  return components;
}

/** At colons, into one part more than `times` at most. */
function splitOnce(text: string, times: number): readonly string[] {
  const parts = text.split(':');
  return parts.length <= times + 1 ? parts : [...parts.slice(0, times), parts.slice(times).join(':')];
}

function matches(
  pattern: Pattern,
  text: string,
  crossesColons: (index: number) => boolean,
  flags = '',
): boolean {
  const source = pattern.map((token, index) => {
    if (token.kind === 'text') return token.text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
    return `${crossesColons(index) ? '[^]' : '[^:]'}${token.kind === 'any' ? '*' : ''}`;
  });
  return new RegExp(`^${source.join('')}$`, flags).test(text);
}
