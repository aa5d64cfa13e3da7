import { useInfiniteQuery } from '@tanstack/react-query';
import { Stack } from '@atlaskit/primitives/compiled';
import { useProjectKey } from '../../bridge/use-page-context';
import { AuditLog } from '../../components/audit-log';
import { PartHeading } from '../../components/part-heading';
import { auditQuery } from '../../data/audit-query';
import { projectSettingsTexts } from '../../texts/project-settings';

export function ProjectAudit() {
  const log = useInfiniteQuery(auditQuery(useProjectKey()));
  return (
    <Stack space="space.200">
      <PartHeading>{projectSettingsTexts.parts.audit}</PartHeading>
      <AuditLog log={log} />
    </Stack>
  );
}
