/** Policies that AWS itself keeps in every account. */

/** May do everything (AWS Managed Policy Reference, AdministratorAccess). */
export const ADMINISTRATOR_ACCESS: object = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};

/** Undefined for a policy that the stand-in does not know. */
export function awsManagedPolicy(arn: string): object | undefined {
  return /^arn:aws[a-z-]*:iam::aws:policy\/AdministratorAccess$/u.test(arn)
    ? ADMINISTRATOR_ACCESS
    : undefined;
}
