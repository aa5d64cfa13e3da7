/** Which part of a page is open, kept in Jira's address so that a reload or a shared link comes back to it. */
import { useEffect, useState } from 'react';
import { view } from '@forge/bridge';
import type { Path } from './path';

type History = Awaited<ReturnType<typeof view.createHistory>>;

/**
 * `undefined` until the host has told where the reader is. A host without addresses keeps it in memory: which modules
 * have them is unverified (F7).
 */
export function usePath(): Path | undefined {
  const [history, setHistory] = useState<History>();
  const [pathname, setPathname] = useState<string>();

  useEffect(() => {
    let isGone = false;
    let stop: (() => void) | undefined;
    view.createHistory().then(
      (found) => {
        if (isGone) return;
        setHistory(found);
        setPathname(found.location.pathname);
        stop = found.listen((location) => setPathname(location.pathname));
      },
      () => {
        if (!isGone) setPathname('/');
      },
    );
    return () => {
      isGone = true;
      stop?.();
    };
  }, []);

  if (pathname === undefined) return undefined;
  return {
    parts: pathname.split('/').filter(Boolean).map(decoded),
    go(...parts) {
      const next = `/${parts.map(encodeURIComponent).join('/')}`;
      if (history) history.push(next);
      else setPathname(next);
    },
  };
}

/** People edit addresses: a part that decodes to nothing stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
