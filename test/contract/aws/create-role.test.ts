/** aws/create-role.sh passes to AWS exactly the parameters that the app shows, from the command that it shows. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Connection } from '../../../src/connection/model';
import { roleSetup } from '../../../src/connection/setup';
import { CONNECTION } from '../../unit/connection/a-connection';

const ROOT = path.join(__dirname, '../../..');
const PRINCIPAL = 'arn:aws:iam::111122223333:user/backlog';
const WORKLOADS = ['0', '1'].map(
  (digit) => `arn:aws:wellarchitected:us-east-1:111122223333:workload/${digit.repeat(32)}`,
);

/** Stands in for the AWS CLI: writes down what it is called with, one argument a line. */
const AWS_CLI = `#!/usr/bin/env bash
printf '%s\\n' "$@" '--' >> "$CALLS"
case $1 in iam) echo arn:aws:iam::111122223333:role/Made ;; esac
`;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'create-role-'));
  writeFileSync(path.join(folder, 'aws'), AWS_CLI);
  chmodSync(path.join(folder, 'aws'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string): { stdout: string; calls: readonly string[][] } {
  const calls = path.join(folder, 'calls');
  rmSync(calls, { force: true });
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH ?? ''}`, CALLS: calls };
  const stdout = execFileSync('bash', ['-c', command], { cwd: ROOT, env, encoding: 'utf8', stdio: 'pipe' });
  const written = readFileSync(calls, 'utf8').split('--\n').slice(0, -1);
  return { stdout, calls: written.map((call) => call.trim().split('\n')) };
}

describe('the command that a connection shows', () => {
  test.each<readonly [string, Connection]>([
    ['read and write, every workload', CONNECTION],
    ['read only', { ...CONNECTION, access: 'read-only' }],
    ['named workloads', { ...CONNECTION, serves: [{ projectId: '1', workloadArns: WORKLOADS }] }],
  ])('%s: deploys the template with the parameters shown, and prints the ARN alone', (_, connection) => {
    const { command = '', parameters } = roleSetup(connection, PRINCIPAL);
    const { stdout, calls } = run(command);
    expect(stdout).toBe('arn:aws:iam::111122223333:role/Made\n');
    const [deploy = []] = calls;
    expect(deploy.slice(0, 2)).toEqual(['cloudformation', 'deploy']);
    const overrides = deploy.slice(deploy.indexOf('--parameter-overrides') + 1);
    const passed = overrides.map((pair) => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)]);
    expect(Object.fromEntries(passed)).toEqual(parameters);
  });

  test.each([
    ['no external id', '--trusted-principal x'],
    ['an external id of another form', '--trusted-principal x --external-id short'],
    ['an unknown option', '--external'],
    ['an access that there is not', `--trusted-principal x --external-id ${'0'.repeat(32)} --access Admin`],
    ['an option without its value', '--access'],
  ])('%s ends with usage, and nothing is sent', (_, options) => {
    const ended = spawnSync('bash', ['-c', `aws/create-role.sh ${options}`], { cwd: ROOT, encoding: 'utf8' });
    expect(ended.status).toBe(2);
    expect(ended.stderr).toMatch(/Usage: aws\/create-role\.sh/);
  });
});
