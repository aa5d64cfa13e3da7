import { texts, textOf } from '../texts';
import { sayReason } from '../texts/reasons';
import type { AuditEntry } from '../../../../src/contract';
import { usePeople } from '../data/people';
import { Time } from './time';
import { WideRow } from './wide-table';

/** Lines that are shown at once; the others are a click away. */
const SHOWN = 5;

/** One page of entries; the names of its people are one request. */
export function AuditRows({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const nameOf = usePeople(entries.flatMap(({ actor }) => accountOf(actor) ?? []));
  const { app, erased, deeds } = texts.components.audit;
  const who = (actor: AuditEntry['actor']) => {
    if (actor.kind === 'app') return app;
    return actor.accountId === undefined ? erased : nameOf(actor.accountId);
  };
  return (
    <>
      {entries.map((entry, index) => (
        <WideRow
          key={`${entry.at}-${index}`}
          cells={[
            <Time key="at" at={entry.at} />,
            who(entry.actor),
            <strong key="what">{textOf(deeds, entry.action) ?? entry.action}</strong>,
            sayReason(entry.target),
            <Details key="change" entry={entry} />,
          ]}
        />
      ))}
    </>
  );
}

function accountOf(actor: AuditEntry['actor']): string | undefined {
  return actor.kind === 'person' ? actor.accountId : undefined;
}

/** What changed, and each thing of it. */
function Details({ entry: { change, lines } }: { readonly entry: AuditEntry }) {
  const rest = lines.slice(SHOWN);
  return (
    <div dir="auto">
      {sayReason(change)}
      {lines.length > 0 ? <Lines lines={lines.slice(0, SHOWN)} /> : null}
      {rest.length > 0 ? (
        <details>
          <summary>{texts.components.audit.more({ count: rest.length })}</summary>
          <Lines lines={rest} />
        </details>
      ) : null}
    </div>
  );
}

function Lines({ lines }: { readonly lines: AuditEntry['lines'] }) {
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={index}>{sayReason(line)}</li>
      ))}
    </ul>
  );
}
