/** Which scopes Atlassian's OpenAPI document names for a request to Jira. */
import OPERATIONS from './jira-operations.json';

/** Sets of scopes, one of which suffices; see tools/scopes-of-document.ts. */
export type ScopeSets = readonly (readonly string[])[];

interface Row {
  readonly pattern: RegExp;
  /** Of the path: an operation with fewer goes before one with more. */
  readonly parameters: number;
  readonly sets: ScopeSets;
}

const ROWS = new Map<string, Row[]>();
for (const [name, texts] of Object.entries<readonly string[]>(OPERATIONS)) {
  const [method = '', template = ''] = name.split(' ');
  const sets = texts.map((text) => text.split(' ').filter((scope) => scope !== ''));
  const row = { pattern: patternOf(template), parameters: template.split('{').length - 1, sets };
  ROWS.set(method, [...(ROWS.get(method) ?? []), row]);
}
for (const rows of ROWS.values()) rows.sort((a, b) => a.parameters - b.parameters);

/** The sets of an operation; `undefined` for a path that the document does not have. */
export function scopesOfOperation(method: string, pathname: string): ScopeSets | undefined {
  return ROWS.get(method.toUpperCase())?.find(({ pattern }) => pattern.test(pathname))?.sets;
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\{[^}]+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}
