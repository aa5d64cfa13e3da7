/** What the accounts' IAM administrators do by hand: no policy applies to them. */
import type { Store } from '../../store/store';
import { ACCOUNT, REGION } from '../account';
import { openStacks } from '../cloudformation/stacks';
import type { Committing } from '../commit';
import type { Site } from '../endpoint';
import { partitionOf } from '../regions';
import type { KeyPair } from './access-keys';
import type { Authorised } from './authorised';
import type { NewRole, NewUser, Role, User } from './identities';

export interface StackDeployment {
  /** The template's text: YAML or JSON. */
  readonly template: string;
  readonly parameters?: Readonly<Record<string, string>>;
  /** Default 111122223333. */
  readonly account?: string;
  /** Default us-east-1, in aws-us-gov us-gov-west-1. */
  readonly region?: string;
  /** Default: the name of the first role or user that the template makes. */
  readonly stackName?: string;
  /** Default: the Region's. */
  readonly partition?: string;
}

/** Each throws AwsError as IAM or CloudFormation would. */
export interface IamAdmin {
  /** Makes or replaces a user, with an access key if one is given. Without policies it may do nothing. */
  putUser(user: NewUser & Partial<KeyPair>): User;
  users(): readonly { readonly arn: string; readonly accessKeyIds: readonly string[] }[];
  /** Makes or replaces a role. Without policies it may do nothing. */
  putRole(role: NewRole): Role;
  /** Its sessions end, also if a role of that name is made again. */
  deleteRole(arn: string): void;
  /** A user has two keys at most. */
  createAccessKey(userArn: string, key: KeyPair): void;
  deactivateAccessKey(accessKeyId: string): void;
  deleteAccessKey(accessKeyId: string): void;
  /**
   * Makes what a template describes, or updates the stack of that name; what left the template is removed.
   *
   * @returns the outputs. @throws AwsError that names the wrong parameter, property or policy; then nothing
   * was changed.
   */
  deployStack(stack: StackDeployment): Readonly<Record<string, string>>;
  /** Removes a stack and all that it made. */
  deleteStack(stack: Omit<StackDeployment, 'template' | 'parameters'> & { readonly stackName: string }): void;
  /** What policies allowed since the start or the last `clearAuthorised()`, each once; kept in memory. */
  authorised(): readonly Authorised[];
  clearAuthorised(): void;
}

export function createIamAdmin(
  store: Store,
  { principals, authorised, events }: Site,
  { committed }: Committing,
): IamAdmin {
  const { identities, accessKeys } = principals;
  const onUserGone = (arn: string): void => accessKeys.deleteOf(arn);
  const stacks = openStacks(store, { identities, events: events.resources, onUserGone });
  return {
    putUser: committed(({ accessKeyId, secretAccessKey, ...user }) => {
      const stored = identities.putUser(user);
      if (accessKeyId !== undefined && secretAccessKey !== undefined) {
        accessKeys.create(user.arn, { accessKeyId, secretAccessKey });
      }
      return stored;
    }),
    users: () =>
      identities.users().map(({ arn }) => {
        return { arn, accessKeyIds: accessKeys.of(arn).map(({ accessKeyId }) => accessKeyId) };
      }),
    putRole: committed((role) => identities.putRole(role)),
    deleteRole: committed((arn) => identities.deleteRole(arn)),
    createAccessKey: committed((userArn, key) => {
      accessKeys.create(identities.requireUser(userArn).arn, key);
    }),
    deactivateAccessKey: committed((accessKeyId) => accessKeys.deactivate(accessKeyId)),
    deleteAccessKey: committed((accessKeyId) => accessKeys.delete(accessKeyId)),
    deployStack: committed(({ template, parameters = {}, stackName, ...where }) => {
      const target = { ...targetOf(where), ...(stackName === undefined ? {} : { stackName }) };
      return stacks.deploy({ template, parameters, target });
    }),
    deleteStack: committed(({ stackName, ...where }) => {
      stacks.delete({ ...targetOf(where), stackName });
    }),
    authorised: () => authorised.list(),
    clearAuthorised: () => authorised.clear(),
  };
}

function targetOf({
  account = ACCOUNT,
  ...where
}: Pick<StackDeployment, 'account' | 'region' | 'partition'>) {
  const region = where.region ?? (where.partition === 'aws-us-gov' ? 'us-gov-west-1' : REGION);
  const partition = where.partition ?? partitionOf(region);
  if (partition !== partitionOf(region)) throw new Error(`${region} is not a Region of ${partition}`);
  return { account, region, partition };
}
