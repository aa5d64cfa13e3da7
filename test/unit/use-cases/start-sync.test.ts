import { describe, expect, test } from '@jest/globals';
import type { StartSync } from '../../../src/contract';
import { inWords } from '../../../src/in-words';
import { startSync } from '../../../src/use-cases/start-sync';
import { MemoryPlatform, PROJECT, PROJECT_ADMIN } from '../../builders/platform';
import { WORKLOAD_ARN } from '../../builders/review';

const ASKED = { projectKey: 'WA', workloadArn: WORKLOAD_ARN, mode: 'sync' } as const;

describe('starting a sync', () => {
  test('stores what was asked, queues it, and tells who', async () => {
    const platform = await MemoryPlatform.linked();
    const selection = { questionIds: ['q1'] };
    const settle = [{ issueKey: 'WA-1', keep: 'aws' as const }];
    const more = {
      scope: 'all',
      selection,
      settle,
      recreate: true,
      fingerprint: '0123456789abcdef',
    } as const;
    const { runId } = await startSync({ ...ASKED, ...more, settle }, PROJECT_ADMIN, platform);
    expect(await platform.runs.load(runId)).toMatchObject({
      ...{ state: 'queued', startedBy: 'project admin', site: 'a-site', projectId: PROJECT.id, mode: 'sync' },
      ...{ workloadName: 'Web shop', confirm: false, notBefore: 0, ...more },
    });
    expect(platform.jobs).toEqual([{ runId, wake: 0, lane: 0, seconds: 0 }]);
    expect(await platform.latestRuns.started(WORKLOAD_ARN)).toBe(runId);
    expect(platform.told()).toEqual(['sync.started by project admin']);
  });

  test.each<[string, Partial<StartSync>, readonly string[]]>([
    ['like any other', {}, []],
    ['that puts back', { putBack: true }, ['What runs changed within 24 hours is put back']],
    [
      'confirmed over the safety check',
      { confirm: true },
      ['The plan was confirmed, whatever the safety check says'],
    ],
    ['that recreates', { recreate: true }, ['Work items that were deleted in Jira are made again']],
    [
      'that removes blocks',
      { removeBlocks: true },
      ['Status of work items that are not found is taken out of the notes'],
    ],
    ['that adopts', { adoption: 'adopt' }, ['Work items of an earlier installation are adopted']],
    [
      'that makes anew',
      { adoption: 'make-new' },
      ['Work items of an earlier installation are left, and made anew'],
    ],
    [
      'with decisions',
      {
        settle: [{ issueKey: 'WA-7', keep: 'jira' }],
        proposals: [
          { kind: 'twin', issueKey: 'WA-8', take: true },
          { kind: 'renamed', issueKey: 'WA-9', take: false },
        ],
      },
      ['WA-7: Jira’s side stays (conflict)', 'WA-8: taken (twin)', 'WA-9: left (renamed)'],
    ],
  ])('%s tells each thing that was asked for beyond the plan', async (_, asked, lines) => {
    const platform = await MemoryPlatform.linked();
    await startSync({ ...ASKED, ...asked }, PROJECT_ADMIN, platform);
    expect(platform.told()).toEqual(['sync.started by project admin']);
    expect(platform.entries[0]?.lines?.map(inWords)).toEqual(lines);
  });

  test('of which only a plan is wanted changes nothing, and is not told', async () => {
    const platform = await MemoryPlatform.linked();
    await startSync({ ...ASKED, mode: 'preview' }, PROJECT_ADMIN, platform);
    expect(platform.jobs).toHaveLength(1);
    expect(platform.told()).toEqual([]);
  });

  test.each<[string, string, RegExp, (platform: MemoryPlatform) => Promise<unknown>]>([
    ['another project’s workload', 'not-found', /has not linked/, (it) => it.link({ projectId: 'another' })],
    [
      'one that was unlinked',
      'conflict',
      /unlinked/,
      (it) => it.link({ ended: { reason: 'unlinked', at: '' } }),
    ],
    ['one without a key', 'conflict', /no access key/, (it) => it.accessKeys.delete('aws')],
    [
      'one that settings leave out',
      'conflict',
      /off/,
      (it) => it.change({ issueManagementStatus: 'DISABLED' }),
    ],
  ])('is refused for %s: %s', async (_, code, message, change) => {
    const platform = await MemoryPlatform.linked();
    await change(platform);
    const refused = expect(startSync(ASKED, PROJECT_ADMIN, platform)).rejects;
    await refused.toMatchObject({ name: 'Refusal', code, message: expect.stringMatching(message) });
    expect([platform.jobs, platform.entries]).toEqual([[], []]);
  });
});
