import schema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv from 'ajv-draft-04';

/**
 * Says what is wrong with an ADF document, or undefined for a valid one. The judge is Atlassian's own JSON schema
 * (https://unpkg.com/@atlaskit/adf-schema/dist/json-schema/v1/full.json): it refuses empty texts, `marks: null`,
 * code with another style, headings without a level, empty lists and nested panels, as Jira does. Beyond it, a text
 * carries each mark once.
 *
 * Jira itself answers an opaque 400; the words are for the log of the local site.
 */
export function validateAdf(document: unknown): string | undefined {
  const validate = compiledSchema();
  if (!validate(document)) return describe(validate.errors ?? []);
  return repeatedMark(document, '');
}

let compiled: ValidateFunction | undefined;

/** Compiled at the first use: about a quarter of a second. Without the two options it is four times that. */
function compiledSchema(): ValidateFunction {
  compiled ??= new Ajv({
    strict: false,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  }).compile(schema);
  return compiled;
}

/** Of all the kinds of node that did not fit, the one of the right type that fitted deepest says most. */
function describe(errors: readonly ErrorObject[]): string {
  const telling = errors.filter((error) => !isOtherKind(error));
  const [first, ...rest] = telling.length > 0 ? telling : errors;
  if (!first) return 'not an ADF document';
  const deepest = rest.reduce((best, error) => (depthOf(error) > depthOf(best) ? error : best), first);
  return `${deepest.instancePath || 'document'} ${deepest.message ?? 'is invalid'}`;
}

/** One of the alternatives was not meant at all. */
function isOtherKind(error: ErrorObject): boolean {
  return error.keyword === 'anyOf' || (error.keyword === 'enum' && error.instancePath.endsWith('/type'));
}

function depthOf(error: ErrorObject): number {
  return error.instancePath.split('/').length;
}

/** ProseMirror, ADF's model, knows a set of marks; that Jira refuses a repeated one is unverified (J27). */
function repeatedMark(node: unknown, path: string): string | undefined {
  const { content = [], marks = [] } = node as AdfNode;
  if (new Set(marks.map((mark) => mark.type)).size < marks.length) return `${path}/marks has a mark twice`;
  for (const [index, child] of content.entries()) {
    const problem = repeatedMark(child, `${path}/content/${index}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

interface AdfNode {
  readonly content?: readonly unknown[];
  readonly marks?: readonly { readonly type: string }[];
}
