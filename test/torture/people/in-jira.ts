/** What people do to issues. */
import { allIssues, identityOf, type Issue } from '../facts';
import { blocksIn } from '../notes';
import { PROJECT, PROJECT_ADMIN } from '../site';
import { type Action, type Actor, insist, isLevel, picked, pickIssue } from './actor';

export const retitle: Action = async (actor, pick) => {
  const issue = await pickIssue(actor, pick);
  if (!issue) return undefined;
  const text = `Title of people ${actor.words()}`;
  insist(await actor.site.jira('PUT', `issue/${issue.id}`, { fields: { summary: text } }), 'retitle');
  actor.written.titles.set(issue.id, { text, at: actor.now() });
  return `gives ${issue.key} ("${issue.fields.summary}") the title "${text}"`;
};

export const describe: Action = async (actor, pick) => {
  const issue = await pickIssue(actor, pick);
  if (!issue) return undefined;
  const text = `Description of people ${actor.words()}`;
  const content = [{ type: 'paragraph', content: [{ type: 'text', text }] }];
  const fields = { description: { type: 'doc', version: 1, content } };
  insist(await actor.site.jira('PUT', `issue/${issue.id}`, { fields }), 'describe');
  actor.written.descriptions.set(issue.id, { text, at: actor.now() });
  return `describes ${issue.key} as "${text}"`;
};

export const moveCard: Action = (actor, pick) => move(actor, pick, (name) => name !== 'Close as');

export const closeWithResolution: Action = (actor, pick) => move(actor, pick, (name) => name === 'Close as');

/** Done, Won't Do and Duplicate of the local site. */
const RESOLUTIONS = ['10000', '10001', '10002'];

async function move(actor: Actor, pick: number, by: (name: string) => boolean): Promise<string | undefined> {
  const issue = await pickIssue(actor, pick);
  if (!issue) return undefined;
  const { body } = await actor.site.jira('GET', `issue/${issue.id}/transitions`);
  const { transitions } = body as { transitions: { id: string; name: string; to: { name: string } }[] };
  const transition = picked(
    transitions.filter(({ name }) => by(name)),
    pick >> 4,
  );
  if (!transition) return undefined;
  const resolution = { id: picked(RESOLUTIONS, pick >> 8) };
  const screen = transition.name === 'Close as' ? { fields: { resolution } } : {};
  const request = { transition: { id: transition.id }, ...screen };
  insist(await actor.site.jira('POST', `issue/${issue.id}/transitions`, request), 'move');
  const { question = '', choice = '' } = identityOf(issue) ?? {};
  actor.written.moved.add(`${question} ${choice}`);
  const as = 'fields' in screen ? ` with resolution ${resolution.id ?? ''}` : '';
  return `moves ${issue.key} ("${issue.fields.summary}") to ${transition.to.name}${as}`;
}

export const deleteIssue: Action = async (actor, pick) => {
  const issue = await pickIssue(actor, pick);
  if (!issue) return undefined;
  insist(await actor.site.jira('DELETE', `issue/${issue.id}?deleteSubtasks=true`), 'delete');
  return `deletes ${issue.key} ("${issue.fields.summary}") with its Sub-tasks`;
};

export const cloneIssue: Action = async (actor, pick) => {
  const issue = await pickIssue(actor, pick);
  if (!issue) return undefined;
  const { key } = actor.site.site.jira.admin.cloneIssue(issue.id);
  return `clones ${issue.key} ("${issue.fields.summary}") as ${key}`;
};

export const moveToProject: Action = async (actor, pick) => {
  const issue = await pickIssue(actor, pick, isLevel(0));
  if (!issue) return undefined;
  const to = issue.fields.project.key === PROJECT ? 'KAN' : PROJECT;
  const { key } = actor.site.site.jira.admin.moveIssue(issue.id, to);
  return `moves ${issue.key} ("${issue.fields.summary}") to project ${to}, as ${key}`;
};

/** Those who may see what the app may not. */
const PEOPLE = [PROJECT_ADMIN];

/** A Sub-task has the security level of its parent. */
const isParent = (issue: Issue): boolean => !isLevel(-1)(issue);

export const hideIssue: Action = async (actor, pick) => {
  const issue = await pickIssue(actor, pick, isParent);
  if (!issue) return undefined;
  await hide(actor, [issue]);
  return `hides ${issue.key} ("${issue.fields.summary}") from the app`;
};

export const hideAll: Action = async (actor) => {
  const ours = (await allIssues(actor.site)).filter((issue) => identityOf(issue) !== undefined);
  await hide(actor, ours.filter(isParent));
  return `hides all ${ours.length} issues of the review from the app`;
};

/** With their Sub-tasks. */
async function hide({ site, written }: Actor, issues: readonly Issue[]): Promise<void> {
  for (const issue of issues) {
    site.site.jira.admin.hideIssue(issue.id, PEOPLE);
    for (const { id, fields } of await allIssues(site))
      if (id === issue.id || (fields.parent?.id === issue.id && isLevel(0)(issue)))
        for (const ids of [written.hidden, written.everHidden]) ids.add(id);
    const { question, choice } = identityOf(issue) ?? {};
    if (question === undefined || choice !== undefined) continue;
    if (blocksIn((await site.answerOf(question)).Notes ?? '').length > 0) written.blocksThen.add(question);
  }
}

export const showAll: Action = async (actor) => {
  for (const { id } of (await allIssues(actor.site)).filter(isParent))
    actor.site.site.jira.admin.showIssue(id);
  actor.written.hidden.clear();
  actor.written.blocksThen.clear();
  return 'hides nothing any more';
};

export const addSubtask: Action = async (actor, pick) => {
  const task = await pickIssue(actor, pick, isLevel(0));
  if (!task) return undefined;
  const project = { key: task.fields.project.key };
  const { body } = await actor.site.jira('GET', `issue/createmeta/${project.key}/issuetypes`);
  const { issueTypes } = body as { issueTypes: { id: string; hierarchyLevel: number }[] };
  const issuetype = { id: issueTypes.find(({ hierarchyLevel }) => hierarchyLevel === -1)?.id };
  const fields = {
    project,
    issuetype,
    parent: { id: task.id },
    summary: `Sub-task of people ${actor.words()}`,
  };
  insist(await actor.site.jira('POST', 'issue', { fields }), 'add a Sub-task');
  return `adds a Sub-task of the team's own to ${task.key}`;
};

export const unlabel: Action = async (actor, pick) => {
  const issue = await pickIssue(actor, pick);
  if (!issue) return undefined;
  insist(
    await actor.site.jira('PUT', `issue/${issue.id}`, { fields: { labels: [`team-${actor.words()}`] } }),
    'label',
  );
  return `replaces the labels of ${issue.key} by one of the team's own`;
};
