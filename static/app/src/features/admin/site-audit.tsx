import { useInfiniteQuery } from '@tanstack/react-query';
import { Stack } from '@atlaskit/primitives/compiled';
import { AuditLog } from '../../components/audit-log';
import { PartHeading } from '../../components/part-heading';
import { auditQuery } from '../../data/audit-query';
import { adminTexts } from '../../texts/admin';

export function SiteAudit() {
  const log = useInfiniteQuery(auditQuery(undefined));
  return (
    <Stack space="space.200">
      <PartHeading>{adminTexts.parts.audit}</PartHeading>
      <AuditLog log={log} />
    </Stack>
  );
}
