/** What pages show of the reviews that a project links: risks, questions, what runs, what holds. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { roleTemplate } from '../../sandbox/aws';
import { JIRA_ADMIN, MEMBER, OUTSIDER, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import { connect, deployRole, newAccount, viewOf } from './connect';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;
let link: { readonly projectKey: string; readonly workloadArn: string };

beforeAll(async () => {
  site = await openReviewedSite();
  await site.link(site.workloadArn);
  link = { projectKey: 'WA', workloadArn: site.workloadArn };
}, 120_000);
afterAll(() => site.close());
beforeEach(() => {
  site.site.host.advanceClock(120_000);
  site.site.clearRequests();
});

test('forty looks at the questions of a lens, by viewers, cost AWS what one costs', async () => {
  const look = () => site.call('workload.questions', { ...link, lensAlias: site.lensAlias }, VIEWER);
  const calls = () =>
    site.site.requests().filter(({ via, service }) => via === 'app' && service !== 'jira').length;
  await look();
  const one = calls();
  for (let nth = 1; nth < 40; nth += 1) await look();
  console.log(`Forty looks at questions: ${calls()} calls to AWS, credentials included; one: ${one}.`);
  expect(calls()).toBe(one);
});

describe('risks of a linked workload', () => {
  test('are told by lens and pillar, as AWS counts them, to everybody who sees the project', async () => {
    await site.answerInAws('keys', { SelectedChoices: ['keys_rotated'] });
    const review = await site.call('workload.review', link, VIEWER);
    expect(review).toMatchObject({ workloadArn: site.workloadArn });
    expect(review.consoleUrl).toMatch(/^https:\/\/.*console\.aws\.amazon\.com\/.*\/overview\?owner=\d{12}$/);
    const [lens, ...others] = review.lenses;
    expect(others).toEqual([]);
    expect(lens).toMatchObject({ name: 'Small Lens', status: 'CURRENT', alias: site.lensAlias });
    expect(lens?.risks).toMatchObject({ HIGH: 1, MEDIUM: 2, UNANSWERED: 0 });
    expect(lens?.pillars.map(({ name, label, risks }) => [name, label, risks.HIGH, risks.MEDIUM])).toEqual([
      ['Security', 'security', 1, 1],
      ['Day-2 Operations', 'day-2-operations', 0, 1],
    ]);
    await site.answerInAws('keys', { SelectedChoices: ['keys_no'] });
  });

  test('cost one read for fifty people, no answers, and are read again after a minute', async () => {
    const first = await site.call('workload.review', link);
    for (let time = 1; time < 50; time += 1)
      expect(await site.call('workload.review', link, time % 2 ? VIEWER : MEMBER)).toEqual(first);
    const aws = () => site.appCalls().filter((call) => !call.includes('/'));
    expect(aws()).toEqual(['ListLensReviews', 'GetLensReview']);
    await site.answerInAws('runbooks', { IsApplicable: false });
    site.site.host.advanceClock(50_000);
    expect(await site.call('workload.review', link)).toEqual(first);
    site.site.host.advanceClock(10_000);
    const next = await site.call('workload.review', link);
    expect(next.lenses[0]?.risks).toMatchObject({ HIGH: 2, NOT_APPLICABLE: 1 });
    expect(Date.parse(next.readAt)).toBeGreaterThanOrEqual(Date.parse(first.readAt) + 60_000);
    await site.answerInAws('runbooks', { IsApplicable: true });
  });

  test.each([
    ['an outsider', 'WA', OUTSIDER, /^unauthorised/],
    ['a project that does not link it', 'KAN', JIRA_ADMIN, /^not-found: Space KAN has not linked/],
  ])('are not for %s', async (_words, projectKey, accountId, refusal) => {
    for (const [name, more] of [
      ['workload.review', {}],
      ['workload.questions', { lensAlias: site.lensAlias }],
    ] as const)
      await expect(site.call(name, { ...link, projectKey, ...more }, accountId)).rejects.toThrow(refusal);
  });

  test('of a link that has ended are told by nobody; AWS is not asked', async () => {
    await site.call('workload.review', link);
    await site.call('workload.unlink', link);
    site.site.clearRequests();
    await expect(site.call('workload.review', link, VIEWER)).rejects.toThrow(/^conflict: It was unlinked/);
    const questions = { ...link, lensAlias: site.lensAlias };
    await expect(site.call('workload.questions', questions)).rejects.toThrow(/^conflict/);
    await site.link(site.workloadArn);
    expect(site.appCalls().filter((call) => /Lens|Answer/.test(call))).toEqual([]);
  });

  test('that AWS does not show are told without what is for those who manage the connection', async () => {
    const account = newAccount();
    const { id } = await connect(site, { account });
    const workload = { name: 'Other', lenses: ['wellarchitected'], account };
    const workloadArn = site.site.aws.admin.addWorkload(workload).arn;
    await site.call('workload.link', { projectKey: 'WA', connectionId: id, workloadArn });
    const view = await viewOf(site, id);
    const template = roleTemplate().replace(/^ *- wellarchitected:GetLensReview\n/m, '');
    deployRole(site, view, { account, template });
    const refusal = () =>
      site
        .call('workload.review', { projectKey: 'WA', workloadArn }, VIEWER)
        .catch((error: unknown) => String(error));
    expect(await refusal()).toMatch(/upstream: .*wellarchitected:GetLensReview/);
    site.site.aws.admin.deleteRole(view.roleArn ?? '');
    const refused = await refusal();
    expect(refused).toMatch(/upstream: .*does not exist.*\(shown in the connection\)/);
    expect(refused).not.toContain(view.externalId);
    expect(refused).not.toMatch(/arn:aws:(?:iam|sts)/);
  });
});

describe('questions of a lens', () => {
  test('come with title, pillar and risk', async () => {
    const { questions } = await site.call(
      'workload.questions',
      { ...link, lensAlias: site.lensAlias },
      VIEWER,
    );
    expect(questions).toHaveLength(3);
    expect(questions[0]).toEqual({
      id: 'keys',
      title: 'How do you keep keys?',
      pillarId: 'SEC',
      risk: 'HIGH',
    });
  });

  test('of a lens that the workload does not have: AWS says so', async () => {
    const payload = { ...link, lensAlias: 'serverless' };
    await expect(site.call('workload.questions', payload)).rejects.toThrow(/^not-found: .*serverless/);
  });
});

describe('the linked workloads of a project', () => {
  test.each([
    ['Jira admin', JIRA_ADMIN, true],
    ['project admin', PROJECT_ADMIN, true],
    ['member', MEMBER, false],
    ['viewer', VIEWER, false],
  ])('tell whether the caller may change things: %s', async (_words, accountId, administers) => {
    const linked = await site.call('workload.linked', { projectKey: 'WA' }, accountId);
    expect(linked.administers).toBe(administers);
  });

  test('name the run under way while there is one', async () => {
    const { activeRun } = await site.linked();
    expect(activeRun).toBeUndefined();
    // A service that fails is asked again later: the run waits.
    const operation = 'POST /rest/api/3/search/jql';
    site.site.jira.admin.failNext({ operation, times: 1, status: 429, headers: { 'Retry-After': '900' } });
    const { runId } = await site.call('sync.start', { ...link, mode: 'preview' });
    expect((await site.linked()).activeRun).toEqual({ runId, mode: 'preview' });
    await site.rest();
    expect((await site.call('sync.run', { projectKey: 'WA', runId })).state).toBe('done');
    expect(await site.linked()).not.toHaveProperty('activeRun');
  });
});

test('settings tell what would hold if the link had none of its own', async () => {
  const view = await site.save({ scope: 'all', quietSeconds: 60, doneStatusId: '10002' });
  expect(view.effective).toMatchObject({ scope: 'all', quietSeconds: 60, doneStatusId: '10002' });
  expect(view.inherited).toMatchObject({ scope: 'risks', quietSeconds: 120 });
  expect(view.inherited).not.toHaveProperty('doneStatusId');
  const { settings } = await site.call('siteSettings.get', {}, JIRA_ADMIN);
  await site.call('siteSettings.save', { settings: { ...settings, scope: 'answered' } }, JIRA_ADMIN);
  const again = await site.call('settings.get', link, VIEWER);
  expect([again.effective.scope, again.inherited.scope]).toEqual(['all', 'answered']);
});
