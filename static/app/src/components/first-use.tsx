import type { ReactNode } from 'react';
import './first-use.css';
import { PartHeading } from './part-heading';

interface Props {
  readonly title: string;
  /** What will be there, in a sentence. */
  readonly lead: string;
  /** The next step, or steps. */
  readonly children: ReactNode;
}

/** A part of a page before there is anything in it: what it will show, and the next step. */
export function FirstUse({ title, lead, children }: Props) {
  return (
    <section className="first-use">
      <Drawing />
      <PartHeading level="h3">{title}</PartHeading>
      <p className="first-use-lead">{lead}</p>
      {children}
    </section>
  );
}

/** A review on the left, a board on the right, and the way between them. */
function Drawing() {
  return (
    <svg className="first-use-drawing" viewBox="0 0 220 88" aria-hidden="true" focusable="false">
      <path className="line" d="M82 44h56" />
      <path className="line-end" d="m132 38 7 6-7 6M88 38l-7 6 7 6" />
      <rect className="sheet" x="10" y="8" width="64" height="72" rx="6" />
      <path className="bar high" d="M20 24h44" />
      <path className="bar medium" d="M20 38h34" />
      <path className="bar good" d="M20 52h40" />
      <path className="bar quiet" d="M20 66h24" />
      <rect className="sheet" x="146" y="8" width="64" height="72" rx="6" />
      <rect className="card" x="154" y="17" width="21" height="16" rx="3" />
      <rect className="card" x="154" y="38" width="21" height="16" rx="3" />
      <rect className="card done" x="181" y="17" width="21" height="16" rx="3" />
      <path className="tick" d="m187 25 3.5 3.5 6-6" />
    </svg>
  );
}
