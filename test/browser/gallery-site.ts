/** The site of the gallery: a project in the middle of its work. */
import { GetAnswerCommand, WellArchitectedClient } from '@aws-sdk/client-wellarchitected';
import { ADMIN_USER, REGION } from '../../sandbox/aws';
import type { Site } from '../../sandbox/site/site';
import { MEMBER, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { asPerson, type Issue, type Scenario } from '../scenarios/open-site';
import type { Pages } from './pages';

export const WORKLOAD = 'Sample workload';
/** Its notes have words of people, and then an edit inside the app's block. */
export const QUESTION = 'ops-model';
export const EDITED = 'org-culture';
export const FRAMEWORK = 'wellarchitected';
export interface GallerySite {
  readonly arn: string;
  readonly workloadId: string;
  readonly connectionId: string;
  readonly runId: string;
  readonly issues: readonly Issue[];
}

/** A review that was synced twice, with cards moved, people assigned, a conflict, and a milestone. */
export async function workOn({ site }: Pages, scenario: Scenario): Promise<GallerySite> {
  await scenario.sync({ workload: WORKLOAD });
  const issues = await scenario.issues();
  await liven(site, issues);
  const { workloads } = await scenario.call('workload.linked', { projectKey: 'WA' });
  const { workloadArn: arn = '', connectionId = '' } = workloads[0] ?? {};
  const workloadId = arn.split('/')[1] ?? '';
  await editBlock(site, workloadId);
  const { id: runId } = await scenario.sync({ workload: WORKLOAD });
  const milestone = { projectKey: 'WA', workloadArn: arn, name: '2026-06-01 Review 1', token: 'first' };
  await scenario.call('milestone.save', milestone);
  for (const question of ['ops-model', 'securely-operate', 'permissions'])
    selectAll(site, workloadId, question);
  return { arn, workloadId, connectionId, runId, issues };
}

/** A team at work: every seventh Sub-task is in progress, every eleventh done, some have a date. */
async function liven(site: Site, issues: readonly Issue[]): Promise<void> {
  const subtasks = issues.filter(({ fields }) => fields.issuetype.hierarchyLevel < 0);
  const day = (days: number) => new Date(site.clock.now() + days * 86_400_000).toISOString().slice(0, 10);
  for (const [nth, { key }] of subtasks.entries()) {
    const status = nth % 11 === 1 ? 'Done' : nth % 7 === 0 ? 'In Progress' : undefined;
    if (status !== undefined) await move(site, key, status);
    if (nth % 3 !== 0) continue;
    const assignee = { accountId: nth % 2 === 0 ? MEMBER : PROJECT_ADMIN };
    const fields = { assignee, duedate: day(nth % 4 === 0 ? -3 : 10 + nth) };
    await asPerson(site, 'PUT', `issue/${key}`, { fields });
  }
  await site.idle();
}

async function move(site: Site, key: string, status: string): Promise<void> {
  const { body } = await asPerson(site, 'GET', `issue/${key}/transitions`);
  const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
  const id = transitions.find(({ to }) => to.name === status)?.id;
  await asPerson(site, 'POST', `issue/${key}/transitions`, { transition: { id } });
}

/** A person writes into the block: a conflict. */
async function editBlock(site: Site, workloadId: string): Promise<void> {
  const client = new WellArchitectedClient({
    region: REGION,
    endpoint: `${site.url}/aws`,
    credentials: ADMIN_USER,
  });
  const at = { WorkloadId: workloadId, LensAlias: FRAMEWORK, QuestionId: EDITED };
  const { Answer } = await client.send(new GetAnswerCommand(at));
  const Notes = Answer?.Notes?.replace('To Do', 'nearly done') ?? '';
  site.aws.admin.setAnswer(workloadId, FRAMEWORK, EDITED, { Notes });
}

function selectAll(site: Site, workloadId: string, question: string): void {
  const pillars = site.aws.admin.lenses().find(({ alias }) => alias === FRAMEWORK)?.pillars ?? [];
  const found = pillars.flatMap(({ questions }) => questions).find(({ id }) => id === question);
  const SelectedChoices = found?.choices.slice(0, 3).map(({ id }) => id) ?? [];
  site.aws.admin.setAnswer(workloadId, FRAMEWORK, question, { SelectedChoices });
}
