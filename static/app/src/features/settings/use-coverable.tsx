import type { ReactNode } from 'react';
import Spinner from '@atlaskit/spinner';
import { useAnswer } from '../../data/use-answer';
import { Failure } from '../../components/failure';
import { settingsTexts } from '../../texts/settings';
import type { LensOverview, LinkRef } from '../../../../../src/contract';
import type { Coverable } from './model';

/** The lenses of the workload and their pillars, as AWS has them now; otherwise why there are none to choose from. */
export function useCoverable(link: LinkRef): { readonly coverable: Coverable; readonly notice: ReactNode } {
  const asked = useAnswer('workload.review', link);
  const { loading, failed } = settingsTexts.selection;
  const none: Coverable = { lenses: [], pillars: [] };
  switch (asked.status) {
    case 'pending':
      return { coverable: none, notice: <Spinner label={loading} /> };
    case 'error':
      return {
        coverable: none,
        notice: <Failure failure={asked.error} title={failed} onRetry={() => void asked.refetch()} />,
      };
    case 'success':
      return { coverable: coverableOf(asked.data.lenses), notice: null };
  }
}

/** Lenses share pillars by their ids. */
function coverableOf(lenses: readonly LensOverview[]): Coverable {
  const pillars = new Map(lenses.flatMap((lens) => lens.pillars).map(({ id, name }) => [id, name]));
  return {
    lenses: lenses.map(({ alias, name }) => ({ id: alias, name })),
    pillars: [...pillars].map(([id, name]) => ({ id, name })),
  };
}
