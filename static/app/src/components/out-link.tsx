import type { MouseEvent, ReactNode } from 'react';
import { openInTab } from '../bridge/open';
import { texts } from '../texts';

interface Props {
  readonly href: string;
  readonly children: ReactNode;
}

/** A way out of the page: the host opens it in a new tab, and the browser where somebody asks it to. */
export function OutLink({ href, children }: Props) {
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openInTab(href);
  };
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" onClick={open}>
      {children}
      <span className="visually-hidden"> ({texts.shared.opensInTab})</span>
    </a>
  );
}
