/** Who and what `MemoryPlatform` knows: a project, two people, and the account that its connection reaches. */
import type { Caller, ProjectCaller } from '../../src/use-cases/caller';
import { projectIdOf } from './board';

export const PROJECT = { id: projectIdOf('WA'), key: 'WA', archived: false };
export const ACCOUNT = '111122223333';
export const ROLE_ARN = `arn:aws:iam::${ACCOUNT}:role/backlog`;
export const USER_ARN = `arn:aws:iam::${ACCOUNT}:user/backlog`;
export const REGION = 'eu-west-1';

/** How a test tries to get in as others would. */
export const PROBES = ['missing-external-id', 'wrong-external-id'] as const;

export const JIRA_ADMIN: Caller = { accountId: 'jira admin', site: 'a-site' };
export const PROJECT_ADMIN: ProjectCaller = { ...JIRA_ADMIN, accountId: 'project admin', project: PROJECT };
