/** The issues of a workload, wherever one may stand, and which of them are its own. */
import { mapInFlight } from '../in-flight';
import { eachOnce } from '../jira/each-once';
import type { AnyIssue, Claim } from '../jira/model';
import { hasProperty } from '../jira/ownership';
import type { QuestionRef } from '../links/issue-index';
import type { WorkloadLinks } from '../links/link-store';
import { askForAbsent, type AbsentIssues } from './absent-issues';
import type { Candidates } from './candidates';
import { findAdoptable } from './find-adoptable';
import { findLostCreates, type CreateFindings } from './lost-creates';
import type { SyncPorts, SyncRequest } from './ports';
import { mayBeOurs, sortIssues, type Known, type Sort } from './whose-issues';

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
export async function findIssues(
  request: SyncRequest,
  { workloadLinks, intent, linked, ids, others, ...candidates }: Candidates,
  ports: SyncPorts,
): Promise<FoundIssues> {
  const { workloadArn, projectId } = request;
  const { links } = workloadLinks;
  const where = { workloadArn, projectId };
  const mayBeUnknown = linked.size === 0 || intent !== undefined;
  const read = await readIssues(ids, mayBeUnknown, ports);
  const absent = await askForAbsent(links, read, ports);
  const account = candidates.account ?? (await accountIfNeeded(read, linked, ports));
  const mayAdopt = linked.size === 0 || request.adoption === 'adopt';
  const isToAdopt = mayAdopt && account !== undefined;
  const adoptable = isToAdopt ? await findAdoptable(where, account, others, ports.jira) : [];
  const sort = sorter({ ...where, links, account, mayAdopt }, linked, ports);
  const created = await findLostCreates(request, eachOnce([...read, ...adoptable]), intent, sort, ports);
  const told = new Set([...created.issues, ...created.others, ...created.adoptable].map(({ id }) => id));
  const claims = others.claims.filter(({ id }) => !told.has(id));
  return { workloadLinks, ...created, ...absent, claims, moreClaims: others.more };
}

/**
 * Three ways to an issue, because each alone misses some: the links (complete unless the store was lost), the
 * search index (lags), and, where one may be unknown, the Sub-tasks of the Tasks found (never lag).
 */
async function readIssues(
  ids: ReadonlySet<string>,
  mayBeUnknown: boolean,
  { jira }: SyncPorts,
): Promise<readonly AnyIssue[]> {
  const first = await jira.fetch([...ids]);
  if (!mayBeUnknown) return first;
  const unseen = first.flatMap(({ subtasks }) => subtasks.map(({ id }) => id)).filter((id) => !ids.has(id));
  return unseen.length === 0 ? first : [...first, ...(await jira.fetch([...new Set(unseen)]))];
}

/** An issue that is not linked can only be ours where the account of an app made it; people can make any number. */
async function accountIfNeeded(
  read: readonly AnyIssue[],
  linked: ReadonlySet<string>,
  { jira }: SyncPorts,
): Promise<string | undefined> {
  const isNeeded = read.some(({ id, creator }) => !linked.has(id) && creator?.isApp === true);
  return isNeeded ? jira.account() : undefined;
}

function sorter(
  known: Omit<Known, 'indexed' | 'announced'>,
  linked: ReadonlySet<string>,
  { issueIndex }: SyncPorts,
): Sort {
  const indexed = new Map<string, QuestionRef | undefined>();
  return async (found, announced = new Set()) => {
    const unknown = found
      .filter(hasProperty)
      .filter(({ id, property }) => !linked.has(id) && property.workload === known.workloadArn)
      .filter(({ id, creator }) => !indexed.has(id) && mayBeOurs(creator, known));
    await mapInFlight(unknown, IN_FLIGHT, async ({ id }) => {
      indexed.set(id, await issueIndex.questionOf(id));
    });
    return sortIssues(found, { ...known, indexed, announced });
  };
}
