/** The product's templates, judged by programs of others: a linter, and another CloudFormation and IAM. */
import { describe, expect, it } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { createAws, roleTemplate, userTemplate } from '../../../sandbox/aws/index';
import { openIdentities } from '../../../sandbox/aws/iam/identities';
import { manualClock } from '../../../sandbox/clock';
import { openStore } from '../../../sandbox/store/store';

const PROJECT = path.join(__dirname, '../../..');
/** The account that moto plays. */
const ACCOUNT = '123456789012';

/** Loading moto takes a machine that is busy its time. */
const MOTO_MS = 180_000;

const succeeds = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const hasLinter = succeeds('cfn-lint', '--version');
const hasMoto = succeeds('python3', '-c', 'import boto3, moto, yaml');
if (!hasLinter) process.stderr.write('SKIPPED: no cfn-lint on the PATH\n');
if (!hasMoto) process.stderr.write('SKIPPED: no python3 with moto and boto3 on the PATH\n');

interface Deployed {
  readonly outputs: Readonly<Record<string, string>>;
  readonly identities: readonly object[];
}

interface Deployment {
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
}

function deployHere({ template, parameters }: Deployment): Deployed {
  const store = openStore();
  const aws = createAws({ store, clock: manualClock(0) });
  const outputs = aws.admin.deployStack({ template, parameters, account: ACCOUNT });
  const identities = openIdentities(store);
  const users = identities.users().map(({ arn, policies }) => ({ arn, policies }));
  const role = identities.role(outputs.RoleArn ?? '');
  if (role === undefined) return { outputs, identities: users };
  const { arn, policies, trustPolicy, maxSessionSeconds } = role;
  return { outputs, identities: [...users, { arn, policies, trustPolicy, maxSessionSeconds }] };
}

function deployInMoto(deployments: readonly Deployment[]): readonly Deployed[] {
  const script = path.join(__dirname, 'deploy.py');
  const credentials = { AWS_ACCESS_KEY_ID: 'none', AWS_SECRET_ACCESS_KEY: 'none' };
  const options = { input: JSON.stringify(deployments), env: { ...process.env, ...credentials } };
  return JSON.parse(execFileSync('python3', [script], options).toString()) as readonly Deployed[];
}

const CONNECTION = {
  TrustedPrincipalArn: 'arn:aws:iam::111122223333:user/WellArchitectedBacklog',
  ExternalId: '0123456789abcdef0123456789abcdef',
};
const WORKLOADS = ['us-east-1:123456789012', 'eu-west-1:444455556666']
  .map((place) => `arn:aws:wellarchitected:${place}:workload/0123456789abcdef0123456789abcdef`)
  .join(',');
const ROLES = 'arn:aws:iam::123456789012:role/One,arn:aws:iam::444455556666:role/Two';

const CASES: readonly (readonly [string, Deployment])[] = [
  ['the user', { template: userTemplate(), parameters: {} }],
  [
    'the user, for two roles',
    { template: userTemplate(), parameters: { UserName: 'jira', RoleArns: ROLES } },
  ],
  ['the role', { template: roleTemplate(), parameters: CONNECTION }],
  ['the role, read-only', { template: roleTemplate(), parameters: { ...CONNECTION, Access: 'ReadOnly' } }],
  [
    'the role, for two workloads',
    { template: roleTemplate(), parameters: { ...CONNECTION, WorkloadArns: WORKLOADS } },
  ],
  [
    'the role, read-only, for two workloads, by another name',
    {
      template: roleTemplate(),
      parameters: { ...CONNECTION, Access: 'ReadOnly', WorkloadArns: WORKLOADS, RoleName: 'Other' },
    },
  ],
];

describe('the templates of aws/', () => {
  (hasLinter ? it : it.skip)('are without a finding of cfn-lint', () => {
    const found = spawnSync('cfn-lint', ['aws/role.yaml', 'aws/user.yaml', 'aws/events.yaml'], {
      cwd: PROJECT,
      encoding: 'utf8',
    });
    expect(`${found.stdout}${found.stderr}`).toBe('');
    expect(found.status).toBe(0);
  });

  (hasMoto ? it : it.skip)(
    'make the same users, roles and policies in moto',
    () => {
      const theirs = deployInMoto(CASES.map(([, deployment]) => deployment));
      for (const [index, [what, deployment]] of CASES.entries()) {
        expect({ what, ...deployHere(deployment) }).toEqual({ what, ...theirs[index] });
      }
    },
    MOTO_MS,
  );
});
