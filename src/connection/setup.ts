/** What the account's administrator needs to create the role, three ways, with the values filled in. Pure. */
import type { RoleSetup } from '../contract/connections';
import { launchStack, stackNameOf } from './launch-stack';
import type { Connection } from './model';
import { arnScopeOf, policyDocument, requiredPermissions, trustPolicy, workloadsOf } from './permissions';

/**
 * @param principalArn whom the role is to trust; without it no trust can be written down yet
 * @param templates where the console can load the template; without it somebody uploads it there
 */
export function roleSetup(
  connection: Connection,
  principalArn: string | undefined,
  templates?: string,
): RoleSetup {
  const workloads = workloadsOf(connection);
  const permissions = json(
    policyDocument(requiredPermissions(connection.access, arnScopeOf(connection), workloads)),
  );
  const values = {
    ExternalId: connection.externalId,
    Access: connection.access === 'read-only' ? 'ReadOnly' : 'ReadWrite',
    WorkloadArns: workloads.join(','),
    RoleName: roleName(connection),
  };
  if (principalArn === undefined) return { parameters: values, permissions };
  const parameters = { TrustedPrincipalArn: principalArn, ...values };
  const region = firstRegion(connection);
  const stack = {
    template: 'role.yaml',
    region,
    stackName: stackNameOf(values.RoleName),
    parameters,
  } as const;
  return {
    trustedPrincipalArn: principalArn,
    parameters,
    trustPolicy: json(trustPolicy(principalArn, connection.externalId)),
    permissions,
    command: command(principalArn, values, region),
    launch: launchStack(stack, templates),
  };
}

/** IAM is the same in all Regions of a partition. A connection has at least one. */
function firstRegion({ regions: [region] }: Connection): string {
  if (region === undefined) throw new RangeError('a connection has no Region');
  return region;
}

interface Values {
  readonly ExternalId: string;
  readonly Access: string;
  readonly WorkloadArns: string;
  readonly RoleName: string;
}

/** The role's own name once it is entered. Before, one that no other connection to the account has. */
function roleName({ id, roleArn }: Connection): string {
  const entered = /:role\/([^/]+)$/.exec(roleArn ?? '')?.[1];
  return entered ?? `WellArchitectedBacklog-${id}`;
}

function command(principalArn: string, values: Values, region: string): string {
  const words = [
    ...['aws/create-role.sh', '--trusted-principal', principalArn],
    ...['--external-id', values.ExternalId, '--access', values.Access],
    ...(values.WorkloadArns === '' ? [] : ['--workloads', values.WorkloadArns]),
    ...['--role-name', values.RoleName],
    '--region',
    region,
  ];
  return words.map(shellWord).join(' ');
}

/** As a POSIX shell reads it back: characters that mean something to it make the word quoted. */
function shellWord(word: string): string {
  return /^[\w+=,.@:/-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}
