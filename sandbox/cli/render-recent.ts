/** What was done within 24 hours, as lines. Pure. */
import type { RecentChanges, RecentKind } from './api';
import { say } from './words';

/** As of a plan: what is longer is told by number, unless `--verbose`. */
const LONG = 32;

const NOTHING = 'Nothing was done within 24 hours that could be put back.';

const CONFIRMED =
  'What a person confirmed over the safety check (--confirm) is what they want, and cannot be put back.';

/** By kind how many, then each: of which issue, from what to what, and when. */
export function renderRecent({ kinds }: RecentChanges, verbose: boolean): readonly string[] {
  if (kinds.length === 0) return [`${NOTHING} ${CONFIRMED}`];
  return ['Done within 24 hours:', ...kinds.flatMap((kind) => renderKind(kind, verbose))];
}

function renderKind({ what, changes, more, isPutBack }: RecentKind, verbose: boolean): readonly string[] {
  const shown = verbose ? changes : changes.slice(0, LONG);
  const lines = shown.map(({ key, title, at, what: fromTo }) => {
    return `    ${key === undefined ? '' : `${key} `}${title}: ${say(fromTo)}, ${plainTime(at)}`;
  });
  const rest = changes.length - shown.length + more;
  return [
    `  ${say(what)}${isPutBack ? '' : ' (this is not put back: the Tasks are gone)'}`,
    ...lines,
    ...(rest > 0 ? [`    … and ${rest} more`] : []),
  ];
}

/** `2026-01-31 14:03 UTC` of an ISO 8601 time. */
function plainTime(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
