/** Reading the audit log: all of it for Jira admins, a project's own part for its admins. */
import type { AuditStore } from '../audit/audit-store';
import { checkChains, type CheckChainsPorts } from '../audit/check-chains';
import type { CheckCursor } from '../audit/check-cursor';
import type { AuditCheck, AuditExport, AuditPage } from '../contract';
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

export interface ExportAuditPorts {
  readonly audit: Pick<AuditStore, 'export'>;
}

export function exportAudit({ cursor }: Page, _: Caller, { audit }: ExportAuditPorts): Promise<AuditExport> {
  return audit.export(cursor === undefined ? {} : { cursor });
}

export function exportProjectAudit(
  { cursor }: Page,
  { project }: ProjectCaller,
  { audit }: ExportAuditPorts,
): Promise<AuditExport> {
  return audit.export({ projectId: project.id, ...(cursor === undefined ? {} : { cursor }) });
}

interface Place {
  readonly cursor?: CheckCursor;
}

export function checkAudit({ cursor }: Place, _: Caller, ports: CheckChainsPorts): Promise<AuditCheck> {
  return checkChains(cursor === undefined ? {} : { cursor }, ports);
}

export function checkProjectAudit(
  { cursor }: Place,
  { project }: ProjectCaller,
  ports: CheckChainsPorts,
): Promise<AuditCheck> {
  return checkChains({ projectId: project.id, ...(cursor === undefined ? {} : { cursor }) }, ports);
}
