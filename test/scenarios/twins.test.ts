/** A Sub-task that the app made twice, on the local site: the newer one goes where nobody touched it. */
import { afterEach, expect, test } from '@jest/globals';
import { APP_ACCOUNT_ID } from '../../sandbox/jira/seed/users';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { asPerson } from './open-site';
import { show } from './write-back-runs';

let site: ReviewedSite;
afterEach(() => site.close());

/** Jira made it a second time, as the app's account. */
async function doubled(): Promise<string> {
  site = await openReviewedSite();
  await site.link(site.workloadArn);
  await site.run();
  const original = await site.issue('Rotate keys');
  const { key } = site.site.jira.admin.cloneIssue(original.key, APP_ACCOUNT_ID);
  site.site.jira.admin.setSummary(key, 'Rotate keys', APP_ACCOUNT_ID);
  return key;
}

test('offered, and deleted where a person asks for it', async () => {
  const issueKey = await doubled();
  const before = (await show(site)).outcome;
  expect(before.proposals).toMatchObject([{ key: issueKey, proposal: { kind: 'twin', taken: false } }]);
  const proposals = [{ kind: 'twin', issueKey, take: true } as const];
  const { fingerprint } = (await show(site, { proposals })).outcome;
  const end = await site.run({ proposals, fingerprint });
  expect([end.failed, end.notices.map(({ code }) => code)]).toEqual([[], ['twin-removed']]);
  expect((await asPerson(site.site, 'GET', `issue/${issueKey}`)).status).toBe(404);
  expect((await show(site)).outcome).toMatchObject({ unchanged: 11, proposals: [], conflicts: [] });
});

test('commented upon since: it stays, and that is told', async () => {
  const issueKey = await doubled();
  const proposals = [{ kind: 'twin', issueKey, take: true } as const];
  const { fingerprint } = (await show(site, { proposals })).outcome;
  site.site.jira.admin.addComment(issueKey, 'I am at it');
  const end = await site.run({ proposals, fingerprint });
  expect(end.kind).toBe('changed-since');
  expect(end.conflicts).toMatchObject([{ key: issueKey, reason: expect.stringMatching(/comments/) }]);
  expect((await asPerson(site.site, 'GET', `issue/${issueKey}`)).status).toBe(200);
});
