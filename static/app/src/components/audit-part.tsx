import { useInfiniteQuery } from '@tanstack/react-query';
import { Stack } from '@atlaskit/primitives/compiled';
import { auditQuery } from '../data/audit-query';
import { texts } from '../texts';
import { AuditLog } from './audit-log';
import { AuditTools } from './audit-tools';
import { PartHeading } from './part-heading';

/** The log of the site, or of one project, with what checks it and takes it away as a file. */
export function AuditPart({ projectKey }: { readonly projectKey: string | undefined }) {
  const log = useInfiniteQuery(auditQuery(projectKey));
  return (
    <Stack space="space.200">
      <PartHeading>{texts.components.audit.heading}</PartHeading>
      {log.data ? <AuditTools projectKey={projectKey} /> : null}
      <AuditLog log={log} />
    </Stack>
  );
}
