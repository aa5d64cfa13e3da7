import { useProjectKey } from '../../bridge/use-page-context';
import { AuditPart } from '../../components/audit-part';

export function ProjectAudit() {
  return <AuditPart projectKey={useProjectKey()} />;
}
