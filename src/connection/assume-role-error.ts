/** Why AWS refused `AssumeRole`, told so that it helps whoever set the connection up. */
import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';
import { translateAwsError } from '../wellarchitected/client/aws-error';
import { readFailure } from '../wellarchitected/client/failure';
import type { RoleToAssume } from './role-to-assume';
import { because } from './reasons';

export interface Refused {
  readonly role: RoleToAssume;
  /** Whom the role has to trust, where it is known. */
  readonly principalArn: string | undefined;
  readonly region: string;
}

type Explain = (refused: Refused, general: UpstreamError) => Reason;

const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  AccessDenied: (refused, general) => (refusedByUser(general) ? userMayNot(refused) : roleRefuses(refused)),
  InvalidClientTokenId: (_, { reason }) => because('key-unknown', { why: reason }),
  SignatureDoesNotMatch: () => because('secret-of-another-key'),
  RegionDisabledException: ({ role, region }) => because('sts-off', { region, connection: role.name }),
  ValidationError: ({ role: { name, roleArn } }) => because('session-invalid', { connection: name, roleArn }),
};

/** Translates what `AssumeRole` threw; the codes are those of the STS API Reference, AssumeRole, Errors. */
export function translateAssumeRoleError(error: unknown, refused: Refused): UpstreamError {
  const subject = because('the-role', { roleArn: refused.role.roleArn });
  const general = translateAwsError(error, { action: 'sts:AssumeRole', subject, region: refused.region });
  const { code, retryable } = general.details;
  const explain = Object.hasOwn(EXPLANATIONS, code) ? EXPLANATIONS[code] : undefined;
  if (explain === undefined || retryable) return general;
  return new UpstreamError(explain(refused, general), general.details, { cause: error });
}

/**
 * AWS says so in its reason where the caller's own side refused, before the role was asked (IAM User Guide,
 * "Troubleshoot access denied error messages"); where the role refuses, it says nothing or "no resource-based
 * policy allows".
 */
export function refusedByUser({ cause }: UpstreamError): boolean {
  return /identity-based policy|permissions boundary|service control policy|session policy/.test(
    readFailure(cause).message,
  );
}

/** AWS does not tell these causes apart, so that nobody can find out which roles there are. */
function roleRefuses(refused: Refused): Reason {
  const { name, externalId } = refused.role;
  return because('role-refuses', { connection: name, ...factsOf(refused), externalId });
}

function userMayNot(refused: Refused): Reason {
  return because('user-may-not', factsOf(refused));
}

function factsOf({ role, principalArn }: Refused) {
  const known = principalArn === undefined ? 'no' : 'yes';
  return { roleArn: role.roleArn, known, principalArn: principalArn ?? '' } as const;
}
