/** Milestones through the app's bundle: saved, listed, compared. */
import { CreateMilestoneCommand, WellArchitectedClient } from '@aws-sdk/client-wellarchitected';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { ADMIN_USER, REGION } from '../../sandbox/aws';
import { PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import type { Contract } from '../../src/contract';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;
let ref: { projectKey: string; workloadArn: string };
beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  ref = { projectKey: 'WA', workloadArn: site.workloadArn };
}, 120_000);
afterAll(() => site.close());
beforeEach(() => site.site.clearRequests());

const save = (name: string, token: string) => site.call('milestone.save', { ...ref, name, token });
/** What the resolver answers, a refusal too. */
const attempt = (functionKey: keyof Contract, payload: object) =>
  site.site.host.invoke({ functionKey, payload, accountId: PROJECT_ADMIN });
const list = () => site.call('milestone.list', ref);
/** Numbers of the milestones that the audit log tells of, the newest first. */
async function saved() {
  const { entries } = await site.call('projectAudit.list', { projectKey: 'WA' });
  return entries
    .filter(({ action }) => action === 'milestone.saved')
    .map(({ change }) => Number(/Milestone (\d+)/.exec(JSON.stringify(change))?.[1]));
}
/** As the app would, whose answer is then lost. */
function createInAws(MilestoneName: string, ClientRequestToken: string) {
  const endpoint = `${site.site.url}/aws`;
  const client = new WellArchitectedClient({ region: REGION, endpoint, credentials: ADMIN_USER });
  const WorkloadId = site.workloadArn.split('/').at(-1);
  return client.send(new CreateMilestoneCommand({ WorkloadId, MilestoneName, ClientRequestToken }));
}

describe('a milestone', () => {
  test('is saved from Jira, listed with its risks, and told in the audit log', async () => {
    expect(await save('Before the launch', 'first')).toEqual({ number: 1 });
    const { milestones, maySave, most } = await list();
    expect({ maySave, most }).toEqual({ maySave: true, most: 100 });
    expect(milestones).toMatchObject([{ number: 1, name: 'Before the launch', riskCounts: { HIGH: 2 } }]);
    const { entries } = await site.call('projectAudit.list', { projectKey: 'WA' });
    expect(entries[0]).toMatchObject({ action: 'milestone.saved' });
  });

  test('is made and told once, however often its form is sent', async () => {
    expect(await save('Before the launch', 'first')).toEqual({ number: 1 });
    expect((await list()).milestones).toHaveLength(1);
    expect(await saved()).toEqual([1]);
  });

  test('whose answer was lost is found by sending its form again, and told then', async () => {
    await createInAws('Lost', 'lost');
    expect(await saved()).toEqual([1]);
    expect(await save('Lost', 'lost')).toEqual({ number: 2 });
    expect(await saved()).toEqual([2, 1]);
  });

  test('has a name that another form cannot have', async () => {
    const answer = await attempt('milestone.save', { ...ref, name: 'Before the launch', token: 'another' });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'conflict', reason: { code: 'milestone-name-taken', params: { number: 1 } } },
    });
    expect(await saved()).toEqual([2, 1]);
  });

  test.each(['before the LAUNCH', ' Beforethelaunch '])('has a name that "%s" cannot have', async (name) => {
    const answer = await attempt('milestone.save', { ...ref, name, token: 'another' });
    expect(answer).toMatchObject({ ok: false, error: { reason: { code: 'milestone-name-taken' } } });
    expect(site.appCalls()).not.toContain('CreateMilestone');
  });

  test.each([['ab'], ['x'.repeat(101)]])('cannot be called "%s"', async (name) => {
    const answer = await attempt('milestone.save', { ...ref, name, token: 'another' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  test.each([
    ['NUL', 'a\u0000bc'],
    ['another direction', 'abc\u202ecba'],
    ['half a character', 'abc\ud83d'],
    ['nothing to see', '\u200b\u200b\u200b'],
  ])('has no name with %s', async (_, name) => {
    const answer = await attempt('milestone.save', { ...ref, name, token: 'another' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(JSON.stringify(answer)).toMatch(/"field":"name"/);
    expect(site.appCalls()).not.toContain('ListMilestones');
  });

  test('is seen by viewers, who save none', async () => {
    const { milestones, maySave } = await site.call('milestone.list', ref, VIEWER);
    expect([milestones.length, maySave]).toEqual([2, false]);
  });
});

describe('compared', () => {
  test('with now: what was gained, answered and excepted, in four calls', async () => {
    await site.answerInAws('keys', { SelectedChoices: ['keys_rotated', 'keys_scoped'] });
    await site.answerInAws('doors', { IsApplicable: false, Reason: 'OUT_OF_SCOPE' });
    site.site.clearRequests();
    const { before, after, lenses } = await site.call('milestone.compare', { ...ref, before: 1 });
    expect([before.name, after]).toEqual(['Before the launch', undefined]);
    expect(lenses).toMatchObject([
      {
        name: 'Small Lens',
        risks: { before: { HIGH: 2 }, after: { NONE: 1, NOT_APPLICABLE: 1 } },
        gained: [{ practice: 'Rotate keys' }, { practice: 'Scope keys' }],
        lost: [],
        excepted: [{ question: 'How do you close doors?' }],
      },
    ]);
    const calls = site.appCalls().filter((call) => /^List(?:Answers|LensReviews)$/.test(call));
    expect(calls.sort()).toEqual(['ListAnswers', 'ListAnswers', 'ListLensReviews', 'ListLensReviews']);
  });

  test('with another: the later one keeps what was true then', async () => {
    expect(await save('After the launch', 'second')).toEqual({ number: 3 });
    await site.answerInAws('keys', { SelectedChoices: ['keys_no'] });
    const { lenses, after } = await site.call('milestone.compare', { ...ref, before: 1, after: 3 });
    expect(after?.name).toBe('After the launch');
    expect(lenses[0]?.gained).toHaveLength(2);
    const { lenses: now } = await site.call('milestone.compare', { ...ref, before: 3 });
    expect(now[0]).toMatchObject({
      gained: [],
      lost: [{ practice: 'Rotate keys' }, { practice: 'Scope keys' }],
    });
  });

  test('one that is not there is named', async () => {
    const answer = await attempt('milestone.compare', { ...ref, before: 9 });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'not-found', reason: { code: 'no-such-milestone' } },
    });
  });
});
