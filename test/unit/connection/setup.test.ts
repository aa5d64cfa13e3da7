import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { roleSetup } from '../../../src/connection/setup';
import { WORKLOAD_ARN } from '../wellarchitected/recorded-review';
import { CONNECTION, EXTERNAL_ID, USER_ARN, withoutRole } from './a-connection';
import { roleTemplate, type Parameters } from '../../builders/role-template';

const NEW = withoutRole(CONNECTION);
const LIMITED = { ...CONNECTION, serves: [{ projectId: '1', workloadArns: [WORKLOAD_ARN] }] };

describe('what it takes to create the role', () => {
  test('are the parameters of the template, with values that it takes', () => {
    const { parameters } = roleSetup(NEW, USER_ARN);
    const template = roleTemplate(parameters as unknown as Parameters).Parameters;
    expect(Object.keys(parameters).sort()).toEqual(Object.keys(template).sort());
    for (const [name, { AllowedPattern = '', AllowedValues }] of Object.entries(template)) {
      expect(parameters[name]).toMatch(new RegExp(AllowedPattern));
      expect(AllowedValues ?? [parameters[name]]).toContain(parameters[name]);
    }
  });

  test('or, in the console, the very trust policy of the template', () => {
    const setup = roleSetup(NEW, USER_ARN);
    const { Role } = roleTemplate(setup.parameters as unknown as Parameters).Resources;
    expect(JSON.parse(setup.trustPolicy ?? '')).toEqual(Role.Properties.AssumeRolePolicyDocument);
  });

  test('and a permissions policy, indented', () => {
    const { permissions } = roleSetup(CONNECTION, USER_ARN);
    expect(permissions).toContain('\n  "Statement": [');
    const { Version, Statement } = JSON.parse(permissions) as {
      Version: string;
      Statement: { Sid: string }[];
    };
    expect([Version, ...Statement.map(({ Sid }) => Sid)]).toEqual([
      '2012-10-17',
      'ReadAccount',
      'ReadReviews',
      'ReadMilestones',
      'WriteAnswers',
      'SaveMilestones',
    ]);
  });

  test('or one command, with the flags of the script', () => {
    const { command = '' } = roleSetup(NEW, USER_ARN);
    expect(command).toBe(
      `aws/create-role.sh --trusted-principal ${USER_ARN} --external-id ${EXTERNAL_ID} --access ReadWrite ` +
        `--role-name WellArchitectedBacklog-${NEW.id} --region eu-west-1`,
    );
  });

  test('every flag of the command is one of the script’s', () => {
    const { command = '' } = roleSetup(LIMITED, USER_ARN);
    const usage = readFileSync(join(__dirname, '../../../aws/create-role.sh'), 'utf8');
    const flags = command.match(/--[a-z-]+/g) ?? [];
    expect(flags).toHaveLength(6);
    for (const flag of flags) expect(usage).toContain(`  ${flag} `);
  });

  test('named workloads stand in all three', () => {
    const { parameters, permissions, command } = roleSetup(LIMITED, USER_ARN);
    expect(parameters.WorkloadArns).toBe(WORKLOAD_ARN);
    expect(permissions).toContain(WORKLOAD_ARN);
    expect(permissions).not.toContain('workload/*');
    expect(command).toContain(`--workloads ${WORKLOAD_ARN} `);
  });

  test('of a read-only connection has nothing that writes', () => {
    const { parameters, permissions, command } = roleSetup({ ...CONNECTION, access: 'read-only' }, USER_ARN);
    expect(parameters.Access).toBe('ReadOnly');
    expect(permissions).not.toMatch(/UpdateAnswer|GetAnswer/);
    expect(command).toContain('--access ReadOnly');
  });

  test('waits for an access key: without a principal nothing can be trusted', () => {
    const setup = roleSetup(NEW, undefined);
    expect(Object.keys(setup).sort()).toEqual(['parameters', 'permissions']);
    expect(setup.parameters).not.toHaveProperty('TrustedPrincipalArn');
  });

  test.each([
    ['no role is entered', NEW, `WellArchitectedBacklog-${NEW.id}`],
    ['a role is entered', CONNECTION, 'well-architected-backlog'],
    [
      'the entered role has a path, which the template cannot give',
      { ...CONNECTION, roleArn: 'arn:aws:iam::111122223333:role/team/role' },
      `WellArchitectedBacklog-${NEW.id}`,
    ],
  ])('names the role: %s', (_what, connection, name) => {
    expect(roleSetup(connection, USER_ARN).parameters.RoleName).toBe(name);
  });

  test('a shell reads the command back word by word, whatever the user is called', () => {
    const principal = 'arn:aws:iam::111122223333:user/$(touch x)\'; b `c` "d" \\';
    const { command = '' } = roleSetup(NEW, principal);
    const words = execFileSync('bash', ['-c', `printf '%s\\n' ${command}`], { encoding: 'utf8' });
    expect(words.split('\n')[2]).toBe(principal);
  });
});
