/** Open best practices of a project as one person sees them. */
import { describe, expect, test } from '@jest/globals';
import type { OpenSubtask } from '../../../src/jira/client/open-subtasks';
import type { Link } from '../../../src/review-entries/link';
import { UpstreamError } from '../../../src/upstream-error';
import { listTriage } from '../../../src/use-cases/list-triage';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';
import { asReason } from '../../../src/reason';

const LENS = lensIdentity('main');
const IDENTITY = { workload: WORKLOAD_ARN, lens: LENS, question: 'q1' };
const IN_PROJECT = { projectKey: 'WA' };

function subtask(more: Partial<OpenSubtask> = {}): OpenSubtask {
  return {
    ...{ id: '3', key: 'WA-3', summary: 'Practice p1', status: { name: 'To do', category: 'new' } },
    parent: { id: '2', key: 'WA-2', summary: 'Question q1' },
    property: { ...IDENTITY, choice: 'p1', risk: 'HIGH', hash: '0' } as OpenSubtask['property'],
    ...more,
  };
}

async function showing(...subtasks: readonly OpenSubtask[]): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.linked();
  platform.openSubtasks = () => Promise.resolve({ subtasks, cursor: 'next' });
  const ours = ['2', '3'].map((issueId) => ({ identity: IDENTITY, issueId }) as Link);
  await platform.issueIndex.put(ours);
  return platform;
}

describe('a row', () => {
  test('names the best practice, its question and the next page', async () => {
    const { rows, cursor } = await listTriage(IN_PROJECT, PROJECT_ADMIN, await showing(subtask()));
    expect(rows).toMatchObject([
      {
        key: 'WA-3',
        workloadArn: WORKLOAD_ARN,
        risk: 'HIGH',
        question: { key: 'WA-2', title: 'Question q1' },
      },
    ]);
    expect(cursor).toBe('next');
  });

  test.each<[string, Partial<OpenSubtask>, boolean]>([
    ['under an issue that is not its question’s', { parent: { id: '9', key: 'WA-9', summary: 'x' } }, true],
    [
      'of a workload that the project does not link',
      { property: { ...subtask().property, workload: 'x' } },
      false,
    ],
  ])('%s', async (_, more, isShown) => {
    const { rows } = await listTriage(IN_PROJECT, PROJECT_ADMIN, await showing(subtask(more)));
    expect(rows).toHaveLength(isShown ? 1 : 0);
    for (const row of rows) expect(row).not.toHaveProperty('question');
  });
});

test('Jira is not searched where nothing is linked any more', async () => {
  const platform = await showing(subtask());
  await platform.link({ ended: { reason: 'unlinked', at: 'now' } });
  platform.openSubtasks = () => Promise.reject(new Error('searched'));
  expect((await listTriage(IN_PROJECT, PROJECT_ADMIN, platform)).rows).toEqual([]);
});

describe('Jira refuses the search', () => {
  const refusal = (code: string) =>
    new UpstreamError(asReason('No.'), { service: 'jira', code, retryable: false });

  test.each([
    // with a cursor, Jira's answer: what the caller is told
    ['of a page', 'here', '400', { name: 'Refusal', code: 'invalid' }],
    ['of a page, for another reason', 'here', '500', { name: 'UpstreamError' }],
    ['of the first page', undefined, '400', { name: 'UpstreamError' }],
  ])('%s', async (_, cursor, code, told) => {
    const platform = await showing();
    platform.openSubtasks = () => Promise.reject(refusal(code));
    const asked = cursor === undefined ? IN_PROJECT : { ...IN_PROJECT, cursor };
    await expect(listTriage(asked, PROJECT_ADMIN, platform)).rejects.toMatchObject(told);
  });
});
