/** What the platform does, as the app sees it: assumptions that only the app itself can look at. */
import type { Reason } from '../reason';

export interface LiveCheckView {
  findings: LiveCheckFinding[];
}

export interface LiveCheckFinding {
  /** A number of docs/assumptions.md. */
  id: LiveCheckId;
  verdict: 'holds' | 'wrong' | 'unclear';
  /** What the platform did. */
  seen: Reason;
}

export type LiveCheckId = 'F3' | 'F10' | 'F25';
