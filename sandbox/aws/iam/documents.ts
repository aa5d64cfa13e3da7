/** Policy documents that tests and the site's start write often. */

/**
 * A role's trust in one principal.
 *
 * @param externalId that the principal must bring; without one any will do, and none.
 */
export function trustPolicyFor(principalArn: string, externalId?: string): object {
  const condition = { StringEquals: { 'sts:ExternalId': externalId } };
  const statement = { Effect: 'Allow', Principal: { AWS: principalArn }, Action: 'sts:AssumeRole' };
  const Statement = [externalId === undefined ? statement : { ...statement, Condition: condition }];
  return { Version: '2012-10-17', Statement };
}

/** Allows actions, on everything unless told otherwise. */
export function allowing(actions: readonly string[], resources: readonly string[] = ['*']): object {
  const statement = { Effect: 'Allow', Action: actions, Resource: resources };
  return { Version: '2012-10-17', Statement: [statement] };
}
