import { useMemo } from 'react';
import { usePageContext } from '../bridge/use-page-context';
import { createFormat, type Format } from '../texts/format';

/** Formats of the reader's language. */
export function useFormat(): Format {
  const { locale } = usePageContext();
  return useMemo(() => createFormat(locale), [locale]);
}
