/** Reading the audit log: all of it for Jira admins, a project's own part for its admins. */
import type { AuditPage } from '../contract';
import type { ProjectCaller } from './caller';
import { audit } from './forge';

interface Page {
  readonly cursor?: string;
}

export function listAudit({ cursor }: Page): Promise<AuditPage> {
  return audit.list(cursor === undefined ? {} : { cursor });
}

export function listProjectAudit({ cursor }: Page, { project }: ProjectCaller): Promise<AuditPage> {
  return audit.list({ projectId: project.id, ...(cursor === undefined ? {} : { cursor }) });
}
