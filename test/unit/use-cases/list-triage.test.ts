/** Open best practices of a project: what is stored, and what Jira tells one person of them. */
import { describe, expect, test } from '@jest/globals';
import type { TriageIssue, WhichSubtasks } from '../../../src/jira/client/triage-issues';
import { asReason } from '../../../src/reason';
import type { Link } from '../../../src/review-entries/link';
import type { Triaged } from '../../../src/triage/triage-store';
import { UpstreamError } from '../../../src/upstream-error';
import { listTriage } from '../../../src/use-cases/list-triage';
import { listTriageRows, searchTriage } from '../../../src/use-cases/list-triage-rows';
import { MemoryPlatform, PROJECT, PROJECT_ADMIN } from '../../builders/platform';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';
import { arnOf } from '../linked-workloads/a-link';

const LENS = lensIdentity('main');
const IN_PROJECT = { projectKey: 'WA' };

function triaged(issueIds: readonly string[], projectId = PROJECT.id): Triaged {
  const issues = issueIds.map((id): [string, string] => [id, 'The same practice']);
  const questions = [{ id: 'q1', title: 'Question', task: '2', risk: 'HIGH' as const, issues }];
  const pillars = [{ label: 'security', name: 'Security', questions }];
  return { projectId, lenses: [{ identity: LENS, name: 'Main', pillars }] };
}

const list = (platform: MemoryPlatform, cursor?: string) =>
  listTriage(cursor === undefined ? IN_PROJECT : { ...IN_PROJECT, cursor }, PROJECT_ADMIN, platform);

describe('what is stored', () => {
  test('is told with each text once, and with a search for the same issues', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.triage.save(WORKLOAD_ARN, triaged(['3', '4']), undefined);
    const issues = [
      ['3', 1],
      ['4', 1],
    ];
    const questions = [{ title: 0, task: '2', risk: 'HIGH', issues }];
    expect(await list(platform)).toEqual({
      workloads: [
        {
          ...{ arn: WORKLOAD_ARN, name: 'Web shop' },
          lenses: [
            { identity: LENS, name: 'Main', pillars: [{ label: 'security', name: 'Security', questions }] },
          ],
        },
      ],
      texts: ['Question', 'The same practice'],
      jql: expect.stringContaining(WORKLOAD_ARN),
    });
  });

  test('of a workload that the project unlinked, or of issues in another project, is not told', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.triage.save(WORKLOAD_ARN, triaged(['3'], '999'), undefined);
    expect((await list(platform)).workloads).toEqual([{ arn: WORKLOAD_ARN, name: 'Web shop', lenses: [] }]);
    await platform.link({ ended: { reason: 'unlinked', at: 'now' } });
    expect((await list(platform)).workloads).toEqual([]);
  });

  test('comes on pages of a hundred workloads, and less where they have many rows', async () => {
    const platform = await MemoryPlatform.connected();
    for (let nth = 0; nth < 120; nth += 1) {
      await platform.link({ workloadArn: arnOf(nth) });
      await platform.triage.save(arnOf(nth), triaged(['3']), undefined);
    }
    const first = await list(platform);
    expect([first.workloads.length, first.cursor]).toEqual([100, '100']);
    const rest = await list(platform, first.cursor);
    expect([rest.workloads.length, rest.cursor]).toEqual([20, undefined]);
    const many = Array.from({ length: 20_000 }, (_, nth) => String(nth));
    await platform.triage.save(arnOf(3), triaged(many), triaged([]));
    expect((await list(platform)).cursor).toBe('10');
  });
});

describe('links that earlier versions left', () => {
  const link = (issueId: string, choice: string | undefined, jira: 'open' | 'done'): Link => ({
    identity: { workload: WORKLOAD_ARN, lens: LENS, question: 'q1', ...(choice ? { choice } : {}) },
    ...{ pillar: 'security', issueId, summary: `Issue ${issueId}`, descriptionHash: '0' },
    labels: ['well-architected', 'security'],
    synced: { review: 'open', jira },
  });

  async function withLinks(projectId = PROJECT.id): Promise<MemoryPlatform> {
    const platform = await MemoryPlatform.linked();
    const links = [link('2', undefined, 'open'), link('3', 'p1', 'open'), link('4', 'p2', 'done')];
    await platform.openLinks().save(WORKLOAD_ARN, projectId, links);
    return platform;
  }

  test('are listed at once, without risks, and kept for the next look', async () => {
    const platform = await withLinks();
    const { workloads, texts } = await list(platform);
    const questions = [{ title: 0, task: '2', issues: [['3', 1]] }];
    expect(workloads[0]?.lenses).toEqual([
      { identity: LENS, name: '', pillars: [{ label: 'security', name: '', questions }] },
    ]);
    expect(texts).toEqual(['Issue 2', 'Issue 3']);
    const { linkedWorkloads, triage, reviewMemory } = platform;
    const openLinks = () => ({ load: () => Promise.reject(new Error('links were read again')) });
    const again = { linkedWorkloads, triage, reviewMemory, openLinks };
    expect((await listTriage(IN_PROJECT, PROJECT_ADMIN, again)).workloads).toEqual(workloads);
  });

  test('of issues in another project are not told', async () => {
    expect((await list(await withLinks('999'))).workloads[0]?.lenses).toEqual([]);
  });

  test('that cannot be read are named, and cost their workload alone', async () => {
    const platform = await withLinks();
    await platform.link({ workloadArn: arnOf(1) });
    await platform.triage.save(arnOf(1), triaged(['7']), undefined);
    const head = [...platform.kvs.values.keys()].find((key) => /^link:[0-9a-f]+$/.test(key));
    await platform.kvs.set(head ?? '', 'damaged');
    const { workloads, unreadable } = await list(platform);
    expect(workloads.map(({ lenses }) => lenses.length)).toEqual([0, 1]);
    expect(unreadable).toHaveLength(1);
  });

  test('are made into lists of twenty workloads or so a page: the next page goes on', async () => {
    const platform = await MemoryPlatform.connected();
    for (let nth = 0; nth < 35; nth += 1) await platform.link({ workloadArn: arnOf(nth) });
    const first = await list(platform);
    expect([first.workloads.length, first.cursor]).toEqual([20, '20']);
    expect((await list(platform, first.cursor)).cursor).toBeUndefined();
    expect((await list(platform)).workloads).toHaveLength(35);
  });
});

describe('rows', () => {
  const issue = (id: string, more: Partial<TriageIssue> = {}): TriageIssue => ({
    ...{ id, key: `WA-${id}`, projectKey: 'WA', summary: 'Title' },
    status: { name: 'To Do', category: 'new' },
    ...more,
  });

  test('are those of the ids that the person may see, that are open and in the project', async () => {
    const platform = await MemoryPlatform.linked();
    const done = { name: 'Done', category: 'done' } as const;
    platform.triageIssues = [issue('3'), issue('4', { status: done }), issue('5', { projectKey: 'X' })];
    const { rows } = await listTriageRows(
      { ...IN_PROJECT, issueIds: ['3', '4', '5', '6'] },
      PROJECT_ADMIN,
      platform,
    );
    expect(rows.map(({ id }) => id)).toEqual(['3']);
  });

  test.each<[what: string, workloads: string[], arns: readonly string[] | undefined]>([
    ['all that the project links', [], [WORKLOAD_ARN]],
    ['those that are asked for', [WORKLOAD_ARN], [WORKLOAD_ARN]],
    ['none that it does not link: Jira is not asked', [arnOf(9)], undefined],
  ])('are searched for in workloads: %s', async (_, workloads, arns) => {
    const platform = await MemoryPlatform.linked();
    const asked: WhichSubtasks[] = [];
    platform.openSubtasks = (which) => {
      asked.push(which);
      return Promise.resolve({ issues: [issue('3')], cursor: 'next' });
    };
    const search = { workloads, overdue: true };
    const found = await searchTriage({ ...IN_PROJECT, search }, PROJECT_ADMIN, platform);
    expect(asked.map(({ workloadArns }) => workloadArns)).toEqual(arns ? [arns] : []);
    for (const { narrowing } of asked) expect(narrowing).toEqual({ overdue: true });
    expect(found.cursor).toBe(arns && 'next');
  });

  const refusal = (code: string) =>
    new UpstreamError(asReason('No.'), { service: 'jira', code, retryable: false });

  test.each([
    // with a cursor, Jira's answer, narrowed to: what the caller is told
    ['of a page', 'here', '400', {}, { name: 'Refusal', code: 'invalid' }],
    ['of a page, for another reason', 'here', '500', {}, { name: 'UpstreamError' }],
    ['of the first page', undefined, '400', {}, { name: 'UpstreamError' }],
    [
      'of what names somebody unknown',
      undefined,
      '400',
      { assignees: ['nobody'] },
      { name: 'Refusal', code: 'invalid', message: expect.stringMatching(/^search: names a status/) },
    ],
    [
      'of what names somebody, for another reason',
      undefined,
      '503',
      { assignees: ['nobody'] },
      { name: 'UpstreamError' },
    ],
  ])('Jira refuses the search %s', async (_, cursor, code, search, told) => {
    const platform = await MemoryPlatform.linked();
    platform.openSubtasks = () => Promise.reject(refusal(code));
    const asked = { ...IN_PROJECT, search, ...(cursor === undefined ? {} : { cursor }) };
    await expect(searchTriage(asked, PROJECT_ADMIN, platform)).rejects.toMatchObject(told);
  });
});
