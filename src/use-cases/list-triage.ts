/** Open best practices that have an issue, as stored: Jira is asked for nothing, AWS neither. */
import type { Contract, TriagedWorkload } from '../contract';
import { inParts, mapInFlight } from '../in-flight';
import { openSubtasks } from '../jira/client/jql';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { ListedWorkload } from '../linked-workloads/roster';
import type { LinkStore } from '../links/link-store';
import type { ReviewMemory } from '../reviews/review-memory';
import { orProblem, type RecordProblem } from '../storage/problems';
import { triagedOf } from '../triage/triaged';
import type { Triaged, TriageStore } from '../triage/triage-store';
import type { ProjectCaller } from './caller';
import { LINKS } from './linked-view';
import { countOf, TriageTexts } from './triage-texts';
import { unreadableOf } from './unreadable';

export interface ListTriagePorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'rosterOf'>;
  readonly triage: Pick<TriageStore, 'load' | 'claim'>;
  readonly openLinks: () => Pick<LinkStore, 'load'>;
  readonly reviewMemory: Pick<ReviewMemory, 'load'>;
}

/** Reads under way at a time: a thousand units of storage a second are an installation's, a workload's are some three. */
const AT_ONCE = 10;

/**
 * When a page ends: Forge answers a page with 5 MB at most, within 25 seconds, and what is made of links takes some
 * eight reads a workload. A row is some 15 bytes, the texts of lenses that nobody else uses apart.
 */
const MOST_WORKLOADS = 100;
const MOST_ROWS = 20_000;
const MOST_MADE = 20;

/** Of all workloads that the project links, in the order in which they were linked. */
export async function listTriage(
  { cursor = '0' }: Contract['triage.list']['payload'],
  { project }: ProjectCaller,
  ports: ListTriagePorts,
): Promise<Contract['triage.list']['result']> {
  const { records, problems } = await ports.linkedWorkloads.rosterOf(project.id);
  const from = Number(cursor);
  const page = await readPage(records.slice(from, from + MOST_WORKLOADS), project.id, ports);
  const next = from + page.workloads.length;
  const jql = openSubtasks(
    project.key,
    records.map(({ workloadArn }) => workloadArn),
  );
  return {
    ...{ workloads: page.workloads, texts: page.texts, jql },
    ...unreadableOf([...problems, ...page.problems], LINKS),
    ...(next < records.length ? { cursor: String(next) } : {}),
  };
}

interface Page {
  readonly workloads: TriagedWorkload[];
  readonly texts: string[];
  readonly problems: readonly RecordProblem[];
}

async function readPage(
  listed: readonly ListedWorkload[],
  projectId: string,
  ports: ListTriagePorts,
): Promise<Page> {
  const texts = new TriageTexts();
  const workloads: TriagedWorkload[] = [];
  const problems: RecordProblem[] = [];
  let [rows, made] = [0, 0];
  for (const part of inParts(listed, AT_ONCE)) {
    if (rows >= MOST_ROWS || made >= MOST_MADE) break;
    const found = await mapInFlight(part, AT_ONCE, ({ workloadArn }) =>
      orProblem(listedOf(workloadArn, projectId, ports)),
    );
    for (const [nth, read] of found.entries()) {
      const workload = part[nth];
      const { triaged, isMade } = 'value' in read ? read.value : { triaged: undefined, isMade: false };
      if ('problem' in read) problems.push(read.problem);
      if (workload) workloads.push(texts.toWorkload(workload, triaged));
      rows += countOf(triaged);
      made += isMade ? 1 : 0;
    }
  }
  return { workloads, texts: texts.texts, problems };
}

interface Listed {
  readonly triaged: Triaged | undefined;
  /** Of links, because no run has left it. */
  readonly isMade: boolean;
}

async function listedOf(workloadArn: string, projectId: string, ports: ListTriagePorts): Promise<Listed> {
  const stored = await ports.triage.load(workloadArn);
  const triaged = stored ?? (await madeOf(workloadArn, projectId, ports));
  // Issues of another project are its people's to see.
  return { triaged: triaged.projectId === projectId ? triaged : undefined, isMade: stored === undefined };
}

/**
 * Of the links that earlier versions left, kept for the next reader. A run that ends meanwhile has written the better
 * one. @throws RecordError
 */
async function madeOf(
  workloadArn: string,
  projectId: string,
  { triage, openLinks, reviewMemory }: ListTriagePorts,
): Promise<Triaged> {
  const [{ projectId: home = projectId, links }, names] = await Promise.all([
    openLinks().load(workloadArn),
    reviewMemory.load(workloadArn),
  ]);
  const triaged = triagedOf({
    ...{ projectId: home, links: [...links.values()], review: undefined, names },
    isListed: ({ synced }) => synced.jira === 'open',
  });
  await triage.claim(workloadArn, triaged).catch(() => undefined);
  return triaged;
}
