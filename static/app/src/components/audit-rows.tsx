import { texts, textOf } from '../texts';
import { sayReason } from '../texts/reasons';
import type { AuditEntry } from '../../../../src/contract';
import { usePeople } from '../data/people';
import { Time } from './time';
import { WideRow } from './wide-table';

/** One page of entries; the names of its people are one request. */
export function AuditRows({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const nameOf = usePeople(
    entries.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.accountId] : [])),
  );
  const { app, deeds } = texts.components.audit;
  return (
    <>
      {entries.map(({ at, actor, action, target, change }, index) => (
        <WideRow
          key={`${at}-${index}`}
          cells={[
            <Time key="at" at={at} />,
            actor.kind === 'app' ? app : nameOf(actor.accountId),
            <strong key="what">{textOf(deeds, action) ?? action}</strong>,
            sayReason(target),
            <span key="change" dir="auto">
              {sayReason(change)}
            </span>,
          ]}
        />
      ))}
    </>
  );
}
