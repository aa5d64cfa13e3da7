/** What is confirmed is what is applied; what is implausible waits; what is not chosen stays as it is. */
import { afterEach, expect, test } from '@jest/globals';
import { asPerson, FRAMEWORK, openScenario, outcomeOf, type Scenario } from './open-site';
import { openSmallSite, type SmallSite } from './small-site';

let site: SmallSite | Scenario;
afterEach(() => site.close());

test('a plan that changed since it was shown is shown again, not applied', async () => {
  const small = (site = await openSmallSite());
  const { fingerprint } = await small.run({ mode: 'preview' });
  small.answer('doors', { IsApplicable: false });
  const outcome = await small.run({ fingerprint });
  expect(outcome.kind).toBe('changed-since');
  expect(outcome.planned.create).toEqual({ epics: 1, tasks: 2, subtasks: 5 });
  expect(small.writes()).toEqual([]);
  const confirmed = await small.run({ fingerprint: outcome.fingerprint });
  expect(confirmed.created).toEqual({ epics: 1, tasks: 2, subtasks: 5 });
});

test('a selection limits one run alone and is not stored', async () => {
  const small = (site = await openSmallSite());
  const chosen = { selection: { selectedPillars: [{ PillarId: 'OPS' }] } };
  expect((await small.run(chosen)).created).toEqual({ epics: 1, tasks: 1, subtasks: 2 });
  small.answer('runbooks', { IsApplicable: false });
  small.answer('keys', { IsApplicable: false });
  expect((await small.run({ selection: { questionIds: ['doors'] } })).created).toEqual({
    epics: 0,
    tasks: 1,
    subtasks: 2,
  });
  expect((await small.issue('How do you run the workload?')).fields.status.name).toBe('To Do');
  expect((await small.run()).closed).toBe(3);
});

test('a selection that names what the review does not have is refused by name', async () => {
  const small = (site = await openSmallSite());
  const outcome = await small.run({ selection: { selectedPillars: [{ PillarId: 'security' }] } });
  expect([outcome.kind, outcome.refusal]).toEqual([
    'blocked',
    'The review has no pillar "security"; it has SEC, OPS.',
  ]);
});

test('one workload syncs to one project', async () => {
  const small = (site = await openSmallSite());
  await small.run();
  await expect(small.run({ projectKey: 'KAN' })).rejects.toThrow(/^conflict: Space WA has linked/);
});

test('a workload that was unlinked syncs to another project once its issues are not in the first', async () => {
  const small = (site = await openSmallSite());
  await small.run();
  const workloadArn = small.site.aws.admin.workloads().find(({ id }) => id === small.workloadId)?.arn;
  await small.call('workload.unlink', { projectKey: 'WA', workloadArn });
  const outcome = await small.run({ projectKey: 'KAN' });
  expect(outcome.kind).toBe('blocked');
  expect(outcome.refusal).toMatch(/already has work items in another space/);
});

test('scopes: risks, then answered, then all, each wider than the one before', async () => {
  site = await openScenario({ lensFiles: [FRAMEWORK], answered: { seed: 7 } });
  const counts = [];
  for (const scope of ['risks', 'answered', 'all'] as const) {
    const { planned } = outcomeOf(await site.sync({ mode: 'preview', scope }));
    counts.push(planned.create.tasks);
  }
  const [risks, answered, all] = counts as [number, number, number];
  expect(risks).toBeLessThan(answered);
  expect(answered).toBeLessThanOrEqual(all);
  const outcome = outcomeOf(await site.sync({ scope: 'all' }));
  expect(outcome.failed).toEqual([]);
  site.site.clearRequests();
  expect(outcomeOf(await site.sync({ scope: 'all' })).planned.update).toBe(0);
  expect(site.writes()).toEqual([]);
});

test('a plan that closes more than half of the open issues waits for a confirmation', async () => {
  const scenario = (site = await openScenario({ lensFiles: [FRAMEWORK], answered: 'none' }));
  const chosen = { selection: { selectedPillars: [{ PillarId: 'sustainability' }] } };
  await scenario.sync(chosen);
  const { admin } = scenario.site.aws;
  const workload = admin
    .workloads()
    .find(({ details }) => details.WorkloadName === 'AWS Well-Architected Framework');
  const lens = admin.lenses().find(({ alias }) => alias === 'wellarchitected');
  const questions = lens?.pillars.find(({ id }) => id === 'sustainability')?.questions ?? [];
  for (const { id } of questions.slice(0, 5)) {
    admin.setAnswer(workload?.id ?? '', 'wellarchitected', id, { IsApplicable: false });
  }
  scenario.site.clearRequests();
  const refused = outcomeOf(await scenario.sync());
  expect(refused.kind).toBe('refused');
  expect(refused.refusal).toMatch(/of \d+ open work items would close at once/);
  expect(scenario.writes()).toEqual([]);
  const confirmed = outcomeOf(await scenario.sync({ ...chosen, confirm: true }));
  expect(confirmed.closed).toBeGreaterThanOrEqual(10);
});

test('what a person moved in Jira is told and not undone', async () => {
  const small = (site = await openSmallSite());
  await small.run();
  const { key } = await small.issue('Watch doors');
  const { body } = await asPerson(small.site, 'GET', `issue/${key}/transitions`);
  const done = (body as { transitions: { id: string; to: { name: string } }[] }).transitions.find(
    ({ to }) => to.name === 'Done',
  );
  await asPerson(small.site, 'POST', `issue/${key}/transitions`, { transition: { id: done?.id } });
  small.site.clearRequests();
  const outcome = await small.run();
  expect(outcome.movedInJira).toMatchObject([{ key, code: 'done-in-jira' }]);
  expect(small.writes()).toEqual([]);
});
