/** What of a run a person may see, who may not see every issue. */
import { describe, expect, test } from '@jest/globals';
import { inWords } from '../../../src/in-words';
import { asReason, type Reason } from '../../../src/reason';
import type { Run } from '../../../src/runs/model';
import { viewPlan, viewProgress, viewRun } from '../../../src/use-cases/view-run';
import { MemoryPlatform, PROJECT_ADMIN, USER_ARN } from '../../builders/platform';
import { withPractices } from '../../builders/review';
import { continued, SYNC } from '../runs/a-run';

const unreadable = (issueKey: string): Reason => ({
  code: 'made-unreadable',
  params: { issues: [{ issueKey }] },
});

const OF_RUN = { projectKey: 'WA', runId: 'r1' };

/** After a sync, p1 was answered in AWS: a plan closes its Sub-task. */
async function previewed(): Promise<MemoryPlatform> {
  const platform = await MemoryPlatform.linked();
  await continued(platform, { ...SYNC, id: 'r0' });
  platform.aws.review = withPractices(platform.aws.review, { p1: 'selected' });
  await continued(platform, { ...SYNC, mode: 'preview' });
  return platform;
}

describe('a plan', () => {
  test('shows every change to whoever sees every issue', async () => {
    const platform = await previewed();
    const { changes, pages } = await viewPlan({ ...OF_RUN, page: 0 }, PROJECT_ADMIN, platform);
    expect(pages).toBe(1);
    const closed = platform.board.all().find(({ property }) => property?.choice === 'p1');
    const { key, summary: title } = closed!;
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'close', key, title }));
  });

  test('keeps what is of a hidden issue to itself, but for the kind of change', async () => {
    const platform = await previewed();
    for (const { key } of platform.board.all()) platform.hidden.add(key);
    const { changes } = await viewPlan({ ...OF_RUN, page: 0 }, PROJECT_ADMIN, platform);
    expect(changes.map(({ kind }) => kind)).toContain('close');
    expect(JSON.stringify(changes)).not.toMatch(/WA-\d|Practice p1/);
  });

  test('has no page beyond its last, and none before it is made', async () => {
    const platform = await previewed();
    await expect(viewPlan({ ...OF_RUN, page: 1 }, PROJECT_ADMIN, platform)).rejects.toMatchObject({
      code: 'not-found',
    });
    await platform.runs.save({ ...SYNC, id: 'r2' });
    await expect(
      viewPlan({ ...OF_RUN, runId: 'r2', page: 0 }, PROJECT_ADMIN, platform),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a run', () => {
  test('shows its outcome once it is done, and before that none', async () => {
    const platform = await previewed();
    expect((await viewRun(OF_RUN, PROJECT_ADMIN, platform)).outcome?.kind).toBe('previewed');
    await platform.runs.save({ ...SYNC, state: 'running' });
    expect(await viewRun(OF_RUN, PROJECT_ADMIN, platform)).not.toHaveProperty('outcome');
  });

  test.each<[string, Partial<Run>, RegExp, string]>([
    [
      'the key of a hidden issue',
      { message: unreadable('WA-7') },
      /made a work item that you may not see/,
      'WA-7',
    ],
    ['whom the role trusts', { message: asReason(`${USER_ARN} may not.`) }, /^… may not\.$/, USER_ARN],
  ])('says why it waits without %s', async (_, run, said, unsaid) => {
    const platform = await MemoryPlatform.linked();
    platform.hidden.add('WA-7');
    await platform.runs.save({ ...SYNC, state: 'waiting', ...run });
    const { message } = await viewRun(OF_RUN, PROJECT_ADMIN, platform);
    expect(message && inWords(message)).toMatch(said);
    expect(JSON.stringify(message)).not.toContain(unsaid);
  });

  test.each<[string, MemoryPlatform['permissions'], RegExp]>([
    ['admins of the project', ['ADMINISTER_PROJECTS'], /^AWS is busy; going/],
    ['other people', ['BROWSE_PROJECTS'], /^\(shown to admins of the space\); going/],
  ])('says in AWS’s words why it waits, to %s', async (_, permissions, said) => {
    const platform = await MemoryPlatform.linked();
    platform.permissions = permissions;
    const because = {
      code: 'write-failed',
      params: { because: { quote: 'AWS is busy', by: 'aws' } as const },
    };
    const message = { code: 'goes-on-in', params: { because, seconds: 30 } };
    await platform.runs.save({ ...SYNC, state: 'waiting', message });
    const seen = await viewRun(OF_RUN, PROJECT_ADMIN, platform);
    expect(seen.message && inWords(seen.message)).toMatch(said);
  });

  test.each<[string, (platform: MemoryPlatform) => Promise<unknown>]>([
    ['of another project', (it) => it.runs.save({ ...SYNC, projectId: 'another' })],
    ['that is not known any more', () => Promise.resolve()],
  ])('%s is not found', async (_, prepare) => {
    const platform = await MemoryPlatform.linked();
    await prepare(platform);
    const refused = {
      name: 'Refusal',
      code: 'not-found',
      message: expect.stringContaining('no run r1'),
    };
    await expect(viewRun(OF_RUN, PROJECT_ADMIN, platform)).rejects.toMatchObject(refused);
    await expect(viewPlan({ ...OF_RUN, page: 0 }, PROJECT_ADMIN, platform)).rejects.toMatchObject(refused);
  });
});

describe('a run under way', () => {
  const waits = (params: Reason['params']) => ({ code: 'goes-on-in', params: { ...params, seconds: 30 } });

  test.each<[string, boolean, Partial<Run>, MemoryPlatform['permissions']]>([
    ['is running', true, {}, ['BROWSE_PROJECTS']],
    ['is looked at by an admin who does not browse', true, {}, ['ADMINISTER_PROJECTS']],
    ['waits, and says so in the app’s own words', true, { message: waits({}) }, ['BROWSE_PROJECTS']],
    ['is not for whoever calls', false, {}, ['EDIT_ISSUES']],
    ['names an issue', false, { message: unreadable('WA-7') }, ['BROWSE_PROJECTS']],
    ['quotes AWS', false, { message: asReason('AWS is busy') }, ['BROWSE_PROJECTS']],
    ['has ended', false, { state: 'done' }, ['BROWSE_PROJECTS']],
    ['has failed', false, { state: 'failed' }, ['BROWSE_PROJECTS']],
  ])('that %s: one question to Jira is enough: %s', async (_, enough, run, permissions) => {
    const platform = await MemoryPlatform.linked();
    platform.permissions = permissions;
    await platform.runs.save({ ...SYNC, state: 'running', ...run });
    const seen = await viewProgress(OF_RUN, platform);
    expect(seen?.id).toBe(enough ? 'r1' : undefined);
    if (enough) {
      platform.permissions = ['ADMINISTER_PROJECTS'];
      expect(seen).toEqual(await viewRun(OF_RUN, PROJECT_ADMIN, platform));
    }
  });

  test('is seen with the right in its own project, whatever project the page names', async () => {
    const platform = await MemoryPlatform.linked();
    await platform.runs.save({ ...SYNC, state: 'running', projectId: 'another' });
    const asked: unknown[] = [];
    const jiraAsCaller = {
      hasAnyPermission: (_: unknown, project?: string) => (asked.push(project), Promise.resolve(false)),
    };
    expect(await viewProgress(OF_RUN, { runs: platform.runs, jiraAsCaller })).toBeUndefined();
    expect(asked).toEqual(['another']);
  });

  test('that is not known any more is left to the whole check', async () => {
    expect(await viewProgress(OF_RUN, await MemoryPlatform.linked())).toBeUndefined();
  });
});
