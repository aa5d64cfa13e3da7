import type { ReactNode } from 'react';
import type { Asked } from '../data/use-answer';
import { texts } from '../texts';
import { Failure } from './failure';
import { Waiting } from './waiting';

interface Props<T> {
  readonly of: Asked<T>;
  readonly label?: string;
  readonly children: (data: T) => ReactNode;
}

/** The three states of an answer; what is there is drawn by `children`. */
export function Loaded<T>({ of, label = texts.shared.loading, children }: Props<T>) {
  switch (of.status) {
    case 'pending':
      return <Waiting label={label} />;
    case 'error':
      return <Failure failure={of.error} onRetry={() => void of.refetch()} />;
    case 'success':
      return <>{children(of.data)}</>;
  }
}
