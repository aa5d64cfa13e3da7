/** What the role must allow and whom it must trust: the statements of aws/role.yaml, as data. Pure. */
import type { Access } from '../contract/connections';
import {
  ACCOUNT_ACTIONS,
  READ_ACTIONS,
  READ_MILESTONES,
  SAVE_MILESTONES,
  WRITE_ACTIONS,
} from '../wellarchitected/actions';
import { accountOf, type Connection } from './model';
import { partitionOf, type Partition } from './regions';

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** Where the workloads are. */
export interface ArnScope {
  readonly partition: Partition;
  /** 12 digits; without them the resource has a blank for whoever pastes it, which IAM refuses as it stands. */
  readonly account?: string | undefined;
}

export function arnScopeOf(connection: Connection): ArnScope {
  const [region] = connection.regions;
  return {
    partition: region === undefined ? 'aws' : partitionOf(region),
    account: accountOf(connection),
  };
}

/** Every action without which the app does not sync at this access level: the role must allow it. */
export function neededActions(access: Access): readonly string[] {
  const read = [...ACCOUNT_ACTIONS, ...READ_ACTIONS];
  return access === 'read-only' ? read : [...read, ...WRITE_ACTIONS];
}

/** The statements that the role needs, as in aws/role.yaml. @param workloadArns none: every workload of the account. */
export function requiredPermissions(
  access: Access,
  place: ArnScope,
  workloadArns: readonly string[] = [],
): readonly PolicyStatement[] {
  const resource = workloadArns.length === 0 ? everyWorkload(place) : workloadArns;
  const account = allow(ACCOUNT_ACTIONS, '*', 'ReadAccount');
  const reads = [
    allow(READ_ACTIONS, resource, 'ReadReviews'),
    allow(READ_MILESTONES, resource, 'ReadMilestones'),
  ];
  if (access === 'read-only') return [account, ...reads];
  return [
    ...[account, ...reads],
    allow(WRITE_ACTIONS, resource, 'WriteAnswers'),
    allow(SAVE_MILESTONES, resource, 'SaveMilestones'),
  ];
}

/** The statement that adds one action to the role. @param workloadArns as for `requiredPermissions`. */
export function statementFor(
  action: string,
  place: ArnScope,
  workloadArns: readonly string[] = [],
): PolicyStatement {
  if (ACCOUNT_ACTIONS.some((known) => known === action)) return allow(action, '*');
  return allow(action, workloadArns.length === 0 ? everyWorkload(place) : workloadArns);
}

/**
 * The workloads that the role has to reach: those named for the projects, where every project is limited to
 * named ones; otherwise none is named, and it is all of the account.
 */
export function workloadsOf({ serves }: Pick<Connection, 'serves'>): readonly string[] {
  const named = serves.flatMap(({ workloadArns }) => workloadArns ?? []);
  return serves.every(({ workloadArns }) => workloadArns !== undefined) ? [...new Set(named)].sort() : [];
}

/** Only the app's user, and only with this connection's external id. */
export function trustPolicy(principalArn: string, externalId: string) {
  return policyDocument([
    {
      Sid: 'TheAppWithItsExternalId',
      Effect: 'Allow',
      Principal: { AWS: principalArn },
      Action: 'sts:AssumeRole',
      Condition: { StringEquals: { 'sts:ExternalId': externalId } },
    },
  ]);
}

export function policyDocument<T>(statements: readonly T[]) {
  return { Version: '2012-10-17', Statement: statements };
}

function everyWorkload({ partition, account = '<account>' }: ArnScope): string {
  return `arn:${partition}:wellarchitected:*:${account}:workload/*`;
}

function allow(
  Action: PolicyStatement['Action'],
  Resource: PolicyStatement['Resource'],
  Sid?: string,
): PolicyStatement {
  return { ...(Sid === undefined ? {} : { Sid }), Effect: 'Allow', Action, Resource };
}
