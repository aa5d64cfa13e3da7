import type { Way } from './done-meaning';

/** Whether a side is finished in another way than it was when both were last compared. */
export type Moved = 'yes' | 'no' | 'unknown';

/** An item that is finished and its issue that is done, and what is known of the time since they were compared. */
export interface Ways {
  readonly source: Way;
  /** What the issue says; undefined where the settings do not say. */
  readonly jira: Way | undefined;
  readonly moved: { readonly source: Moved; readonly jira: Moved };
  /** Whether an issue can say at all what the source does: the settings name a resolution or a status for it. */
  readonly canSay: boolean;
}

/**
 * What two finished sides come to:
 * - `agree`: they say the same, or nothing that speaks against it;
 * - `choose`: only Jira moved, so the source is told;
 * - `resolve`: only the source moved, so the resolution follows;
 * - `differ`: told, and neither is changed;
 * - `conflict`: both moved, apart, or that is not known: a person decides.
 */
export type WayVerdict = 'agree' | 'choose' | 'resolve' | 'differ' | 'conflict';

/** Compares how an item was finished three ways: the source now, Jira now, and both at the last sync. Total and pure. */
export function compareWays({ source, jira, moved, canSay }: Ways): WayVerdict {
  if (jira === source) return 'agree';
  if (jira === undefined) return moved.jira === 'yes' && moved.source === 'no' ? 'differ' : 'agree';
  if (moved.jira === 'yes' && moved.source === 'no') return 'choose';
  if (!canSay) return 'agree';
  switch (moved.jira) {
    case 'yes':
      return 'conflict';
    case 'no':
      return moved.source === 'no' ? 'differ' : 'resolve';
    case 'unknown':
      // Earlier versions closed everything as done, whatever the source called it, and did not remember that.
      return source === 'notApplicable' ? 'differ' : 'conflict';
  }
}
