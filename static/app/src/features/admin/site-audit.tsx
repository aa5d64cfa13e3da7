import { AuditPart } from '../../components/audit-part';

export function SiteAudit() {
  return <AuditPart projectKey={undefined} />;
}
