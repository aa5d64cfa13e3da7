import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { escapePointer, type OpenApiDocument } from './document';

/** Problems of a value against the schema at a JSON pointer of the document, in words. */
export type CheckSchema = (pointer: string, value: unknown) => readonly string[];

/**
 * Schemas of the document as validators, each compiled when it is first needed. OpenAPI 3.0's `nullable` and formats
 * are understood; unknown keywords (`xml`, `discriminator`, `example`) mean nothing.
 */
export function openSchemas(document: OpenApiDocument): CheckSchema {
  const ajv = new Ajv({ strict: false, validateSchema: false, allErrors: true, inlineRefs: false });
  addFormats(ajv);
  ajv.addFormat('url', (text) => URL.canParse(text));
  ajv.addFormat('date-time', isDateTime);
  ajv.addSchema(document, 'jira');
  const compiled = new Map<string, ValidateFunction>();
  return (pointer, value) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `jira#${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => {
      const unknown: unknown = error.params.additionalProperty;
      const what =
        typeof unknown === 'string' ? `unknown property ${unknown}` : (error.message ?? 'is invalid');
      return `${error.instancePath || '/'} ${what}`;
    });
  };
}

/** The pointer of a named schema. */
export function schemaPointer(name: string): string {
  return `/components/schemas/${escapePointer(name)}`;
}

/** Jira writes zones without a colon (`2026-03-10T12:00:00.000+0000`), which RFC 3339 and so ajv-formats refuse. */
function isDateTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:?\d\d)$/.test(text);
}
