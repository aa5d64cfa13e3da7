import { z } from 'zod';
import { hasAnyPermission, type Permission } from '../jira/client/permissions';
import { readProject } from '../jira/client/projects';
import { PROJECT_KEY } from '../jira/project-key';
import { Refusal } from './answer';
import { asCaller } from './forge';

/** Who a resolver serves. Anyone who can open a page can call any resolver, so each says so and checks. */
export type Role = 'jira-admin' | 'project-admin' | 'project-viewer';

/** A person whose right has been checked. */
export interface Caller {
  readonly accountId: string;
  /** Names the Jira site in the customer's CloudTrail. */
  readonly site: string;
}

export interface ProjectCaller extends Caller {
  /** Keys change and can be taken over; what is stored names a project by its id. */
  readonly project: { readonly id: string; readonly key: string; readonly archived: boolean };
}

/** Any of these will do. An archived project is seen by nobody but those who administer it. */
const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'jira-admin': ['ADMINISTER'],
  'project-admin': ['ADMINISTER_PROJECTS'],
  'project-viewer': ['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS'],
};

const WORDS: Readonly<Record<Role, string>> = {
  'jira-admin': 'Only a Jira administrator can do this.',
  'project-admin': 'Only an administrator of this project can do this.',
  'project-viewer': 'You cannot see this project.',
};

/** What the platform says of the caller; an anonymous one has no account. */
const contextSchema = z.object({ accountId: z.string().optional(), cloudId: z.string().default('jira') });

/** Checks in Jira, as the caller, that they administer the site. Throws Refusal. */
export async function authoriseForSite(context: unknown): Promise<Caller> {
  const caller = personIn(context);
  if (await hasAnyPermission(asCaller(), PERMISSIONS['jira-admin'])) return caller;
  throw new Refusal('unauthorised', WORDS['jira-admin']);
}

const projectOf = z.object({ projectKey: z.string().regex(PROJECT_KEY) });

/** Checks in Jira, as the caller, their right in the project that the payload names. Throws Refusal. */
export async function authoriseInProject(
  role: 'project-admin' | 'project-viewer',
  context: unknown,
  payload: unknown,
): Promise<ProjectCaller> {
  const caller = personIn(context);
  const refusal = new Refusal('unauthorised', WORDS[role]);
  const projectKey = projectOf.safeParse(payload).data?.projectKey;
  if (projectKey === undefined) throw refusal;
  const [allowed, project] = await Promise.all([
    hasAnyPermission(asCaller(), PERMISSIONS[role], projectKey),
    readProject(asCaller(), projectKey),
  ]);
  if (!allowed || !project) throw refusal;
  return { ...caller, project };
}

/** Whether whoever calls may do what only admins of the project may. */
export function administersProject({ key }: ProjectCaller['project']): Promise<boolean> {
  return hasAnyPermission(asCaller(), PERMISSIONS['project-admin'], key);
}

function personIn(context: unknown): Caller {
  const { accountId, cloudId } = contextSchema.parse(context);
  if (accountId === undefined) throw new Refusal('unauthorised', 'Log in to Jira first.');
  return { accountId, site: cloudId };
}
