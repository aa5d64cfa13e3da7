import { usePageContext } from '../bridge/use-page-context';

/** A moment, in the reader's own language and time zone. @param at ISO 8601 */
export function Time({ at }: { readonly at: string }) {
  const { locale } = usePageContext();
  const shown = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  );
  return (
    <time dateTime={at} title={at}>
      {shown}
    </time>
  );
}
