import { useCallback } from 'react';
import { Stack } from '@atlaskit/primitives/compiled';
import { call } from '../../bridge/invoke';
import { useProjectKey } from '../../bridge/use-page-context';
import { AuditLog } from '../../components/audit-log';
import { PartHeading } from '../../components/part-heading';
import { texts } from '../../texts';

export function ProjectAudit() {
  const projectKey = useProjectKey();
  const read = useCallback(
    (cursor: string | undefined) =>
      call('projectAudit.list', { projectKey, ...(cursor === undefined ? {} : { cursor }) }),
    [projectKey],
  );
  return (
    <Stack space="space.200">
      <PartHeading>{texts.projectSettings.parts.audit}</PartHeading>
      <AuditLog read={read} />
    </Stack>
  );
}
