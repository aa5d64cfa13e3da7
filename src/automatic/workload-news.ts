/** Which questions of a workload have news, of issues that moved: what the app itself wrote is none. */
import { servedProjects } from '../connection/model';
import type { Jira } from '../jira/jira';
import type { AnyIssue, Identity, OurIssue } from '../jira/model';
import type { SiteAddress } from '../jira/site-address';
import type { LinkStore } from '../links/link-store';
import type { Link } from '../review-entries/link';
import { amongIssues, linksOfQuestion } from '../sync/question-issues';
import { isAsCompared, questionNews } from '../sync/question-news';
import type { NotesMemory } from '../sync/write-back/notes-memory';
import { questionKey } from '../sync/write-back/question-status';
import { automaticLink, type AutomaticLink, type AutomaticLinkPorts } from './automatic-link';
import type { Subject } from './pending-change-record';

export interface WorkloadNewsPorts extends AutomaticLinkPorts {
  readonly openLinks: () => Pick<LinkStore, 'load'>;
  readonly notesMemory: Pick<NotesMemory, 'load'>;
  readonly siteAddress: SiteAddress;
}

export interface WorkloadNews {
  readonly quietSeconds: number;
  readonly subjects: readonly Subject[];
}

/**
 * Compares each question with what the app last told and compared, as its own run would; reads of Jira the issues of
 * these questions that did not move, in one call for 100. Undefined where automatic mode is not for the workload.
 *
 * @param moved issues that say they are of the workload: links tell which are
 * @throws UpstreamError @throws RecordError
 */
export async function workloadNews(
  workloadArn: string,
  moved: readonly OurIssue[],
  jira: Pick<Jira, 'fetch' | 'siteUrl'>,
  ports: WorkloadNewsPorts,
): Promise<WorkloadNews | undefined> {
  const found = await automaticLink(workloadArn, ports);
  if (found === undefined) return undefined;
  const { links } = await ports.openLinks().load(workloadArn);
  const questions = questionsOf(moved, [...links.values()]);
  const have = new Set(moved.map(({ id }) => id));
  const others = questions.flatMap(({ own }) =>
    own.map(({ issueId }) => issueId).filter((id) => !have.has(id)),
  );
  const read = [...moved, ...(others.length === 0 ? [] : await jira.fetch(others))];
  const isNews = judge(found, read, await ports.siteAddress(jira), ports);
  const subjects: Subject[] = [];
  for (const { identity, own } of questions) {
    const { lens, question } = identity;
    if (question === undefined || !(await isNews(identity, own))) continue;
    subjects.push({ direction: 'jira', workloadArn, ...(lens === undefined ? {} : { lens }), question });
  }
  return { quietSeconds: found.settings.quietSeconds, subjects };
}

interface MovedQuestion {
  readonly identity: Identity;
  /** All of its links. */
  readonly own: readonly Link[];
}

function questionsOf(moved: readonly OurIssue[], links: readonly Link[]): readonly MovedQuestion[] {
  const ids = new Set(moved.map(({ id }) => id));
  const first = new Map<string, Identity>();
  for (const { issueId, identity } of links)
    if (ids.has(issueId) && identity.question !== undefined) first.set(questionKey(identity), identity);
  return [...first.values()].map((identity) => ({ identity, own: linksOfQuestion(identity, links) }));
}

type IsNews = (question: Identity, own: readonly Link[]) => Promise<boolean>;

/** Through a connection that may only read no notes are written: an Epic may have to follow. */
function judge(
  { link: { workloadArn }, connection, settings }: AutomaticLink,
  read: readonly AnyIssue[],
  siteUrl: string,
  { notesMemory }: Pick<WorkloadNewsPorts, 'notesMemory'>,
): IsNews {
  const served = { servedProjects: servedProjects(connection, workloadArn) };
  const memories = new Map<string, ReturnType<NotesMemory['load']>>();
  const memoryOf = (lens: string) => {
    const known = memories.get(lens) ?? notesMemory.load(workloadArn, lens);
    memories.set(lens, known);
    return known;
  };
  return async (question, own) => {
    const now = amongIssues(own, read, served);
    if (connection.access === 'read-only') return settings.parentsFollow && !isAsCompared(now);
    const memory = await memoryOf(question.lens ?? '');
    const news = questionNews({ ...now, question, memory, siteUrl, settings });
    return news === 'told' ? !isAsCompared(now) : news !== 'none';
  };
}
