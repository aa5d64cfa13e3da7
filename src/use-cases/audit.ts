/** Reading the audit log: all of it for Jira admins, a project's own part for its admins. */
import type { AuditStore } from '../audit/audit-store';
import type { AuditPage } from '../contract';
import type { Caller, ProjectCaller } from './caller';

interface Page {
  readonly cursor?: string;
}

export interface ReadAuditPorts {
  readonly audit: Pick<AuditStore, 'list'>;
}

export function listAudit({ cursor }: Page, _: Caller, { audit }: ReadAuditPorts): Promise<AuditPage> {
  return audit.list(cursor === undefined ? {} : { cursor });
}

export function listProjectAudit(
  { cursor }: Page,
  { project }: ProjectCaller,
  { audit }: ReadAuditPorts,
): Promise<AuditPage> {
  return audit.list({ projectId: project.id, ...(cursor === undefined ? {} : { cursor }) });
}
