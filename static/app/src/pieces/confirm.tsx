import { lazy, Suspense } from 'react';
import type { ConfirmProps } from './confirm-dialog';

const ConfirmDialog = lazy(async () => ({ default: (await import('./confirm-dialog')).ConfirmDialog }));

/** Asks before something that cannot be undone with a click. Its script is loaded when it is first asked. */
export function Confirm({ isOpen, ...props }: ConfirmProps & { readonly isOpen: boolean }) {
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <ConfirmDialog {...props} />
    </Suspense>
  );
}
