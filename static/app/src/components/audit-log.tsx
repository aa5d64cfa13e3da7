import { useEffect, useState } from 'react';
import Button from '@atlaskit/button/new';
import Spinner from '@atlaskit/spinner';
import { CallFailure } from '../bridge/invoke';
import { useAction } from '../data/use-action';
import { texts } from '../texts';
import type { AuditPage } from '../../../../src/contract';
import { AuditRows } from './audit-rows';
import { Failure } from './failure';
import { WideTable } from './wide-table';

interface Props {
  /** Reads one page. The same function each time. @throws CallFailure */
  readonly read: (cursor: string | undefined) => Promise<AuditPage>;
}

/** Who did what, newest first, and older entries on demand. Asked for anew whenever it is opened. */
export function AuditLog({ read }: Props) {
  const [pages, setPages] = useState<readonly AuditPage[]>([]);
  const [failure, setFailure] = useState<CallFailure>();
  const [turn, setTurn] = useState(0);
  const older = useAction(async (cursor: string) => {
    const page = await read(cursor);
    setPages((before) => [...before, page]);
  });

  useEffect(() => {
    let isGone = false;
    read(undefined).then(
      (page) => {
        if (!isGone) setPages([page]);
      },
      (error: unknown) => {
        if (!isGone && error instanceof CallFailure) setFailure(error);
      },
    );
    return () => {
      isGone = true;
    };
  }, [read, turn]);

  const again = () => {
    setFailure(undefined);
    setTurn(turn + 1);
  };
  const { audit } = texts.components;
  if (failure) return <Failure failure={failure} title={audit.failed} onRetry={again} />;
  if (pages.length === 0) return <Spinner label={texts.shared.loading} />;
  if (pages[0]?.entries.length === 0) return <p>{audit.empty}</p>;
  const cursor = pages.at(-1)?.cursor;
  return (
    <>
      <WideTable label={audit.table} columns={audit.columns}>
        {pages.map((page, index) => (
          <AuditRows key={index} entries={page.entries} />
        ))}
      </WideTable>
      {older.failure ? <Failure failure={older.failure} title={audit.failed} /> : null}
      {cursor === undefined ? (
        <p className="hint">{audit.end}</p>
      ) : (
        <div>
          <Button isLoading={older.isRunning} onClick={() => void older.run(cursor)}>
            {audit.older}
          </Button>
        </div>
      )}
    </>
  );
}
