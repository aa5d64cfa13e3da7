/** Entries of a review that was read in part: what is not known of them stands as it was last written. Pure. */
import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { There } from '../plan/plan';
import type { Side } from '../plan/link';
import type { ReviewEntry } from './entry';
import type { Link } from './link';

type Links = ReadonlyMap<string, Link>;

/**
 * The entries that have an issue and a link, with the texts and labels that the app last wrote: a run that does not
 * know AWS's texts makes no issue and changes no text.
 */
export function asWritten(
  entries: readonly ReviewEntry[],
  links: Links,
  issues: readonly OurIssue[],
): readonly ReviewEntry[] {
  const found = new Map(issues.map((issue) => [identityKey(issue.property), issue]));
  return entries.flatMap((entry) => {
    const link = links.get(entry.key);
    const issue = found.get(entry.key);
    return link && issue ? [written(entry, link, issue)] : [];
  });
}

function written(entry: ReviewEntry, link: Link, { property: { pillar } }: OurIssue): ReviewEntry {
  const { summary, descriptionHash, values, labels } = link;
  const { pillar: unknown, ...stamp } = entry.stamp;
  return {
    ...entry,
    stamp: { ...stamp, ...(pillar === undefined ? {} : { pillar }) },
    content: {
      ...{ summary, description: entry.content.description, descriptionHash, labels, pillarLabel: pillar },
      ...(values === undefined ? {} : { values }),
    },
  };
}

/** What links remember of the issues that were not read. The Epic counts for nothing, as in every check of safety. */
export function unreadOf(links: Links, issues: readonly OurIssue[]): There {
  const read = new Set(issues.map(({ id }) => id));
  const others = [...links.values()].filter(
    ({ issueId, identity }) => identity.question !== undefined && !read.has(issueId),
  );
  const count = (some: readonly Link[], side: (link: Link) => Side) => ({
    open: some.filter((link) => side(link) === 'open').length,
    done: some.filter((link) => side(link) === 'done').length,
  });
  const items = others.filter(({ identity }) => identity.choice !== undefined);
  return {
    issues: count(others, ({ synced }) => synced.jira),
    items: count(items, ({ synced }) => synced.review),
  };
}
