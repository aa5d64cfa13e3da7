/** Who owns the stand-in: the ids that AWS's own documentation uses in examples. */

export const ACCOUNT = '111122223333';
/** The owner of workloads that share a name with one of ours: names are unique within an account. */
export const OTHER_ACCOUNT = '444455556666';
/** The Region of workloads that name no other. */
export const REGION = 'us-east-1';

/** The user that is there from the start, with the access key of AWS's documentation examples. */
export const DEFAULT_USER = {
  name: 'backlog',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
} as const;

export const DEFAULT_USER_ARN = `arn:aws:iam::${ACCOUNT}:user/${DEFAULT_USER.name}`;
/** A role for the app; it exists once `putRole` made it. */
export const DEFAULT_ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/WellArchitectedBacklog`;
