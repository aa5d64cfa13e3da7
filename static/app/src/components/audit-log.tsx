import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import type { CallFailure } from '../bridge/call-failure';
import { texts } from '../texts';
import type { AuditPage } from '../../../../src/contract';
import { AuditRows } from './audit-rows';
import { Failure } from './failure';
import { WideTable } from './wide-table';

interface Props {
  readonly log: UseInfiniteQueryResult<InfiniteData<AuditPage>, CallFailure>;
}

/** Who did what, newest first, and older entries on demand. */
export function AuditLog({ log }: Props) {
  const { audit } = texts.components;
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = log;
  if (data === undefined) {
    if (error) return <Failure failure={error} title={audit.failed} onRetry={() => void refetch()} />;
    return <Spinner label={texts.shared.loading} />;
  }
  if (data.pages[0]?.entries.length === 0) return <p>{audit.empty}</p>;
  return (
    <>
      <WideTable label={audit.table} columns={audit.columns}>
        {data.pages.map((page, index) => (
          <AuditRows key={index} entries={page.entries} />
        ))}
      </WideTable>
      {error ? <Failure failure={error} title={audit.failed} /> : null}
      {hasNextPage ? (
        <div>
          <Button isLoading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {audit.older}
          </Button>
        </div>
      ) : (
        <p className="hint">{audit.end}</p>
      )}
    </>
  );
}
