/** Why AWS refused `AssumeRole`, in words that help whoever set the connection up. */
import { UpstreamError } from '../upstream-error';
import { translateAwsError } from '../wellarchitected/client/aws-error';
import type { Connection } from './model';

type Explain = (connection: Connection, region: string) => string;

const EXPLANATIONS: Readonly<Record<string, Explain>> = {
  AccessDenied: ({ name, roleArn }) =>
    `AWS does not let the connection "${name}" assume the role ${roleArn}. Its trust policy must name the user of ` +
    `the access key and the connection's external ID, and the user must be allowed sts:AssumeRole on the role. ` +
    `A role made a moment ago needs a minute.`,
  InvalidClientTokenId: ({ name }) =>
    `AWS does not know the access key of the connection "${name}": it was deleted or deactivated. ` +
    `Create a new key for the user and connect again.`,
  SignatureDoesNotMatch: ({ name }) =>
    `The secret access key of the connection "${name}" does not belong to its access key. Connect again.`,
  RegionDisabledException: ({ name }, region) =>
    `AWS STS is not activated in ${region} for the account of the connection "${name}". ` +
    `Activate the Region in the account settings of IAM.`,
  ValidationError: ({ name, roleArn }) =>
    `AWS refused the request of the connection "${name}" for the role ${roleArn} as invalid: the role's maximum ` +
    `session duration may be shorter than the app's.`,
};

/** Translates what `AssumeRole` threw; the codes are those of the STS API Reference, AssumeRole, Errors. */
export function translateAssumeRoleError(
  error: unknown,
  connection: Connection,
  region: string,
): UpstreamError {
  const subject = `role ${connection.roleArn}`;
  const general = translateAwsError(error, { action: 'sts:AssumeRole', subject, region });
  const { code, retryable } = general.details;
  const explain = Object.hasOwn(EXPLANATIONS, code) ? EXPLANATIONS[code] : undefined;
  if (explain === undefined || retryable) return general;
  return new UpstreamError(explain(connection, region), general.details, { cause: error });
}
