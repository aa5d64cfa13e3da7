import { useMemo } from 'react';
import { usePlace } from '../bridge/use-place';
import { createFormat, type Format } from './format';

/** Formats of the reader's language. */
export function useFormat(): Format {
  const { locale } = usePlace();
  return useMemo(() => createFormat(locale), [locale]);
}
