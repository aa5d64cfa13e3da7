/** The REST-JSON protocol: finds the operation, reads its input, gives answers and errors their form. */
import type { z } from 'zod';
import { AwsError } from '../aws-error';
import type { WireRequest } from '../sigv4/canonical-request';
import { fieldError, validationError } from './errors';
import type { Operation } from './operation';
import { OPERATIONS } from './operations/index';

/** @param path without the base path that a client's endpoint adds. */
export function findOperation(method: string, path: string): Operation | undefined {
  return OPERATIONS.find(
    (operation) => operation.method === method && labelsOf(operation, path) !== undefined,
  );
}

/** A label of the path as its client wrote it, decoded where that can be. */
export function labelOf(operation: Operation, path: string, label: string): string | undefined {
  const segment = labelsOf(operation, path)?.find(([name]) => name === label)?.[1];
  try {
    return segment === undefined ? undefined : decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The operation's input, checked. @throws AwsError ValidationException that names every bad member. */
export function readInput(operation: Operation, path: string, request: WireRequest): unknown {
  const result = operation.input.safeParse(readParameters(operation, path, request));
  if (result.success) return result.data;
  throw fieldError(...result.error.issues.map(fieldProblem));
}

/** The input's members as they were sent. @throws AwsError ValidationException where they cannot be read. */
export function readParameters(
  operation: Operation,
  path: string,
  request: WireRequest,
): Readonly<Record<string, unknown>> {
  const query = new URLSearchParams(request.query);
  const values: Record<string, unknown> = { ...readBody(request) };
  for (const [label, segment] of labelsOf(operation, path) ?? [])
    values[label] = memberOf(label, decodeLabel(segment));
  for (const name of operation.query) {
    const value = query.get(name);
    if (value !== null) values[name] = memberOf(name, value);
  }
  return values;
}

/** The tool's own errors carry `Message` (service model); those of the gateway before it carry `message`. */
export function jsonError(error: AwsError): string {
  const member = MODELLED.has(error.code) ? 'Message' : 'message';
  return JSON.stringify({ [member]: error.message, ...error.details });
}

const MODELLED: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'ConflictException',
  'InternalServerException',
  'ResourceNotFoundException',
  'ServiceQuotaExceededException',
  'ThrottlingException',
  'ValidationException',
]);

export function unknownOperation(method: string, path: string): AwsError {
  const message = `The local site knows no operation ${method} ${path}`;
  return new AwsError('UnknownOperationException', 404, message);
}

/** The path's labels, still encoded; undefined where the path is another one. */
function labelsOf(operation: Operation, path: string): readonly (readonly [string, string])[] | undefined {
  const template = operation.uri.split('/');
  const segments = path.split('/');
  if (template.length !== segments.length) return undefined;
  const pairs = template.map((part, index) => {
    return { part, segment: segments[index] ?? '', label: /^\{(\w+)\}$/u.exec(part)?.[1] };
  });
  if (pairs.some(({ part, segment, label }) => (label === undefined ? part !== segment : segment === ''))) {
    return undefined;
  }
  return pairs.flatMap(({ segment, label }) => (label === undefined ? [] : [[label, segment] as const]));
}

function decodeLabel(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw validationError(`the path has a malformed segment: ${segment}`, 'CANNOT_PARSE');
  }
}

function readBody(request: WireRequest): Record<string, unknown> {
  if (request.body.length === 0) return {};
  const body = parseJson(Buffer.from(request.body).toString('utf8'));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw validationError('the body is not a JSON object', 'CANNOT_PARSE');
  }
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw validationError('the body is not JSON', 'CANNOT_PARSE');
  }
}

/** A member that comes as text in the path or the query. */
function memberOf(name: string, value: string): number | string {
  const isInteger = name === 'MaxResults' || name === 'MilestoneNumber';
  return isInteger && /^-?\d+$/u.test(value) ? Number(value) : value;
}

function fieldProblem(issue: z.core.$ZodIssue): { Name: string; Message: string } {
  return { Name: issue.path.map(String).join('.'), Message: issue.message };
}
