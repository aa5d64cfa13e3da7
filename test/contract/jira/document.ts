import { isDeepStrictEqual } from 'node:util';
import { OVERRIDES, type Override } from './overrides';

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

export interface OperationObject {
  readonly parameters?: readonly ParameterObject[];
  readonly requestBody?: { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content } | undefined>>;
}

export interface ParameterObject {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema?: { readonly type?: string; readonly enum?: readonly string[] };
}

export type Content = Readonly<Record<string, MediaType | undefined>>;
export interface MediaType {
  readonly schema?: unknown;
  /** The official example, as text. */
  readonly example?: unknown;
}

export interface Operation {
  /** `POST /rest/api/3/issue/bulk` */
  readonly name: string;
  /** JSON pointer of the operation. */
  readonly pointer: string;
  readonly object: OperationObject;
}

/** Applies the reviewed overrides to the parsed document, in place. Throws if one finds nothing to override. */
export function applyOverrides(
  document: unknown,
  overrides: readonly Override[] = OVERRIDES,
): OpenApiDocument {
  for (const { at, value } of overrides) {
    const names = at.slice(1).split('/').map(unescapePointer);
    const last = names.pop() ?? '';
    const parent = names.reduce<unknown>(
      (place, name) => (isObject(place) ? place[name] : undefined),
      document,
    );
    if (!isObject(parent) || isDeepStrictEqual(parent[last], value))
      throw new Error(`nothing to override at ${at}`);
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else parent[last] = value;
  }
  return document as OpenApiDocument;
}

/** Finds the operation of a request; a literal path (`/issue/bulk`) goes before one with parameters (`/issue/{id}`). */
export function findOperation(
  document: OpenApiDocument,
  method: string,
  path: string,
): Operation | undefined {
  const fitting = Object.keys(document.paths).filter((template) => templatePattern(template).test(path));
  const candidates = fitting
    .sort((a, b) => parameterCount(a) - parameterCount(b))
    .map((template) => ({ template, object: document.paths[template]?.[method.toLowerCase()] }));
  const found = candidates.find(({ object }) => object !== undefined);
  if (!found?.object) return undefined;
  return {
    name: `${method.toUpperCase()} ${found.template}`,
    pointer: `/paths/${escapePointer(found.template)}/${method.toLowerCase()}`,
    object: found.object,
  };
}

function templatePattern(template: string): RegExp {
  const known = patterns.get(template);
  if (known) return known;
  const source = template
    .split(/\{[^}]+\}/)
    .map((part) => part.replace(/[.*+?^$()|[\]\\]/g, String.raw`\$&`))
    .join('[^/]+');
  const pattern = new RegExp(`^${source}$`);
  patterns.set(template, pattern);
  return pattern;
}
const patterns = new Map<string, RegExp>();

function parameterCount(template: string): number {
  return template.split('{').length;
}

export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapePointer(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
