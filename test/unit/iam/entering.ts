/** Ways into the stand-in, as the app goes them. */
import { AssumeRoleCommand, type AssumeRoleCommandInput } from '@aws-sdk/client-sts';
import { DEFAULT_ROLE_ARN, DEFAULT_USER_ARN, roleTemplate } from '../../../sandbox/aws/index';
import { type ClientOptions, type SandboxAws, stsOf } from '../../contract/aws/world';

export const EXTERNAL_ID = '0123456789abcdef0123456789abcdef';

/** Deploys the product's own role template; answers the role's ARN. */
export function deployRole(
  { aws }: SandboxAws,
  parameters: Readonly<Record<string, string>> = {},
  place: { readonly account?: string; readonly region?: string; readonly stackName?: string } = {},
): string {
  const needed = { TrustedPrincipalArn: DEFAULT_USER_ARN, ExternalId: EXTERNAL_ID };
  const template = roleTemplate();
  return aws.admin.deployStack({ template, parameters: { ...needed, ...parameters }, ...place }).RoleArn!;
}

/** A session of the role, entered as the app's user unless told otherwise. */
export async function enter(
  { handler }: SandboxAws,
  change: Partial<AssumeRoleCommandInput> = {},
  as: ClientOptions = {},
): Promise<ClientOptions> {
  const { Credentials } = await stsOf(handler, as).send(
    new AssumeRoleCommand({
      RoleArn: DEFAULT_ROLE_ARN,
      RoleSessionName: 'run',
      ExternalId: EXTERNAL_ID,
      ...change,
    }),
  );
  return {
    accessKeyId: Credentials!.AccessKeyId!,
    secretAccessKey: Credentials!.SecretAccessKey!,
    sessionToken: Credentials!.SessionToken!,
    ...(as.region === undefined ? {} : { region: as.region }),
  };
}

/** `answered`, or how the call was refused. */
export async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'answered';
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  }
}
