import {
  applyOverrides,
  findOperation,
  type Content,
  type OpenApiDocument,
  type Operation,
} from './document';
import { checkAnsweredFields, checkSentFields, isObject } from './issue-fields';
import { UNIVERSAL_STATUSES } from './overrides';
import { readReferenceData } from './reference-data';
import { openSchemas, schemaPointer, type CheckSchema } from './schemas';

/** One request to Jira and its answer. Bodies are parsed JSON; undefined is no body. */
export interface Exchange {
  readonly method: string;
  /** From `/rest` on, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly responseBody?: unknown;
}

export interface OpenApi {
  readonly document: OpenApiDocument;
  readonly checkSchema: CheckSchema;
  /** What departs from the document, in words; none for an exchange that keeps it. */
  readonly validateExchange: (exchange: Exchange) => readonly string[];
  /** The same for a request alone, of which nobody knows the answer. */
  readonly validateRequest: (request: Omit<Exchange, 'status' | 'responseBody'>) => readonly string[];
}

/** Atlassian's document, or undefined where the reference data is absent. Read once. */
export function loadOpenApi(): OpenApi | undefined {
  if (loaded !== null) return loaded;
  const data = readReferenceData('jira-openapi.json');
  loaded = data === undefined ? undefined : openApi(applyOverrides(data));
  return loaded;
}
let loaded: OpenApi | undefined | null = null;

function openApi(document: OpenApiDocument): OpenApi {
  const checkSchema = openSchemas(document);
  const validateRequest: OpenApi['validateRequest'] = (request) => {
    const operation = findOperation(document, request.method, request.path);
    return operation ? checkRequest(operation, request, checkSchema) : [unknownOperation(request)];
  };
  const validateExchange: OpenApi['validateExchange'] = (exchange) => {
    const operation = findOperation(document, exchange.method, exchange.path);
    if (!operation) return [unknownOperation(exchange)];
    // A request that Jira refused may well be against the document: that is what it was refused for.
    const request = exchange.status < 400 ? checkRequest(operation, exchange, checkSchema) : [];
    return [...request, ...checkAnswer(operation, exchange, checkSchema)];
  };
  return { document, checkSchema, validateExchange, validateRequest };
}

function unknownOperation({ method, path }: Pick<Exchange, 'method' | 'path'>): string {
  return `${method} ${path} is not in the document`;
}

type Request = Omit<Exchange, 'status' | 'responseBody'>;

function checkRequest(operation: Operation, request: Request, checkSchema: CheckSchema): string[] {
  return [
    ...checkQuery(operation, request.query),
    ...checkRequestBody(operation, request.requestBody, checkSchema),
  ].map((problem) => `${operation.name} request: ${problem}`);
}

function checkQuery(operation: Operation, query: URLSearchParams): string[] {
  const known = (operation.object.parameters ?? []).filter((parameter) => parameter.in === 'query');
  const missing = known.filter(({ name, required }) => required === true && !query.has(name));
  const problems = missing.map(({ name }) => `query parameter ${name} is missing`);
  for (const [name, value] of query) {
    const schema = known.find((parameter) => parameter.name === name)?.schema;
    if (!schema) problems.push(`query parameter ${name} is not in the document`);
    else if (schema.type === 'integer' && !/^-?\d+$/.test(value))
      problems.push(`query parameter ${name} is no integer`);
    else if (schema.enum && !schema.enum.includes(value))
      problems.push(`query parameter ${name} is no known value`);
  }
  return problems;
}

function checkRequestBody(operation: Operation, body: unknown, checkSchema: CheckSchema): readonly string[] {
  const { requestBody } = operation.object;
  if (!requestBody) return body === undefined ? [] : ['has a body, the document knows none'];
  if (body === undefined) return requestBody.required === true ? ['has no body'] : [];
  return [
    ...checkContent(requestBody.content, `${operation.pointer}/requestBody`, body, checkSchema),
    ...issuesSent(body).flatMap((fields) => checkSentFields(fields, checkSchema)),
  ];
}

function checkAnswer(operation: Operation, exchange: Exchange, checkSchema: CheckSchema): string[] {
  const { status, responseBody } = exchange;
  const documented = operation.object.responses[String(status)];
  const problems: string[] = [];
  if (!documented && !UNIVERSAL_STATUSES.has(status)) problems.push('the status is not in the document');
  if (status === 204 && responseBody !== undefined) problems.push('204 has a body');
  if (responseBody !== undefined) {
    const hasSchema = documented?.content?.['application/json']?.schema !== undefined;
    const pointer = `${operation.pointer}/responses/${status}`;
    problems.push(...(hasSchema ? checkContent(documented.content, pointer, responseBody, checkSchema) : []));
    if (status >= 400 && !hasSchema)
      problems.push(...checkSchema(schemaPointer('ErrorCollection'), responseBody));
    // Edit metadata have fields too: what is said of them, not what they hold.
    const holds = operation.name.endsWith('/editmeta') ? [] : issuesAnswered(responseBody);
    problems.push(...holds.flatMap((fields) => checkAnsweredFields(fields, checkSchema)));
  } else if (status === 200 || status === 201) {
    if (isMeaningful(documented?.content)) problems.push('the answer has no body');
  }
  return problems.map((problem) => `${operation.name} ${status}: ${problem}`);
}

function checkContent(
  content: Content | undefined,
  pointer: string,
  body: unknown,
  checkSchema: CheckSchema,
): readonly string[] {
  const schema = content?.['application/json']?.schema;
  return schema === undefined ? [] : checkSchema(`${pointer}/content/application~1json/schema`, body);
}

/** An empty schema stands for an answer of which nothing is promised. */
function isMeaningful(content: Content | undefined): boolean {
  const schema = content?.['application/json']?.schema;
  return isObject(schema) && Object.keys(schema).length > 0;
}

/** The `fields` of one create or edit, or of each of a bulk create. */
function issuesSent(body: unknown): unknown[] {
  if (!isObject(body)) return [];
  const bulk = body.issueUpdates;
  return Array.isArray(bulk) ? bulk.flatMap(issuesSent) : [body.fields];
}

/** The `fields` of one issue, or of each of a list. */
function issuesAnswered(body: unknown): unknown[] {
  if (!isObject(body)) return [];
  const list = body.issues;
  return Array.isArray(list) ? list.flatMap(issuesAnswered) : [body.fields];
}
