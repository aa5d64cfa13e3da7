import { usePlace } from '../bridge/use-place';

/** A moment, in the reader's own language and time zone. @param at ISO 8601 */
export function Time({ at }: { readonly at: string }) {
  const { locale } = usePlace();
  const shown = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  );
  return (
    <time dateTime={at} title={at}>
      {shown}
    </time>
  );
}
