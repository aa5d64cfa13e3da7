/** Why AWS refused `AssumeRole`, in words that help whoever set the connection up. */
import { UpstreamError } from '../upstream-error';
import { translateAwsError } from '../wellarchitected/client/aws-error';
import { readFailure } from '../wellarchitected/client/failure';
import type { Door } from './door';

export interface Refused {
  readonly door: Door;
  /** Whom the role has to trust, where it is known. */
  readonly principalArn: string | undefined;
  readonly region: string;
}

type Explain = (refused: Refused, general: UpstreamError) => string;

const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  AccessDenied: (refused, general) => (refusedByUser(general) ? userMayNot(refused) : roleRefuses(refused)),
  InvalidClientTokenId: (_, { message }) =>
    `${message} A Jira admin enters a new access key of the same IAM user.`,
  SignatureDoesNotMatch: () =>
    'The secret access key that the app signs in with does not belong to its access key. A Jira admin enters both again.',
  RegionDisabledException: ({ door, region }) =>
    `AWS STS is not activated in ${region} for the account of the connection "${door.name}". ` +
    `Activate the Region in the account settings of IAM.`,
  ValidationError: ({ door }) =>
    `AWS refused the request of the connection "${door.name}" for the role ${door.roleArn} as invalid: the role's ` +
    `maximum session duration may be shorter than the app's.`,
};

/** Translates what `AssumeRole` threw; the codes are those of the STS API Reference, AssumeRole, Errors. */
export function translateAssumeRoleError(error: unknown, refused: Refused): UpstreamError {
  const subject = `role ${refused.door.roleArn}`;
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
function roleRefuses({ door, principalArn }: Refused): string {
  const user = principalArn === undefined ? "the app's IAM user" : `the app's IAM user ${principalArn}`;
  return (
    `AWS does not let the connection "${door.name}" assume the role ${door.roleArn}, for one of three reasons that it ` +
    `does not tell apart. The role does not exist: compare this ARN with the role's in IAM, letter by letter. ` +
    `Its trust policy does not name ${user}: compare Principal. The external ID is another one: ` +
    `compare sts:ExternalId with ${door.externalId}. A role made a moment ago needs a minute.`
  );
}

function userMayNot({ door, principalArn }: Refused): string {
  const user = principalArn === undefined ? "The app's IAM user" : `The app's IAM user ${principalArn}`;
  return (
    `${user} may not assume the role ${door.roleArn}: its own policies or those of its account forbid it, whatever ` +
    `the role says. Allow sts:AssumeRole on this role there (aws/user.yaml, RoleArns).`
  );
}
