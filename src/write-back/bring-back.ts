/** Jira's status of one question, brought back to AWS because of an event: without reading the whole review. */
import type { Jira } from '../jira/jira';
import type { Identity } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { Book, LinkStore } from '../links/link-store';
import type { Link } from '../plan/link';
import { comparePractice, type DoneComparison } from '../plan/compare-practice';
import { covers } from '../plan/scope';
import type { EffectiveSettings } from '../settings/model';
import type { Answer } from '../wellarchitected/answers';
import type { LensNotes } from './notes-memory';
import type { WriteBackPorts } from './ports';
import { readIssues, type LinkedIssue, type WhichIssues } from './question-issues';
import { questionKey, questionStatuses, type KnownIssue, type ToldQuestion } from './question-status';
import { practiceIn, writeQuestion, type ChoiceWish, type QuestionOutcome } from './write-question';

export interface BringBackPorts extends WriteBackPorts {
  readonly jira: Pick<Jira, 'fetch'>;
  readonly links: LinkStore;
}

export interface BringBackRequest extends WhichIssues {
  readonly settings: EffectiveSettings;
}

export interface BroughtBack {
  /** Whether something was sent to AWS. */
  readonly wrote: 'nothing' | 'notes' | 'choices';
  /** There is more to do, or to tell, than one question's answer: a whole round has to look at it. */
  readonly needsRound: boolean;
  /** AWS's `UpdatedAt` of the workload just before the write. */
  readonly before?: number;
}

const NOTHING: BroughtBack = { wrote: 'nothing', needsRound: false };

/**
 * At most four calls beside those for credentials: the question's issues, the workload's time, the answer, and
 * one UpdateAnswer, however many issues moved; one call where no status did. An event is only a hint: nothing
 * of it is believed. Throws `UpstreamError`.
 */
export async function bringBack(request: BringBackRequest, ports: BringBackPorts): Promise<BroughtBack> {
  const { workload, lens = '', question = '' } = request.question;
  const book = await ports.links.load(workload);
  const { known, isSomeGone } = await readIssues(request, book, ports.jira);
  const siteUrl = await ports.siteUrl();
  const told = questionStatuses(known.map(asKnown), siteUrl).get(questionKey(request.question));
  const memory = await ports.memory.load(workload, lens);
  if (told === undefined || memory === undefined)
    return { ...NOTHING, needsRound: known.length > 0 || isSomeGone };
  if (isLeftOut(request, known[0]?.link, memory)) return NOTHING;
  if (memory.questions[question] === told.digest && !request.settings.resolveSelects) return NOTHING;

  const before = await ports.answers.workloadUpdatedAt();
  let compared: ReadonlyMap<string, DoneComparison> = new Map();
  const outcome = await writeQuestion(ports.answers, {
    ref: { lensAlias: memory.alias, questionId: question },
    status: told.status,
    own: { installation: ports.installation, siteUrl, remembered: memory.questions[question] },
    wishes: (answer) => {
      compared = compareAll(known, answer, request.settings);
      return wishesOf(compared, answer);
    },
  });
  await remember(request.question, { known, compared, outcome, told, memory, book }, ports);
  return {
    wrote: outcome.chosen.size > 0 ? 'choices' : outcome.notes.kind === 'written' ? 'notes' : 'nothing',
    needsRound: needsRound(told, outcome, compared, request.settings),
    before,
  };
}

/** Whether the settings leave the question out: nothing of it is changed then, as no run does either. */
function isLeftOut(
  { question: { lens = '', question = '' }, settings }: BringBackRequest,
  link: Link | undefined,
  { alias }: LensNotes,
): boolean {
  const pillar = { id: link?.pillar ?? '' };
  return !covers(settings.selection, { lens: { identity: lens, alias }, pillar, question: { id: question } });
}

function asKnown({ link, issue }: LinkedIssue): KnownIssue {
  return { identity: link.identity, issue, title: link.summary };
}

/** By choice id; a best practice that the lens has withdrawn says nothing any more. */
function compareAll(
  known: readonly LinkedIssue[],
  answer: Answer,
  { resolveSelects }: EffectiveSettings,
): ReadonlyMap<string, DoneComparison> {
  return new Map(
    known.flatMap(({ link: { identity, synced }, issue }) => {
      if (identity.choice === undefined || !answer.practices.has(identity.choice)) return [];
      const practice = practiceIn(answer, identity.choice);
      const { applicable } = answer;
      return [[identity.choice, comparePractice({ synced, practice, applicable, issue, resolveSelects })]];
    }),
  );
}

function wishesOf(
  compared: ReadonlyMap<string, DoneComparison>,
  answer: Answer,
): ReadonlyMap<string, ChoiceWish> {
  return new Map(
    [...compared].flatMap(([choice, comparison]) =>
      comparison.kind === 'choose'
        ? [[choice, { from: practiceIn(answer, choice), update: comparison.update }]]
        : [],
    ),
  );
}

interface Done {
  readonly known: readonly LinkedIssue[];
  readonly compared: ReadonlyMap<string, DoneComparison>;
  readonly outcome: QuestionOutcome;
  readonly told: ToldQuestion;
  readonly memory: LensNotes;
  readonly book: Book;
}

/** What both sides agreed on is the base of the next comparison; without it a later change would be misread. */
async function remember(
  { workload, lens = '', question = '' }: Identity,
  { known, compared, outcome, told, memory, book }: Done,
  ports: BringBackPorts,
): Promise<void> {
  const changed = known.flatMap(({ link }): [string, Link][] => {
    const comparison = compared.get(link.identity.choice ?? '');
    if (comparison === undefined) return [];
    const isChosen = outcome.chosen.has(link.identity.choice ?? '');
    const synced = isChosen ? comparison.memory.moved : comparison.memory.kept;
    return [[identityKey(link.identity), { ...link, synced }]];
  });
  const links = new Map([...book.links, ...changed]);
  if (book.projectId !== undefined) await ports.links.save(workload, book.projectId, [...links.values()]);
  if (outcome.notes.kind !== 'written' && outcome.notes.kind !== 'unchanged') return;
  if (memory.questions[question] === told.digest) return;
  const questions = { ...memory.questions, [question]: told.digest };
  await ports.memory.save(workload, lens, { ...memory, questions });
}

function needsRound(
  { status }: ToldQuestion,
  { notes, chosen }: QuestionOutcome,
  compared: ReadonlyMap<string, DoneComparison>,
  { parentsFollow }: EffectiveSettings,
): boolean {
  const kinds = [...compared.values()].map(({ kind }) => kind);
  const allDone = status.subtasks.length > 0 && status.subtasks.every(({ done }) => done);
  const parentMoves = allDone !== (status.task.statusCategory === 'done');
  return (
    kinds.includes('follow-review') ||
    kinds.includes('conflict') ||
    notes.kind === 'conflict' ||
    notes.kind === 'no-room' ||
    chosen.size > 0 ||
    ((parentsFollow || allDone) && parentMoves)
  );
}
