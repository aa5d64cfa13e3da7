/** What people without a right here plant: issues that say they belong to a review. */
import { MEMBER, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { asPerson } from './open-site';
import type { ReviewedSite } from './reviewed-site';

export const LEVELS = ['Epic', 'Task', 'Sub-task'] as const;
export type LevelName = (typeof LEVELS)[number];

/** `linked`: to which the workload syncs; `served`: by its connection too; `own`: of the person who plants. */
export const PROJECTS = { linked: 'WA', served: 'KAN', unserved: 'OTHER', own: 'MINE' } as const;
export type Where = keyof typeof PROJECTS;

export interface Mark {
  readonly level: LevelName;
  readonly title: string;
  readonly property: Record<string, unknown>;
}

/** The marks of the issues of a review that was synced, as they will be on another site. */
export async function marksOf(site: ReviewedSite): Promise<readonly Mark[]> {
  return (await site.issues()).map(({ fields, properties }) => ({
    level: levelNamed(fields.issuetype.hierarchyLevel),
    title: fields.summary,
    property: properties['well-architected'] as Mark['property'],
  }));
}

function levelNamed(level: number): LevelName {
  if (level > 0) return 'Epic';
  return level === 0 ? 'Task' : 'Sub-task';
}

/** Those that the local site does not have yet; the member administers one of them alone. */
export function openProjects({ site }: ReviewedSite): void {
  const { admin } = site.jira;
  for (const key of [PROJECTS.unserved, PROJECTS.own]) admin.createProject({ key, name: key });
  admin.grantRole(PROJECTS.own, 'administrators', MEMBER);
  admin.revokeRole(PROJECTS.own, 'administrators', PROJECT_ADMIN);
}

/** Makes an issue for each mark of a level, as REST lets anybody who may create there, and moves it to Done. */
export async function plant(
  reviewed: ReviewedSite,
  marks: readonly Mark[],
  level: LevelName,
  where: Where,
): Promise<readonly string[]> {
  const { site, workloadArn } = reviewed;
  const project = { key: PROJECTS[where] };
  const parent =
    level === 'Sub-task' ? await create(reviewed, { project, summary: 'Mine' }, 'Task') : undefined;
  const keys: string[] = [];
  for (const { title, property } of marks.filter((mark) => mark.level === level)) {
    const fields = { project, summary: title, ...(parent ? { parent: { key: parent } } : {}) };
    const key = await create(reviewed, fields, level, { ...property, workload: workloadArn });
    const { body } = await asPerson(site, 'GET', `issue/${key}/transitions`, undefined, MEMBER);
    const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
    const transition = { id: transitions.find(({ to }) => to.name === 'Done')?.id };
    await asPerson(site, 'POST', `issue/${key}/transitions`, { transition }, MEMBER);
    keys.push(key);
  }
  return keys;
}

async function create(
  { site }: ReviewedSite,
  fields: { readonly project: { readonly key: string }; readonly summary: string; readonly parent?: object },
  level: LevelName,
  property?: object,
): Promise<string> {
  const { body: project } = await asPerson(site, 'GET', `project/${fields.project.key}`, undefined, MEMBER);
  const { issueTypes } = project as { issueTypes: { id: string; hierarchyLevel: number }[] };
  const type = issueTypes.find(({ hierarchyLevel }) => levelNamed(hierarchyLevel) === level);
  const properties = property === undefined ? [] : [{ key: 'well-architected', value: property }];
  const issue = { fields: { ...fields, issuetype: { id: type?.id } }, properties };
  const answer = await asPerson(site, 'POST', 'issue', issue, MEMBER);
  if (answer.status !== 201) throw new Error(`not planted: ${JSON.stringify(answer.body)}`);
  return (answer.body as { key: string }).key;
}
