import type { ReactNode } from 'react';
import type { CallName } from '../bridge/invoke';
import { type Asked, refresh } from '../data/answers';
import { texts } from '../texts';
import { Failure } from './failure';
import { Waiting } from './waiting';

interface Props<T> {
  readonly of: Asked<T>;
  /** What "Try again" asks for again. */
  readonly name: CallName;
  readonly label?: string;
  readonly children: (data: T) => ReactNode;
}

/** The three states of an answer; what is ready is drawn by `children`. */
export function Loaded<T>({ of, name, label = texts.shared.loading, children }: Props<T>) {
  switch (of.state) {
    case 'loading':
      return <Waiting label={label} />;
    case 'failed':
      return <Failure failure={of.failure} onRetry={() => refresh(name)} />;
    case 'ready':
      return <>{children(of.data)}</>;
  }
}
