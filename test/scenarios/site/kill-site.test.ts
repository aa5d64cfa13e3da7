/** The whole site is killed with -9 in the middle of a first sync and started again on what it left. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import type { RunView, WorkloadView } from '../../../src/contract';
import { FRAMEWORK, FRAMEWORK_WORKLOAD } from '../open-site';
import { type SiteProcess, startProcess } from './site-process';

/** The search shows none of the new issues to the sync that follows the kill. */
const INDEX_LAG_MS = 600_000;
const BULK_CREATE = 'jira POST /rest/api/3/issue/bulk';

// Between these, `kill-invocation-jira-calls` dies.
test.each([2, 10])(
  'killed when Jira has performed %d of 10 bulk creates: the same issues, no duplicate',
  async (creates) => {
    const state = mkdtempSync(path.join(tmpdir(), 'site-'));
    const start = () =>
      startProcess(
        ...['--state', state, '--lens', FRAMEWORK, '--answered', 'none'],
        ...['--index-lag', String(INDEX_LAG_MS), '--latency', 'jira=30', '--fast-forward'],
      );
    const first = await start();
    await startSync(first);
    while ((await performed(first)) < creates) await sleep(5);
    await first.end('SIGKILL');

    const second = await start();
    await second.get('/forge/idle?timeout=60');
    const runId = await startSync(second);
    await second.get('/forge/idle?timeout=60');
    const run = await second.call<RunView>('sync.run', { projectKey: 'WA', runId });
    expect(run.outcome).toMatchObject({ kind: 'applied', failed: [] });
    await second.post('/sandbox/clock', { advanceMs: INDEX_LAG_MS });
    const found = await identities(second);
    expect(found).toHaveLength(1 + 57 + 307);
    expect(new Set(found).size).toBe(found.length);
    expect((await second.end('SIGINT')).code).toBe(0);
    rmSync(state, { recursive: true, force: true });
  },
  120_000,
);

async function startSync(site: SiteProcess): Promise<string> {
  const projectKey = 'WA';
  const { workloads } = await site.call<{ workloads: WorkloadView[] }>('workload.list', { projectKey });
  const workload = workloads.find(({ name }) => name === FRAMEWORK_WORKLOAD);
  if (workload === undefined) throw new Error('the workload is gone');
  const { connectionId, arn: workloadArn } = workload;
  await site.call('workload.link', { projectKey, connectionId, workloadArn });
  const payload = { projectKey, workloadArn, mode: 'sync' };
  return (await site.call<{ runId: string }>('sync.start', payload)).runId;
}

async function performed(site: SiteProcess): Promise<number> {
  const calls = await site.get<Record<string, number>>('/sandbox/requests?summary=1');
  return calls[BULK_CREATE] ?? 0;
}

/** Of every issue of the project, ours or not. */
async function identities(site: SiteProcess): Promise<string[]> {
  const found: string[] = [];
  let nextPageToken: string | undefined;
  do {
    const query = { jql: 'project = WA', maxResults: 100, properties: ['well-architected'], nextPageToken };
    const page = await site.post<SearchPage>('/jira/rest/api/3/search/jql', query);
    found.push(...page.issues.map(({ properties }) => identityOf(properties['well-architected'])));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken !== undefined);
  return found;
}

interface SearchPage {
  readonly issues: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  readonly nextPageToken?: string;
}

function identityOf(property: unknown): string {
  const { workload, lens, question, choice } = property as Record<string, string | undefined>;
  return [workload, lens, question ?? '', choice ?? ''].join(' ');
}
