/**
 * Which issues are a review's. Whoever can edit an issue can write our property on it, so what it says of itself
 * proves nothing. Pure.
 */
import type { AnyIssue, Creator, OurIssue } from '../jira/model';
import { hasProperty, identityKey } from '../jira/ownership';
import type { QuestionRef } from '../links/issue-index';
import type { Link } from '../review-entries/link';

/** What the app knows without asking an issue. */
export interface Known {
  readonly workloadArn: string;
  /** To which the workload is linked. */
  readonly projectId: string;
  /** By `identityKey`. */
  readonly links: ReadonlyMap<string, Link>;
  /** The app's own; undefined: no app made any that is not linked. */
  readonly account: string | undefined;
  /** What the index says of issues that this workload does not link, by id. */
  readonly indexed: ReadonlyMap<string, QuestionRef | undefined>;
  /** The store knows no link of the workload, or a person chose to adopt what an earlier installation made. */
  readonly mayAdopt: boolean;
  /** Found where a create whose answer was lost had been sent. */
  readonly announced: ReadonlySet<string>;
}

export interface Sorted {
  /** Of this review. */
  readonly issues: readonly OurIssue[];
  /** They say so and are not: a clone, a planted issue. Nothing is written to them. */
  readonly others: readonly OurIssue[];
  /** As `others`, where they may be adopted: perhaps of an earlier installation. */
  readonly adoptable: readonly OurIssue[];
}

/** Sorts what was found; what is not linked is looked up in the index of links. @throws RecordError */
export type Sort = (found: readonly AnyIssue[], announced?: ReadonlySet<string>) => Promise<Sorted>;

/**
 * An issue is ours if it is linked, as the item of its link; or if the app made it in the linked project and does
 * not know it as another item. What is linked wins over whatever else bears its identity, also while it is hidden. Two that both are ours
 * and say the same are a conflict of the plan.
 */
export function sortIssues(found: readonly AnyIssue[], known: Known): Sorted {
  const linkOf = linksById(known.links);
  const linked = found.flatMap((issue) => {
    const link = linkOf(issue);
    return link === undefined ? [] : [asLinked(issue, link)];
  });
  const claims = found
    .filter(hasProperty)
    .filter((issue) => linkOf(issue) === undefined && issue.property.workload === known.workloadArn);
  const free = claims.filter(
    (issue) => !isTaken(issue, known) && !isOther(known.indexed.get(issue.id), issue.property),
  );
  const made = free.filter((issue) => isMade(issue, known));
  const adoptable = free.filter((issue) => isAdoptable(issue, known));
  const ours = new Set([...made, ...adoptable]);
  return {
    issues: [...linked, ...made],
    others: claims.filter((issue) => !ours.has(issue)),
    adoptable,
  };
}

/** The issue as the item that it is linked as; a property that says otherwise is written anew. */
export function asLinked(issue: AnyIssue, { identity }: Link): OurIssue {
  const { property } = issue;
  if (property !== undefined && identityKey(property) === identityKey(identity))
    return { ...issue, property };
  const { pillar, risk } = property ?? {};
  return {
    ...issue,
    property: { v: 1, ...identity, ...(pillar ? { pillar } : {}), ...(risk ? { risk } : {}), hash: '' },
  };
}

/** Whether an account may be that of an earlier installation, or the trace of an import; a person's is neither. */
export function mayBeEarlierApp(creator: Creator | undefined, account: string): boolean {
  return creator === undefined || (creator.isApp && creator.accountId !== account);
}

/** One issue can be linked as two items, since links once followed properties: as that which it says, or the first. */
function linksById(links: ReadonlyMap<string, Link>): (issue: AnyIssue) => Link | undefined {
  const byId = new Map<string, Link>();
  for (const [, link] of [...links].sort(([a], [b]) => (a < b ? 1 : -1))) byId.set(link.issueId, link);
  return ({ id, property }) => {
    const says = property && links.get(identityKey(property));
    return says?.issueId === id ? says : byId.get(id);
  };
}

/** The item has an issue already, found or not; a create that was announced since takes its place. */
function isTaken({ id, property }: OurIssue, { links, announced }: Known): boolean {
  return links.has(identityKey(property)) && !announced.has(id);
}

/** By who made it, whether an issue that is not linked may be the review's; what the index says of others decides nothing. */
export function mayBeOurs(
  creator: Creator | undefined,
  { account, mayAdopt }: Pick<Known, 'account' | 'mayAdopt'>,
): boolean {
  if (account === undefined) return false;
  return creator?.accountId === account || (mayAdopt && mayBeEarlierApp(creator, account));
}

/** The app's own account made it, where it makes issues of this review. */
function isMade(issue: OurIssue, known: Known): boolean {
  if (known.account === undefined || issue.creator?.accountId !== known.account) return false;
  return issue.projectId === known.projectId || known.announced.has(issue.id) || isBelowOurTask(issue, known);
}

/** A Sub-task is made in the project of its Task, which can have been moved. */
function isBelowOurTask({ property, parentId }: OurIssue, { links }: Known): boolean {
  const { choice, ...task } = property;
  if (choice === undefined || parentId === undefined) return false;
  return links.get(identityKey(task))?.issueId === parentId;
}

function isAdoptable({ creator, projectId }: OurIssue, { account, mayAdopt, ...known }: Known): boolean {
  if (account === undefined) return false;
  return mayAdopt && projectId === known.projectId && mayBeEarlierApp(creator, account);
}

function isOther(ref: QuestionRef | undefined, { workload, lens, question }: OurIssue['property']): boolean {
  return (
    ref !== undefined && (ref.workloadArn !== workload || ref.lens !== lens || ref.question !== question)
  );
}
