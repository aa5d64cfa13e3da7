/** The AWS service model as a judge: does an exchange keep what the model says? */
import { readReferenceData } from '../jira/reference-data';
import type { ModelOperation, ServiceModel } from './model';
import { checkShape } from './shape';

export interface Exchange {
  readonly method: string;
  readonly url: string;
  /** Of the answer, names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly requestBody: string;
  readonly status: number;
  readonly responseBody: string;
}

/** Undefined, with a message, where the reference data is absent. */
export function loadServiceModel(): ServiceModel | undefined {
  return readReferenceData('wellarchitected-service-2.json') as ServiceModel | undefined;
}

/** What breaks the model in a request to the Well-Architected Tool or in its answer; nothing if all is well. */
export function validateExchange(model: ServiceModel, exchange: Exchange): string[] {
  return [...validateRequest(model, exchange), ...validateAnswer(model, exchange)];
}

export function validateRequest(model: ServiceModel, exchange: Exchange): string[] {
  const found = findModelOperation(model, exchange.method, exchange.url);
  if (found === undefined) return [`no operation of the model is ${exchange.method} ${exchange.url}`];
  const { operation, labels } = found;
  const members = (operation.input && model.shapes[operation.input.shape]?.members) ?? {};
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(bodyMembers(exchange.requestBody, problems))) {
    if (members[name]?.location !== undefined) problems.push(`${name} does not belong in the body`);
    values[name] = value;
  }
  for (const [key, text] of new URL(exchange.url).searchParams) {
    const entry = Object.entries(members).find(
      ([, m]) => m.location === 'querystring' && m.locationName === key,
    );
    if (entry === undefined) problems.push(`query parameter ${key} is not in the model`);
    else values[entry[0]] = valueOf(model, entry[1].shape, text);
  }
  for (const [name, text] of Object.entries(labels))
    values[name] = valueOf(model, members[name]?.shape ?? '', text);
  if (operation.input !== undefined)
    problems.push(...checkShape(model, operation.input.shape, values, '', 'exact'));
  return problems.map((problem) => `${operation.name} request: ${problem}`);
}

/** What a text of the path or the query stands for. */
function valueOf(model: ServiceModel, shape: string, text: string): string | number {
  return model.shapes[shape]?.type === 'integer' ? Number(text) : text;
}

export function validateAnswer(model: ServiceModel, exchange: Exchange): string[] {
  const operation = findModelOperation(model, exchange.method, exchange.url)?.operation;
  if (operation === undefined) return [`no operation of the model is ${exchange.method} ${exchange.url}`];
  const problems =
    exchange.status < 400 ? checkSuccess(model, operation, exchange) : checkError(model, operation, exchange);
  return problems.map((problem) => `${operation.name} answer ${exchange.status}: ${problem}`);
}

/** Whatever base path stands before it, the operation whose method and path a request has. */
export function findModelOperation(
  model: ServiceModel,
  method: string,
  url: string,
): { readonly operation: ModelOperation; readonly labels: Readonly<Record<string, string>> } | undefined {
  const path = new URL(url).pathname.replace(/^\/aws(?=\/)/u, '');
  for (const operation of Object.values(model.operations)) {
    if (operation.http.method !== method) continue;
    const pattern = operation.http.requestUri.replace(/\{(\w+)\}/gu, '(?<$1>[^/]+)');
    const match = new RegExp(`^${pattern}$`, 'u').exec(path);
    if (match === null) continue;
    const entries = Object.entries(match.groups ?? {}).map(([name, text]) => [
      name,
      decodeURIComponent(text),
    ]);
    return { operation, labels: Object.fromEntries(entries) as Record<string, string> };
  }
  return undefined;
}

function checkSuccess(model: ServiceModel, operation: ModelOperation, exchange: Exchange): string[] {
  const expected = operation.http.responseCode ?? 200;
  if (exchange.status !== expected) return [`the status should be ${expected}`];
  if (operation.output === undefined) return exchange.responseBody === '' ? [] : ['the body should be empty'];
  const problems: string[] = [];
  const body = bodyMembers(exchange.responseBody, problems);
  return [...problems, ...checkShape(model, operation.output.shape, body, '', 'answer')];
}

/** Errors that any AWS service may answer beside those of its model (AWS's "Common errors"). */
const COMMON_ERRORS: Readonly<Record<string, number>> = {
  ExpiredTokenException: 403,
  IncompleteSignatureException: 403,
  InvalidSignatureException: 403,
  MissingAuthenticationTokenException: 403,
  UnrecognizedClientException: 403,
};

function checkError(model: ServiceModel, operation: ModelOperation, exchange: Exchange): string[] {
  const type = (exchange.headers['x-amzn-errortype'] ?? '').split(':')[0] ?? '';
  const problems: string[] = [];
  const body = bodyMembers(exchange.responseBody, problems);
  const common = COMMON_ERRORS[type];
  if (common !== undefined) return common === exchange.status ? problems : [`${type} should have ${common}`];
  if (!operation.errors.some(({ shape }) => shape === type))
    return [`the error "${type}" is not in the model`];
  const status = model.shapes[type]?.error?.httpStatusCode;
  if (status !== exchange.status) problems.push(`${type} should have status ${String(status)}`);
  return [...problems, ...checkShape(model, type, body, '', 'exact')];
}

function bodyMembers(text: string, problems: string[]): Record<string, unknown> {
  if (text === '') return {};
  const body: unknown = JSON.parse(text);
  if (typeof body === 'object' && body !== null && !Array.isArray(body))
    return body as Record<string, unknown>;
  problems.push('the body should be a JSON object');
  return {};
}
