/** Which withdrawn item is which new one. Pure. */
import type { Level, OurIssue } from '../jira/model';
import type { ReviewEntry } from '../review-entries/entry';
import type { Link } from '../review-entries/link';

/** An issue whose item the review does not have any more. */
export interface Withdrawn {
  /** Under which it is linked. */
  readonly key: string;
  readonly link: Link;
  readonly issue: OurIssue;
}

export interface Paired {
  readonly pairs: readonly { readonly old: Withdrawn; readonly entry: ReviewEntry }[];
  /** Several are called alike; `items`: how many new ones are. */
  readonly unclear: readonly { readonly old: Withdrawn; readonly items: number }[];
}

/** What a question is called now; undefined where its best practices go nowhere. */
type QuestionNow = (link: Link) => string | undefined;

/** Pairs those of one level that are the only two of their title in one place. */
export function pairUp(
  withdrawn: readonly Withdrawn[],
  fresh: readonly ReviewEntry[],
  level: Exclude<Level, 'epic'>,
  questionNow: QuestionNow,
): Paired {
  const old = groups(
    withdrawn.filter(({ link, issue }) => levelOf(link) === level && issue.level === level),
    (each) => placeOf(each, questionNow),
  );
  const items = groups(
    fresh.filter((entry) => entry.level === level),
    placeOfEntry,
  );
  const pairs: Paired['pairs'][number][] = [];
  const unclear: Paired['unclear'][number][] = [];
  for (const [place, candidates] of old) {
    const entries = items.get(place) ?? [];
    const [entry] = entries;
    const [only] = candidates;
    if (entry === undefined || only === undefined) continue;
    if (entries.length === 1 && candidates.length === 1) pairs.push({ old: only, entry });
    else unclear.push(...candidates.map((each) => ({ old: each, items: entries.length })));
  }
  return { pairs, unclear };
}

function levelOf({ identity: { question, choice } }: Link): Level {
  if (question === undefined) return 'epic';
  return choice === undefined ? 'task' : 'subtask';
}

/** Lens, pillar or question, and the title as AWS had it; undefined where it is nowhere. */
function placeOf({ link, issue }: Withdrawn, questionNow: QuestionNow): string | undefined {
  const { lens, choice } = link.identity;
  const title = link.summary || issue.summary;
  if (choice === undefined) return link.pillar && JSON.stringify([lens, link.pillar, title]);
  const now = questionNow(link);
  return now && JSON.stringify([lens, now, title]);
}

function placeOfEntry({ identity: { lens, question, choice }, path, content }: ReviewEntry): string {
  return JSON.stringify([lens, choice === undefined ? path?.pillar.id : question, content.summary]);
}

function groups<T>(
  all: readonly T[],
  placeIn: (each: T) => string | undefined,
): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) {
    const place = placeIn(each);
    if (place !== undefined) found.set(place, [...(found.get(place) ?? []), each]);
  }
  return found;
}
