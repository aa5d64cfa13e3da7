import { SITE, type Owner } from '../../connection/rules';
import type { Caller, ProjectCaller } from '../caller';

export interface ConnectionRef {
  readonly connectionId: string;
}

/** Whose connections the caller makes and changes: the project's that they administer, or else the site's. */
export function ownerOf(caller: Caller | ProjectCaller): Owner {
  return 'project' in caller ? { kind: 'project', projectId: caller.project.id } : SITE;
}

/**
 * Whose connections the caller reaches to see, answer for or delete: a Jira admin, who is none of a project,
 * those of every owner (undefined).
 */
export function reachOf(caller: Caller | ProjectCaller): Owner | undefined {
  const owner = ownerOf(caller);
  return owner.kind === 'site' ? undefined : owner;
}
