import { infiniteQueryOptions } from '@tanstack/react-query';
import type { CallFailure } from '../bridge/call-failure';
import { call } from '../bridge/invoke';
import type { AuditPage } from '../../../../src/contract';

/** Entries of the site, or of one project, a page at a time. Asked for anew whenever the log is opened. */
export function auditQuery(projectKey: string | undefined) {
  const name = projectKey === undefined ? 'audit.list' : 'projectAudit.list';
  return infiniteQueryOptions<
    AuditPage,
    CallFailure,
    { pages: AuditPage[]; pageParams: unknown[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: [name, { projectKey }],
    queryFn: ({ pageParam: cursor }) => {
      const from = cursor === undefined ? {} : { cursor };
      return projectKey === undefined
        ? call('audit.list', from)
        : call('projectAudit.list', { projectKey, ...from });
    },
    initialPageParam: undefined,
    getNextPageParam: ({ cursor }) => cursor,
    gcTime: 0,
  });
}
