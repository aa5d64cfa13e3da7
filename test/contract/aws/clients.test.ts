import { serve, type ServerType } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile, spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { ADMIN_USER, ADMIN_USER_ARN, DEFAULT_ROLE_ARN, trustPolicyFor } from '../../../sandbox/aws/index';
import { sandboxAws } from './world';

const run = promisify(execFile);
const succeeds = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
const hasCli = succeeds('aws', '--version');
const hasBoto3 = succeeds('python3', '-c', 'import boto3');
if (!hasCli) console.warn('no AWS CLI on the PATH: its test is skipped');
if (!hasBoto3) console.warn('no python3 with boto3 on the PATH: its test is skipped');

const BOTO3 = `
import boto3, sys
client = boto3.client('wellarchitected', endpoint_url=sys.argv[1])
review = {'WorkloadId': sys.argv[2], 'LensAlias': 'wellarchitected'}
first = client.list_answers(**review)
second = client.list_answers(NextToken=first['NextToken'], **review)
questions = first['AnswerSummaries'] + second['AnswerSummaries']
print(len(questions), sum(len(question['Choices']) - 1 for question in questions))
`;

describe('unmodified clients over HTTP, with the endpoint at /aws', () => {
  const { aws, workloadId } = sandboxAws();
  let server: ServerType;
  let endpoint = '';
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: ADMIN_USER.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ADMIN_USER.secretAccessKey,
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_PAGER: '',
    NO_PROXY: '127.0.0.1',
  };

  beforeAll(async () => {
    const trustPolicy = trustPolicyFor(ADMIN_USER_ARN, 'for-the-app');
    aws.admin.putRole({ arn: DEFAULT_ROLE_ARN, trustPolicy });
    await new Promise<void>((resolve) => {
      const fetch = async (request: Request) => (await aws.handle(request)).response;
      server = serve({ fetch, port: 0, hostname: '127.0.0.1' }, (info: AddressInfo) => {
        endpoint = `http://127.0.0.1:${info.port}/aws`;
        resolve();
      });
    });
  });

  afterAll(() => {
    server.close();
  });

  async function cli(...args: string[]): Promise<unknown> {
    const { stdout } = await run('aws', ['--endpoint-url', endpoint, '--output', 'json', ...args], { env });
    return JSON.parse(stdout);
  }

  (hasCli ? it : it.skip)('the AWS CLI lists workloads and answers, and assumes the role', async () => {
    expect(await cli('wellarchitected', 'list-workloads')).toMatchObject({
      WorkloadSummaries: [{ WorkloadId: workloadId, Owner: '111122223333' }],
    });
    const review = [
      '--workload-id',
      workloadId,
      '--lens-alias',
      'arn:aws:wellarchitected::aws:lens/wellarchitected',
    ];
    const answers = await cli('wellarchitected', 'list-answers', ...review, '--pillar-id', 'security');
    expect((answers as { AnswerSummaries: unknown[] }).AnswerSummaries).toHaveLength(11);
    const role = ['--role-arn', DEFAULT_ROLE_ARN, '--role-session-name', 'cli'];
    expect(await cli('sts', 'assume-role', ...role, '--external-id', 'for-the-app')).toMatchObject({
      AssumedRoleUser: { Arn: 'arn:aws:sts::111122223333:assumed-role/WellArchitectedBacklog/cli' },
    });
  });

  (hasBoto3 ? it : it.skip)('boto3 reads 57 questions and 307 best practices', async () => {
    const { stdout } = await run('python3', ['-c', BOTO3, endpoint, workloadId], { env });
    expect(stdout.trim()).toBe('57 307');
  });
});
