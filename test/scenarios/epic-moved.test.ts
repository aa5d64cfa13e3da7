/** An Epic that people moved between a team-managed and a company-managed project, on the local site. */
import { afterEach, expect, test } from '@jest/globals';
import { openSmallSite, type SmallSite } from './small-site';

let site: SmallSite;
afterEach(() => site.close());

test.each([
  ['team-managed', 'company-managed', 'next-gen', 'classic'],
  ['company-managed', 'team-managed', 'classic', 'next-gen'],
] as const)(
  'from a %s to a %s project: told before anything is made, with the way out, and good again once it is back',
  async (_from, _to, from, to) => {
    site = await openSmallSite();
    site.site.jira.admin.createProject({ key: 'NEW', name: 'New project', style: from });
    site.site.jira.admin.createProject({ key: 'OLD', name: 'Old project', style: to });
    await site.connectProject('NEW');
    await site.connectProject('OLD');
    const run = (options: object = {}) => site.run({ projectKey: 'NEW', ...options });
    await run({ selection: { questionIds: ['keys'] } });
    const [epic] = (await site.issues()).filter(({ fields }) => fields.issuetype.hierarchyLevel === 1);
    const { key } = site.site.jira.admin.moveIssue(epic?.key ?? '', 'OLD');

    const preview = await run({ mode: 'preview' });
    expect(preview.failed[0]).toMatchObject({ code: 'epic-apart', reason: expect.stringContaining(key) });
    expect(preview.failed[0]?.reason).toMatch(/Move the Epic back; or move all work items/);
    expect(preview.conflicts).toMatchObject([{ code: 'epic-apart' }]);
    site.site.clearRequests();
    const { created } = await run();
    expect([created.tasks, site.writes().filter((write) => write.includes('bulk'))]).toEqual([0, []]);

    site.site.jira.admin.moveIssue(key, 'NEW');
    const back = await run({ mode: 'preview' });
    const task = await site.issue('How do you keep keys?');
    expect(back.proposals).toMatchObject([{ key: task.key, proposal: { taken: false } }]);
    const proposals = [{ kind: 'below-epic', issueKey: task.key, take: true }];
    const { fingerprint } = await run({ mode: 'preview', proposals });
    const end = await run({ proposals, fingerprint });
    expect([end.failed, end.created.tasks, end.proposals.length]).toEqual([[], 2, 1]);
    const tasks = (await site.issues()).filter(({ fields }) => fields.issuetype.hierarchyLevel === 0);
    expect(tasks.map(({ fields }) => fields.parent?.id)).toEqual([epic?.id, epic?.id, epic?.id]);
  },
  60_000,
);
