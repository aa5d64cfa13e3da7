/** Which issues may be a workload's own: those that are linked, and those that Jira's index shows, which lags. */
import { whenAll } from '../in-flight';
import type { ClaimsPage } from '../jira/jira';
import type { Intent } from '../links/intent-store';
import type { WorkloadLinks } from '../links/link-store';
import type { SyncPorts, SyncRequest } from './ports';

/** What storage has of a workload's issues. */
export interface Remembered {
  readonly workloadLinks: WorkloadLinks;
  /** The create that an earlier invocation did not see the end of. */
  readonly intent: Intent | undefined;
  /** Ids of issues that are linked. */
  readonly linked: ReadonlySet<string>;
}

export interface Candidates extends Remembered {
  /** Of those that are linked, and of those that the index shows. */
  readonly ids: ReadonlySet<string>;
  /** The app's own; undefined where it was not asked for, because the store knows nearly all of them. */
  readonly account: string | undefined;
  /** What others made and is not among the ids. */
  readonly others: ClaimsPage;
}

type CandidatePorts = Pick<SyncPorts, 'jira'>;

/** So many that are not linked are read with those that are, whoever made them: anybody can make any number. */
const MOST_UNKNOWN = 100;

const NO_OTHERS: ClaimsPage = { claims: [], more: false };

/** @throws RecordError */
export async function readRemembered(
  { workloadArn }: Pick<SyncRequest, 'workloadArn'>,
  ports: Pick<SyncPorts, 'links' | 'intents'>,
): Promise<Remembered> {
  const [workloadLinks, intent] = await whenAll([
    ports.links.load(workloadArn),
    ports.intents.load(workloadArn),
  ]);
  const linked = new Set([...workloadLinks.links.values()].map(({ issueId }) => issueId));
  return { workloadLinks, intent, linked };
}

/** Reads no issue. Any read that fails throws: an incomplete one would look like a deletion. */
export async function findCandidates(
  remembered: Remembered,
  { workloadArn, projectId, adoption }: Pick<SyncRequest, 'workloadArn' | 'projectId' | 'adoption'>,
  ports: CandidatePorts,
): Promise<Candidates> {
  const { linked, intent } = remembered;
  const isKnown = linked.size > 0 && intent === undefined && adoption !== 'adopt';
  const where = { workloadArn, projectId };
  const few = isKnown ? await nearlyAllLinked(where, remembered, ports) : undefined;
  const { ids, account, others } = few ?? (await byMaker(where, ports));
  return { ...remembered, ids: new Set([...linked, ...ids]), account, others };
}

interface Shown extends Pick<Candidates, 'account' | 'others'> {
  readonly ids: readonly string[];
}

type Where = Pick<SyncRequest, 'workloadArn' | 'projectId'>;

/**
 * One search for whatever else says that it belongs to the workload; undefined where that is too much. What was not
 * found before is not named: the index shows none of it.
 */
async function nearlyAllLinked(
  where: Where,
  { workloadLinks, linked }: Remembered,
  { jira }: CandidatePorts,
): Promise<Shown | undefined> {
  const missing = [...workloadLinks.links.values()].filter(({ notFound }) => notFound !== undefined);
  const absent = new Set(missing.map(({ issueId }) => issueId));
  const known = [...linked].filter((id) => !absent.has(id));
  const { ids, more } = await jira.searchUnknown(where, known, MOST_UNKNOWN);
  if (more || ids.length > MOST_UNKNOWN) return undefined;
  return { ids, account: undefined, others: NO_OTHERS };
}

/** All that the app made, and a page of what others did: anybody can make any number of those. */
async function byMaker(where: Where, { jira }: CandidatePorts): Promise<Shown> {
  const account = await jira.account();
  const claims = { ...where, creators: [account] };
  const [ids, others] = await whenAll([jira.search(claims), jira.showOthers(claims)]);
  return { ids, account, others };
}
