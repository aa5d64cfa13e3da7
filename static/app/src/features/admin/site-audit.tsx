import { Stack } from '@atlaskit/primitives/compiled';
import { call } from '../../bridge/invoke';
import { AuditLog } from '../../components/audit-log';
import { PartHeading } from '../../components/part-heading';
import { texts } from '../../texts';

export function SiteAudit() {
  return (
    <Stack space="space.200">
      <PartHeading>{texts.admin.parts.audit}</PartHeading>
      <AuditLog read={read} />
    </Stack>
  );
}

function read(cursor: string | undefined) {
  return call('audit.list', cursor === undefined ? {} : { cursor });
}
