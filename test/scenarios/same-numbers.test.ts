/** Clients that others wrote, unmodified, over HTTP: they see the numbers that the app saw and made. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  paginateListAnswers,
  paginateListWorkloads,
  WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Version3Client } from 'jira.js';
import { ADMIN_USER } from '../../sandbox/aws';
import { FRAMEWORK, FRAMEWORK_WORKLOAD, openScenario, outcomeOf, type Scenario } from './open-site';

const run = promisify(execFile);

describe('the framework lens after a sync, every question answered with nothing selected', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await openScenario({ lensFiles: [FRAMEWORK], answered: 'none' });
    expect(outcomeOf(await scenario.sync()).failed).toEqual([]);
  });
  afterAll(() => scenario.close());

  test('jira.js finds 1 Epic, 57 Tasks and 307 Sub-tasks', async () => {
    const { url, jira } = scenario.site;
    const basic = { email: 'project-admin@example.invalid', apiToken: jira.apiToken };
    const client = new Version3Client({ host: `${url}/jira`, authentication: { basic } });
    const counts = [];
    for (const type of ['Epic', 'Task', 'Subtask']) {
      const jql = `labels = well-architected AND issuetype = ${type}`;
      const found = await client.issueSearch.searchForIssuesUsingJqlEnhancedSearch({
        jql,
        maxResults: 5000,
        fields: ['id'],
      });
      counts.push(found.issues?.length);
    }
    expect(counts).toEqual([1, 57, 307]);
  });

  test('the AWS SDK counts 57 questions over two pages and 307 best practices', async () => {
    const client = clientOf(scenario);
    const page = { WorkloadId: await workloadId(client), LensAlias: 'wellarchitected' };
    const pages = [];
    for await (const answers of paginateListAnswers({ client }, page))
      pages.push(answers.AnswerSummaries ?? []);
    const practices = pages
      .flat()
      .flatMap(({ Choices }) => Choices ?? [])
      .filter(({ Title }) => Title !== 'None of these');
    expect([pages.length, pages.flat().length, practices.length]).toEqual([2, 57, 307]);
  });

  test('the AWS CLI counts 57 questions', async () => {
    if (!(await run('aws', ['--version']).catch(() => undefined))) {
      process.stderr.write('SKIPPED: the AWS CLI is not installed\n');
      return;
    }
    const workload = await workloadId(clientOf(scenario));
    let [questions, next] = [0, ''];
    do {
      const page = await awsCli(scenario, [
        'list-answers',
        '--lens-alias',
        'wellarchitected',
        '--workload-id',
        workload,
        ...nextToken(next),
      ]);
      questions += page.AnswerSummaries.length;
      next = page.NextToken ?? '';
    } while (next);
    expect(questions).toBe(57);
  });
});

async function workloadId(client: WellArchitectedClient): Promise<string> {
  for await (const { WorkloadSummaries } of paginateListWorkloads({ client }, {})) {
    const found = WorkloadSummaries?.find(({ WorkloadName }) => WorkloadName === FRAMEWORK_WORKLOAD);
    if (found?.WorkloadId) return found.WorkloadId;
  }
  throw new Error(`no workload ${FRAMEWORK_WORKLOAD}`);
}

function clientOf({ site }: Scenario): WellArchitectedClient {
  return new WellArchitectedClient({
    region: 'us-east-1',
    endpoint: `${site.url}/aws`,
    credentials: ADMIN_USER,
  });
}

/** The CLI has no paginator for this operation: it gives one page and a token. */
function nextToken(token: string): readonly string[] {
  return token ? ['--next-token', token] : [];
}

async function awsCli(
  { site }: Scenario,
  call: readonly string[],
): Promise<{ AnswerSummaries: readonly object[]; NextToken?: string }> {
  const { stdout } = await run(
    'aws',
    ['wellarchitected', ...call, '--endpoint-url', `${site.url}/aws`, '--output', 'json'],
    {
      env: {
        ...process.env,
        AWS_ACCESS_KEY_ID: ADMIN_USER.accessKeyId,
        AWS_SECRET_ACCESS_KEY: ADMIN_USER.secretAccessKey,
        AWS_DEFAULT_REGION: 'us-east-1',
      },
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  return JSON.parse(stdout) as { AnswerSummaries: readonly object[]; NextToken?: string };
}
