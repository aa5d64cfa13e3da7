import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../../sandbox/jira/seed/users';
import { runScript, startProcess, type Ended, type SiteProcess } from './site-process';

const ACCOUNT = '777788889999';

let site: SiteProcess;
beforeAll(async () => {
  site = await startProcess();
});
afterAll(() => site.end('SIGINT'));

const connect = (...options: readonly string[]): Promise<Ended> =>
  runScript('sandbox/cli/connect.ts', '--site', site.url, '--account', ACCOUNT, ...options);

describe('npm run connect', () => {
  test('what is wrong is found before anything is made', async () => {
    expect((await connect('--project', 'NOPE')).code).toBe(1);
    expect((await connect('--without', 'wellarchitected:DeleteWorkload')).code).toBe(2);
    const listed = { functionKey: 'connection.list', payload: {}, accountId: JIRA_ADMIN };
    expect(JSON.stringify(await site.post('/forge/invoke', listed))).not.toContain(ACCOUNT);
  });

  test('a role that lacks one action of nine is not said to work', async () => {
    const { code, output } = await connect('--project', 'WA', '--without', 'wellarchitected:ListAnswers');
    expect(code).toBe(1);
    expect(output).toContain('✗ wellarchitected:ListAnswers');
    expect(output.trim().split('\n').at(-1)).toMatch(
      /its last test failed for wellarchitected:ListAnswers\./,
    );
  });

  test('nor is one whose actions nothing could be tried on', async () => {
    const bare = ['--account', '123456789012', '--without', 'wellarchitected:ListAnswers'];
    const { output } = await connect(...bare);
    expect(output.match(/^ {2}\? wellarchitected:/gm)).toHaveLength(7);
    expect(output.trim().split('\n').at(-1)).toMatch(/no test could try wellarchitected:.*ListAnswers/);
  });

  test('says what a role lacks and what to add, and is content once it is there', async () => {
    const lacking = await connect('--project', 'WA', '--without', 'wellarchitected:ListWorkloads');
    expect(lacking.code).toBe(1);
    expect(lacking.output).toContain('✗ wellarchitected:ListWorkloads');
    expect(lacking.output).toMatch(/add: \{"Effect":"Allow","Action":"wellarchitected:ListWorkloads"/);
    expect(lacking.output).toMatch(/test failed for wellarchitected:ListWorkloads/);
    const whole = await connect('--project', 'WA');
    expect(whole).toMatchObject({ code: 0, errors: '' });
    expect(whole.output).not.toContain('✗');
    expect(whole.output).toMatch(
      /aws\/create-role\.sh --trusted-principal arn:\S+ --external-id [0-9a-f]{32} /,
    );
  });

  test('the account is connected: its workloads can be linked and synced', async () => {
    const sync = ['--site', site.url, '--workload', 'Orders', '--project', 'WA', '--link', '--preview'];
    expect(await runScript('sandbox/cli/sync.ts', ...sync)).toMatchObject({ code: 0 });
  });

  test.each([
    ['no account', ['--account', '12'], /12 digits/],
    [
      'an action that the role does not have',
      ['--without', 'wellarchitected:DeleteWorkload'],
      /no such action/,
    ],
    ['what is no action', ['--without', '.*'], /must be an action/],
    ['another access', ['--access', 'admin'], /read-only or read-write/],
  ])('%s: one line and the way to the usage, exit code 2', async (_, options, words) => {
    const { code, errors } = await connect(...options);
    expect(code).toBe(2);
    expect(errors.split('\n')[0]).toMatch(words);
    expect(errors).toContain('npm run connect -- --help lists the options.');
  });
});

describe('troubles of AWS over HTTP', () => {
  test.each([
    ['a Region', '/sandbox/aws/regions', { region: 'us-east-1', is: 'on' }],
    ['a failure', '/sandbox/aws/fail-next', { operation: 'ListProfiles', times: 1 }],
    ['the clock', '/sandbox/aws/clock', { skewMs: 0 }],
  ])('%s is taken', async (_, route, body) => {
    expect(await site.post(route, body)).toEqual({});
  });

  test('a stack that CloudFormation would refuse is refused in its words, and nothing is made', async () => {
    const answer = await site.post('/sandbox/aws/stacks', { template: 'Resources: {}', stackName: 'x' });
    expect(answer).toEqual({ error: { code: 'ValidationError', message: expect.any(String) } });
    expect(await site.post('/sandbox/aws/stacks', {})).toEqual({ error: { message: expect.any(String) } });
  });
});
