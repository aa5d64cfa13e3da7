/** Who owns the stand-in: the ids that AWS's own documentation uses in examples. */

export const ACCOUNT = '111122223333';
/** A second account: it owns what is shared with the first, or has users and roles of its own. */
export const OTHER_ACCOUNT = '444455556666';
/** A third account: it has a review, and waits to be connected by whoever tries that out. */
export const DEMONSTRATION_ACCOUNT = '777788889999';
/** The Region of workloads that name no other. */
export const REGION = 'us-east-1';

/** The user that the app signs in as: made from `aws/user.yaml`, it may do nothing but assume roles. */
export const DEFAULT_USER = {
  name: 'backlog',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
} as const;

/** The user for people's own clients, such as the AWS CLI: it may do everything in the account. */
export const ADMIN_USER = {
  name: 'administrator',
  accessKeyId: 'AKIAI44QH8DHBEXAMPLE',
  secretAccessKey: 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY',
} as const;

export const DEFAULT_USER_ARN = `arn:aws:iam::${ACCOUNT}:user/${DEFAULT_USER.name}`;
export const ADMIN_USER_ARN = `arn:aws:iam::${ACCOUNT}:user/${ADMIN_USER.name}`;
/** The role that `aws/role.yaml` makes if it is not told another name; it exists once it was deployed. */
export const DEFAULT_ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/WellArchitectedBacklog`;
