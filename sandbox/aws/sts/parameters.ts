/** The parameters of AssumeRole, with the constraints of the STS API reference (2011-06-15). */
import { AwsError } from '../aws-error';
import { parsePolicyText } from '../iam/policy/document';
import { parameterError } from './query-protocol';
import { isSessionParameter, readSessionParameters, type SessionParameters } from './session-parameters';

/** Seconds. */
export const DURATION = { min: 900, max: 43_200, default: 3600 } as const;

const TEXTS = {
  RoleArn: { min: 20, max: 2048, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF]+' },
  RoleSessionName: { min: 2, max: 64, pattern: '[\\w+=,.@-]*' },
  ExternalId: { min: 2, max: 1224, pattern: '[\\w+=,.@:\\/-]*' },
  Policy: { min: 1, max: 2048, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
} as const;

const KNOWN: ReadonlySet<string> = new Set(['Action', 'Version', 'DurationSeconds', ...Object.keys(TEXTS)]);

export interface AssumeRoleInput extends SessionParameters {
  readonly roleArn: string;
  readonly sessionName: string;
  readonly externalId: string | undefined;
  /** As it was given; it is a legal session policy. */
  readonly policy: string | undefined;
  readonly seconds: number;
}

/** @throws AwsError ValidationError, MalformedInput, MalformedPolicyDocument. */
export function readAssumeRole(parameters: URLSearchParams): AssumeRoleInput {
  const unknown = [...parameters.keys()].find((name) => !KNOWN.has(name) && !isSessionParameter(name));
  if (unknown !== undefined) {
    throw new AwsError('ValidationError', 400, `The local site does not know the parameter ${unknown}`);
  }
  const policy = optional(parameters, 'Policy');
  if (policy !== undefined) parsePolicyText(policy, 'session');
  return {
    roleArn: required(parameters, 'RoleArn'),
    sessionName: required(parameters, 'RoleSessionName'),
    externalId: optional(parameters, 'ExternalId'),
    policy,
    seconds: duration(parameters),
    ...readSessionParameters(parameters),
  };
}

function duration(parameters: URLSearchParams): number {
  const text = parameters.get('DurationSeconds');
  if (text === null) return DURATION.default;
  if (!/^-?\d+$/u.test(text)) throw new AwsError('MalformedInput', 400, 'Invalid DurationSeconds');
  const seconds = Number(text);
  const bound =
    seconds < DURATION.min
      ? `greater than or equal to ${DURATION.min}`
      : `less than or equal to ${DURATION.max}`;
  if (seconds >= DURATION.min && seconds <= DURATION.max) return seconds;
  throw parameterError('DurationSeconds', text, `Member must have value ${bound}`);
}

function required(parameters: URLSearchParams, name: keyof typeof TEXTS): string {
  const value = optional(parameters, name);
  if (value === undefined) throw parameterError(name, 'null', 'Member must not be null');
  return value;
}

function optional(parameters: URLSearchParams, name: keyof typeof TEXTS): string | undefined {
  const value = parameters.get(name) ?? undefined;
  if (value === undefined) return undefined;
  const { min, max, pattern } = TEXTS[name];
  if (value.length < min) {
    throw parameterError(name, value, `Member must have length greater than or equal to ${min}`);
  }
  if (value.length > max)
    throw parameterError(name, value, `Member must have length less than or equal to ${max}`);
  if (!new RegExp(`^(?:${pattern})$`).test(value)) {
    throw parameterError(name, value, `Member must satisfy regular expression pattern: ${pattern}`);
  }
  return value;
}
