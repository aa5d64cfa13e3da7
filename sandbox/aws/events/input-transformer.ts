/** What a target is sent instead of the event ("Amazon EventBridge input transformation", User Guide). */
import { AwsError } from '../aws-error';
import { isMap } from '../cloudformation/template-error';

export interface InputTransformer {
  /** JSON path by the name of a variable. */
  readonly paths: Readonly<Record<string, string>>;
  /** Has `<variable>` where a value belongs. */
  readonly template: string;
}

/** Of the paths that EventBridge knows, those of names alone: no indices, no wildcards. */
const PATH = /^\$(?:\.[\w-]+)+$/u;
/** 1 to 256 characters; at most 100 of them; a template has 8192 at most (API reference, InputTransformer). */
const VARIABLE = /^[\w-]{1,256}$/u;
const MAX_VARIABLES = 100;
const MAX_TEMPLATE = 8192;

/** An escaped character, a quote, or a variable's place. */
const PARTS = /\\.|"|<([^<>"\s]+)>/gsu;

/** @throws AwsError ValidationException; what the stand-in does not know is refused by name. */
export function checkTransformer({ paths, template }: InputTransformer): void {
  const names = Object.keys(paths);
  if (names.length > MAX_VARIABLES) throw invalid(`InputPathsMap has more than ${MAX_VARIABLES} variables`);
  if (template.length > MAX_TEMPLATE) throw invalid(`InputTemplate has more than ${MAX_TEMPLATE} characters`);
  for (const [name, path] of Object.entries(paths)) {
    if (!VARIABLE.test(name)) throw invalid(`${name} cannot be the name of a variable`);
    if (!PATH.test(path)) throw invalid(`the local site does not know the path ${path}`);
  }
  for (const [, name] of template.matchAll(PARTS)) {
    if (name !== undefined && !names.includes(name)) throw invalid(`InputTemplate has an unknown <${name}>`);
  }
}

/**
 * The body that is sent, minified. Within quotes a value stands as it is, not escaped, elsewhere as JSON. A path
 * that the event does not have leaves nothing. Undefined where that makes no JSON: nothing is sent (unverified, A33).
 */
export function transformed({ paths, template }: InputTransformer, event: unknown): string | undefined {
  let quoted = false;
  const text = template.replace(PARTS, (part: string, name: string | undefined) => {
    if (part === '"') quoted = !quoted;
    if (name === undefined) return part;
    const value = valueAt(event, paths[name] ?? '');
    if (value === undefined) return '';
    return quoted && typeof value === 'string' ? value : JSON.stringify(value);
  });
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function valueAt(event: unknown, path: string): unknown {
  let value = event;
  for (const name of path.split('.').slice(1)) {
    value = isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

function invalid(message: string): AwsError {
  return new AwsError('ValidationException', 400, message);
}
