/** Who calls, and whether they may: asked in Jira, as the caller. */
import { z } from 'zod';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import { PROJECT_KEY } from '../jira/project-key';
import type { Reason } from '../reason';
import { Refusal } from '../refusal';
import { PERMISSIONS, type Caller, type ProjectCaller, type Role } from '../use-cases/caller';
import { because } from './reasons';

const REFUSALS: Readonly<Record<Role, Reason>> = {
  'jira-admin': because('only-jira-admins'),
  'project-admin': because('only-project-admins'),
  'project-viewer': because('project-not-seen'),
};

/** What the platform says of the caller; an anonymous one has no account. */
const contextSchema = z.object({ accountId: z.string().optional(), cloudId: z.string().min(1).optional() });

type JiraPort = Pick<JiraAsCaller, 'hasAnyPermission' | 'project'>;

/** Checks that they administer the site. Throws Refusal. */
export async function authoriseForSite(context: unknown, jira: JiraPort): Promise<Caller> {
  const caller = personIn(context);
  if (await jira.hasAnyPermission(PERMISSIONS['jira-admin'])) return caller;
  throw new Refusal('unauthorised', REFUSALS['jira-admin']);
}

const projectOf = z.object({ projectKey: z.string().regex(PROJECT_KEY) });

/** Checks their right in the project that the payload names. Throws Refusal. */
export async function authoriseInProject(
  role: 'project-admin' | 'project-viewer',
  context: unknown,
  payload: unknown,
  jira: JiraPort,
): Promise<ProjectCaller> {
  const caller = personIn(context);
  const refusal = new Refusal('unauthorised', REFUSALS[role]);
  const projectKey = projectOf.safeParse(payload).data?.projectKey;
  if (projectKey === undefined) throw refusal;
  const [allowed, project] = await Promise.all([
    jira.hasAnyPermission(PERMISSIONS[role], projectKey),
    jira.project(projectKey),
  ]);
  if (!allowed || !project) throw refusal;
  return { ...caller, project };
}

/**
 * Checks that they may see the project that the payload names, with the one question which project that is: Jira shows
 * it to those alone who may browse or administer it (GET /project/{projectIdOrKey}). Throws Refusal.
 */
export async function authoriseToRead(
  context: unknown,
  payload: unknown,
  jira: Pick<JiraPort, 'project'>,
): Promise<ProjectCaller> {
  const caller = personIn(context);
  const projectKey = projectOf.safeParse(payload).data?.projectKey;
  const project = projectKey === undefined ? undefined : await jira.project(projectKey);
  if (!project) throw new Refusal('unauthorised', REFUSALS['project-viewer']);
  return { ...caller, project };
}

/** Who calls, of which site; undefined for an anonymous caller. */
export function callerIn(context: unknown): Caller | undefined {
  const { accountId, cloudId } = contextSchema.safeParse(context).data ?? {};
  return accountId === undefined || cloudId === undefined ? undefined : { accountId, site: cloudId };
}

function personIn(context: unknown): Caller {
  const { accountId, cloudId } = contextSchema.parse(context);
  if (accountId === undefined) throw new Refusal('unauthorised', because('not-logged-in'));
  // The same site must be named everywhere: the block in notes goes by it.
  if (cloudId === undefined) throw new Error('The context of a call names no site');
  return { accountId, site: cloudId };
}
