import { format } from '../texts';

/** A moment, as the reader writes it, in the reader's time zone. @param at ISO 8601 */
export function Time({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={at}>
      {format().moment(at)}
    </time>
  );
}
