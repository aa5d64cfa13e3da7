import { texts } from '../texts';
import type { AuditEntry } from '../../../../src/contract';
import { usePeople } from './people';
import { Time } from './time';

/** One page of entries; the names of its people are one request. */
export function AuditRows({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const nameOf = usePeople(
    entries.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.accountId] : [])),
  );
  const { app, deeds } = texts.pieces.audit;
  return (
    <>
      {entries.map(({ at, actor, action, subject, details }, index) => (
        <tr key={`${at}-${index}`}>
          <td className="nowrap">
            <Time at={at} />
          </td>
          <td>{actor.kind === 'app' ? app : nameOf(actor.accountId)}</td>
          <td>{deeds[action] ?? action}</td>
          <td>{subject}</td>
          <td dir="auto">{details}</td>
        </tr>
      ))}
    </>
  );
}
