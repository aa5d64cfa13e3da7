/** Short ways to write policies and requests. */
import { contextOf } from '../../../sandbox/aws/iam/policy/context';
import { parsePolicy, type PolicyDocument } from '../../../sandbox/aws/iam/policy/document';
import type { AccessRequest } from '../../../sandbox/aws/iam/policy/evaluate';

export const WORKLOAD =
  'arn:aws:wellarchitected:us-east-1:111122223333:workload/0123456789abcdef0123456789abcdef';

type Written = Readonly<Record<string, unknown>>;

export function document(...statements: readonly Written[]): Written {
  return { Version: '2012-10-17', Statement: statements };
}

/** A policy of a user or role; each statement is about everything unless it says otherwise. */
export function policy(...statements: readonly Written[]): PolicyDocument {
  return parsePolicy(document(...statements.map(onEverything)), 'identity');
}

function onEverything(statement: Written): Written {
  const action = 'NotAction' in statement ? {} : { Action: '*' };
  const resource = 'NotResource' in statement ? {} : { Resource: '*' };
  return { ...action, ...resource, ...statement };
}

export function trust(...statements: readonly Written[]): PolicyDocument {
  const allowed = statements.map((statement) => ({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    ...statement,
  }));
  return parsePolicy(document(...allowed), 'trust');
}

export const ALLOW = { Effect: 'Allow' } as const;
export const DENY = { Effect: 'Deny' } as const;

/** ListAnswers of the workload above, by nobody in particular, unless said otherwise. */
export function request(
  change: Partial<Omit<AccessRequest, 'context'>> = {},
  context: Readonly<Record<string, string | readonly string[] | undefined>> = {},
): AccessRequest {
  return {
    action: 'wellarchitected:ListAnswers',
    resource: WORKLOAD,
    ...change,
    context: contextOf(context),
  };
}
