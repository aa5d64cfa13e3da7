/** AssumeRole, as the STS API reference (2011-06-15) describes it. */
import { AwsError } from '../aws-error';
import type { Principal, Role } from '../iam/principals';
import { parameterError, type XmlResult } from './query-protocol';
import type { StsScene } from './scene';

/** Seconds. A role that a session assumes again ("chaining") lasts an hour at most. */
const DURATION = { min: 900, max: 43_200, default: 3600, chained: 3600 } as const;

const PARAMETERS = {
  RoleArn: { min: 20, max: 2048, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF]+' },
  RoleSessionName: { min: 2, max: 64, pattern: '[\\w+=,.@-]*' },
  ExternalId: { min: 2, max: 1224, pattern: '[\\w+=,.@:\\/-]*' },
  Policy: { min: 1, max: 2048, pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+' },
} as const;

export function assumeRole(scene: StsScene, caller: Principal, parameters: URLSearchParams): XmlResult {
  const roleArn = required(parameters, 'RoleArn');
  const sessionName = required(parameters, 'RoleSessionName');
  const externalId = optional(parameters, 'ExternalId');
  const policy = optional(parameters, 'Policy');
  const seconds = duration(parameters);
  const role = trustedRole(scene, caller, roleArn, externalId);
  checkDuration(seconds, role, caller);
  const now = scene.clock.now();
  const expiresAt = Math.floor(now / 1000 + seconds) * 1000;
  const session = scene.principals.startSession(role, sessionName, expiresAt, now, policy);
  return {
    Credentials: {
      AccessKeyId: session.accessKeyId,
      SecretAccessKey: session.secretAccessKey,
      SessionToken: session.sessionToken,
      Expiration: new Date(expiresAt).toISOString().replace('.000Z', 'Z'),
    },
    AssumedRoleUser: { AssumedRoleId: session.assumedRoleId, Arn: session.arn },
    ...(policy === undefined ? {} : { PackedPolicySize: packedPolicySize(policy) }),
  };
}

/** A role that is absent and a role that does not trust the caller are refused in the same words. */
function trustedRole(
  scene: StsScene,
  caller: Principal,
  roleArn: string,
  externalId: string | undefined,
): Role {
  const role = scene.principals.role(roleArn);
  const trusted = role?.trustedUserArn === caller.arn;
  if (trusted && (role.externalId === undefined || role.externalId === externalId)) return role;
  const message = `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`;
  throw new AwsError('AccessDenied', 403, message);
}

function checkDuration(seconds: number, role: Role, caller: Principal): void {
  if (caller.kind === 'session' && seconds > DURATION.chained) {
    const limit = 'the 1 hour session limit for roles assumed by role chaining.';
    throw new AwsError('ValidationError', 400, `The requested DurationSeconds exceeds ${limit}`);
  }
  if (seconds > role.maxSessionSeconds) {
    const message = 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.';
    throw new AwsError('ValidationError', 400, message);
  }
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

function required(parameters: URLSearchParams, name: keyof typeof PARAMETERS): string {
  const value = optional(parameters, name);
  if (value === undefined) throw parameterError(name, 'null', 'Member must not be null');
  return value;
}

function optional(parameters: URLSearchParams, name: keyof typeof PARAMETERS): string | undefined {
  const value = parameters.get(name) ?? undefined;
  if (value === undefined) return undefined;
  const { min, max, pattern } = PARAMETERS[name];
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

/** Percent of the packed policy that is used: an estimate, AWS does not publish how it packs. */
function packedPolicySize(policy: string): number {
  return Math.max(1, Math.round((policy.length / 2048) * 100));
}
