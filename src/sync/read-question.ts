/** The narrow reading of a run: one question's issues and answer, because something happened to one of its issues. */
import { whenAll } from '../in-flight';
import type { Identity } from '../jira/model';
import type { Answer } from '../wellarchitected/answers';
import { ONE_PLACE } from '../plan/places';
import { NONE_ABSENT } from './absent-issues';
import { reviewOfQuestion } from './question-review';
import { readIssues, type LinkedIssue } from './question-issues';
import { UpstreamError } from '../upstream-error';
import type { SyncPorts, SyncRequest } from './ports';
import type { Reading } from './read';
import { NO_RENAMES } from './renames';
import type { WriteBackPorts } from './write-back/ports';
import { questionNews } from './question-news';

/** A run of one question. */
export interface QuestionRequest extends SyncRequest {
  readonly question: Identity;
}

/** What a narrow reading takes of the ports; a connection that may only read has no answers to read. */
export interface QuestionPorts extends SyncPorts {
  readonly writeBack: WriteBackPorts;
}

/**
 * - `unchanged`: no status moved since the notes were written, or the settings leave the question out.
 * - `needs-whole`: what there is to do takes more than this question's issues and its answer.
 */
export type QuestionReading =
  { readonly kind: 'unchanged' | 'needs-whole' } | { readonly kind: 'read'; readonly reading: Reading };

/**
 * Three calls beside those for credentials: the question's issues, the workload, the answer; one where no status
 * moved. The answer comes last, beside the workload: what is written follows directly. Throws `UpstreamError`.
 */
export async function readQuestion(request: QuestionRequest, ports: QuestionPorts): Promise<QuestionReading> {
  const { workload, lens = '', question = '' } = request.question;
  const workloadLinks = await ports.links.load(workload);
  // Whether the workload belongs to another project takes all of its issues.
  if (workloadLinks.projectId !== request.projectId) return { kind: 'needs-whole' };
  const [issuesNow, memory, siteUrl] = await whenAll([
    readIssues(request, workloadLinks, ports.jira),
    ports.writeBack.memory.load(workload, lens),
    ports.writeBack.siteUrl(),
    getReady(ports.writeBack),
  ]);
  if (issuesNow.isSomeGone) return { kind: 'needs-whole' };
  const { known } = issuesNow;
  const { question: identity, settings } = request;
  const news = questionNews({ ...issuesNow, question: identity, memory, siteUrl, settings });
  if (news === 'none') return { kind: 'unchanged' };
  if (news === 'needs-whole' || memory === undefined) return { kind: 'needs-whole' };

  const { answers } = ports.writeBack;
  const [now, answer] = await whenAll([
    answers.workload(),
    answers.read({ lensAlias: memory.alias, questionId: question }),
  ]);
  if (request.settings.parentsFollow && isSomeWithoutIssue(answer, known)) return { kind: 'needs-whole' };
  const review = reviewOfQuestion(now, known, answer, { identity: lens, alias: memory.alias });
  if (review === undefined) return { kind: 'needs-whole' };
  const issues = known.map(({ issue }) => issue);
  return {
    kind: 'read',
    reading: { ...NOTHING_ELSE, review, workloadLinks, issues },
  };
}

/** What only a whole reading finds. */
const NOTHING_ELSE = {
  ...NONE_ABSENT,
  places: ONE_PLACE,
  renames: NO_RENAMES,
  twins: [],
  others: [],
  adoptable: [],
  adopted: [],
  claims: [],
  moreClaims: false,
  intent: undefined,
  uncertain: new Set<string>(),
};

/** What it fails with the first real call meets, if there is one. */
async function getReady({ answers }: WriteBackPorts): Promise<void> {
  try {
    await answers.ready();
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
  }
}

/** Whether a best practice has no Sub-task, which a whole run may make: the Task must not close before it does. */
function isSomeWithoutIssue({ practices }: Answer, known: readonly LinkedIssue[]): boolean {
  const linked = new Set(known.map(({ link }) => link.identity.choice));
  return [...practices].some((id) => !linked.has(id));
}
