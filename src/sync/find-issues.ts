/** The issues of a workload, wherever one may stand, and which of them are its own. */
import { mapInFlight } from '../in-flight';
import type { AnyIssue, Claim } from '../jira/model';
import { hasProperty } from '../jira/ownership';
import type { QuestionRef } from '../links/issue-index';
import type { WorkloadLinks } from '../links/link-store';
import { askForAbsent, type AbsentIssues } from './absent-issues';
import { findAdoptable } from './find-adoptable';
import { findLostCreates, type CreateFindings } from './lost-creates';
import type { SyncPorts, SyncRequest } from './ports';
import { mayBeEarlierApp, sortIssues, type Known, type Sort } from './whose-issues';

export interface FoundIssues extends CreateFindings, AbsentIssues {
  readonly workloadLinks: WorkloadLinks;
  /** Issues of others in the project that say they belong to the review, as far as they are told. */
  readonly claims: readonly Claim[];
  /** There are more than those. */
  readonly moreClaims: boolean;
}

/** Reads of the issue index under way at a time. */
const IN_FLIGHT = 10;

/** Any read that fails throws: an incomplete one would look like a deletion. */
export async function findIssues(request: SyncRequest, ports: SyncPorts): Promise<FoundIssues> {
  const { workloadArn, projectId } = request;
  const [workloadLinks, intent, account] = await Promise.all([
    ports.links.load(workloadArn),
    ports.intents.load(workloadArn),
    ports.jira.account(),
  ]);
  const { links } = workloadLinks;
  const sort = sorter({ workloadArn, projectId, links, account }, ports);
  const read = await readIssues(request, workloadLinks, account, intent !== undefined, ports);
  const absent = await askForAbsent(links, read, request.options.recreate, ports);
  // Adopted issues have creators of their own.
  const creators = [account, ...creatorsOf(read, workloadLinks, account)];
  const others = await ports.jira.searchOthers({ workloadArn, projectId, creators });
  const adoptable =
    links.size === 0 ? await findAdoptable({ workloadArn, projectId }, account, others, ports.jira) : [];
  const created = await findLostCreates(request, [...read, ...adoptable], intent, sort, ports);
  const told = new Set([...created.issues, ...created.others, ...created.adoptable].map(({ id }) => id));
  const claims = others.claims.filter(({ id }) => !told.has(id));
  return { workloadLinks, ...created, ...absent, claims, moreClaims: others.more };
}

/**
 * Three ways to an issue, because each alone misses some: the links (complete unless the store was lost), the
 * search index (lags), and, where one may be unknown, the Sub-tasks of the Tasks found (never lag).
 */
async function readIssues(
  { workloadArn, projectId }: SyncRequest,
  { links }: WorkloadLinks,
  account: string,
  isSomeUnanswered: boolean,
  { jira }: SyncPorts,
): Promise<readonly AnyIssue[]> {
  const indexed = await jira.search({ workloadArn, projectId, creators: [account] });
  const seen = new Set([...[...links.values()].map(({ issueId }) => issueId), ...indexed]);
  const first = await jira.fetch([...seen]);
  if (links.size > 0 && !isSomeUnanswered) return first;
  const unseen = first.flatMap(({ subtasks }) => subtasks.map(({ id }) => id)).filter((id) => !seen.has(id));
  return unseen.length === 0 ? first : [...first, ...(await jira.fetch([...new Set(unseen)]))];
}

function creatorsOf(
  read: readonly AnyIssue[],
  { links }: WorkloadLinks,
  account: string,
): readonly (string | undefined)[] {
  const ids = new Set([...links.values()].map(({ issueId }) => issueId));
  const earlier = read.filter(({ id, creator }) => ids.has(id) && mayBeEarlierApp(creator, account));
  return [...new Set(earlier.map(({ creator }) => creator?.accountId))].sort();
}

function sorter(known: Omit<Known, 'indexed' | 'announced'>, { issueIndex }: SyncPorts): Sort {
  const indexed = new Map<string, QuestionRef>();
  const asked = new Set<string>();
  const linked = new Set([...known.links.values()].map(({ issueId }) => issueId));
  return async (found, announced = new Set()) => {
    const unknown = found
      .filter(hasProperty)
      .filter(({ id, property }) => !linked.has(id) && property.workload === known.workloadArn)
      .filter(({ id }) => !asked.has(id));
    const refs = await mapInFlight(unknown, IN_FLIGHT, async ({ id }) => {
      asked.add(id);
      return [id, await issueIndex.questionOf(id)] as const;
    });
    for (const [id, ref] of refs) if (ref) indexed.set(id, ref);
    return sortIssues(found, { ...known, indexed, announced });
  };
}
