/** Which questions' notes a run will change, and which it must leave to a person: for the preview and the run alike. */
import type { Identity } from '../../jira/model';
import { identityKey } from '../../jira/ownership';
import { parseNotes } from '../../notes/parse-notes';
import type { Remark } from '../../plan/plan';
import type { Change, Plan } from '../../review-entries/entry';
import type { RunOptions } from '../../review-entries/plan-review';
import { isWhole } from '../../review-entries/scope';
import { mapInFlight, whenAll } from '../../in-flight';
import { ANSWERS_IN_FLIGHT } from '../../wellarchitected/in-flight';
import type { LensReview, Review } from '../../wellarchitected/model';
import { mergeWith } from './decide-answer';
import { NotesSnapshot } from './notes-snapshot';
import type { WriteBackPorts } from './ports';
import { questionKey, questionStatuses, type KnownIssue, type ToldQuestion } from './question-status';
import { notesRemark, staysRemark } from './remarks';

export interface PlannedNotes {
  /** Of the Task. */
  readonly question: Identity;
  /** Absent where the Task is still to be made, or gone. */
  readonly key?: string;
  readonly title: string;
  readonly what: 'add' | 'change' | 'remove';
}

export interface NotesPlan {
  /** In the order of the review, by `questionKey`. */
  readonly planned: ReadonlyMap<string, PlannedNotes>;
  /** What stands in the way, by `questionKey`. */
  readonly remarks: ReadonlyMap<string, Remark>;
  readonly snapshot: NotesSnapshot | undefined;
  /** Notes of a lens that others changed since all of them were read are left to the next day. */
  readonly leavesUnread: boolean;
}

export const NO_NOTES: NotesPlan = {
  ...{ planned: new Map(), remarks: new Map(), snapshot: undefined, leavesUnread: false },
};

export interface NotesInput {
  readonly review: Review;
  readonly plan: Plan;
  readonly options: RunOptions;
  readonly issues: readonly { readonly property: Identity }[];
  /** Whether the block of a question without a Task may go; that the Task is not found is no reason. */
  readonly mayRemove: (task: Identity) => boolean;
  /** Whether every note is read as soon as AWS tells of a change, as where no schedule reads them on the next day. */
  readonly thorough: boolean;
  /** Ids of questions that are read whatever is remembered: an event named them. */
  readonly named: ReadonlySet<string>;
  /** The run began earlier and goes on: its plan was shown then. */
  readonly goesOn: boolean;
  readonly now: number;
}

/** At most so many answers are read before a run begins: a fifth of the requests that an invocation may send. */
export const READ_AHEAD = 300;

/**
 * Reads the notes only where they may have to change: of questions whose status moved or moves in this run, of
 * those that an event named, and of lenses that changed since all their notes were read. Beyond `READ_AHEAD`, and where the run goes on after
 * a pause, what it remembers decides; each answer is read again before it is written anyway. Throws
 * `UpstreamError` where they cannot be read.
 */
export async function planNotes(input: NotesInput, ports: WriteBackPorts): Promise<NotesPlan> {
  const { plan, review } = input;
  const [snapshot, siteUrl] = await whenAll([
    NotesSnapshot.open(ports.memory, review.workload.arn, review.lenses),
    ports.siteUrl(),
  ]);
  const told = questionStatuses(knownIssues(plan), siteUrl);
  const busy = new Set(plan.changes.filter(movesStatus).map(({ entry }) => questionKey(entry.identity)));
  const toRead = [...told.values()].filter((question) => mustRead(question, snapshot, busy, input));
  const ahead = toRead.slice(0, input.goesOn ? 0 : READ_AHEAD);
  const verdicts = await mapInFlight(ahead, ANSWERS_IN_FLIGHT, (question) =>
    foresee(question, { ...input, snapshot, siteUrl }, ports),
  );

  const planned = new Map<string, PlannedNotes>();
  const remarks = new Map<string, Remark>();
  for (const { question, parsed, merged } of verdicts) {
    const { identity, task, title } = question;
    const key = questionKey(identity);
    if (merged.kind !== 'unchanged') snapshot.doubt(identity);
    if (merged.kind === 'conflict' || merged.kind === 'no-room') {
      remarks.set(key, notesRemark({ key: task.key, title }, merged));
    } else if (merged.kind === 'changed' || busy.has(key)) {
      planned.set(key, toPlanned(question, parsed.block.kind !== 'none'));
    } else {
      snapshot.put(identity, 'written' in merged ? merged.written : undefined);
    }
  }
  for (const question of toRead.slice(ahead.length)) {
    const last = snapshot.digestOf(question.identity);
    const mayHaveChanged = busy.has(questionKey(question.identity)) || isNamed(question, input);
    if (mayHaveChanged || last !== question.digest)
      planned.set(questionKey(question.identity), toPlanned(question, last !== undefined));
  }
  const gone = goneTasks(input, snapshot);
  for (const coming of [...newTasks(plan), ...gone.filter(({ question }) => input.mayRemove(question))])
    planned.set(questionKey(coming.question), coming);
  for (const staying of gone.filter(
    ({ question, title }) => !input.mayRemove(question) && !isTold(title, plan),
  ))
    remarks.set(questionKey(staying.question), staysRemark(staying));
  verifyRead(toRead.slice(ahead.length), input, snapshot);
  const leavesUnread = review.lenses.some((lens) => !snapshot.isAsRead(lens));
  return { planned: inReviewOrder(planned, review), remarks, snapshot, leavesUnread };
}

/** Of a run that considers everything. @param unread questions whose notes it would have had to read as well */
function verifyRead(unread: readonly ToldQuestion[], input: NotesInput, snapshot: NotesSnapshot): void {
  if (!isWhole(input.options.selection)) return;
  const lenses = new Set(unread.map(({ identity }) => identity.lens));
  for (const lens of input.review.lenses) if (!lenses.has(lens.identity)) markVerified(lens, input, snapshot);
}

interface ForeseeInput extends NotesInput {
  readonly snapshot: NotesSnapshot;
  readonly siteUrl: string;
}

async function foresee(
  question: ToldQuestion,
  { review, options, snapshot, siteUrl }: ForeseeInput,
  { answers, installation }: WriteBackPorts,
) {
  const { identity, task, status } = question;
  const ref = { lensAlias: aliasOf(review, identity), questionId: identity.question ?? '' };
  const { notes } = await answers.read(ref);
  const parsed = parseNotes(notes, { installation, siteUrl, remembered: snapshot.remembered(identity) });
  return { question, parsed, merged: mergeWith(parsed, { status, keep: options.settle?.get(task.key) }) };
}

function toPlanned({ identity, task, title }: ToldQuestion, hasBlock: boolean): PlannedNotes {
  return { question: identity, key: task.key, title, what: hasBlock ? 'change' : 'add' };
}

/** With the titles as they will be remembered after this run's updates. */
function knownIssues({ matched, changes }: Plan): readonly KnownIssue[] {
  const updates = changes.filter((change) => change.kind === 'update');
  const updated = new Set(updates.map(({ issue }) => issue.id));
  return matched.map(({ entry, issue, memory: { texts } }) => ({
    identity: entry.identity,
    issue,
    title: (updated.has(issue.id) ? texts.updated : texts.kept).summary,
  }));
}

/** What else a run changes leaves the statuses as they are. */
function movesStatus({ kind }: Change): boolean {
  return kind === 'create' || kind === 'close' || kind === 'reopen';
}

function mustRead(
  { identity, digest, task }: ToldQuestion,
  snapshot: NotesSnapshot,
  busy: ReadonlySet<string>,
  input: NotesInput,
): boolean {
  if (busy.has(questionKey(identity)) || snapshot.digestOf(identity) !== digest) return true;
  if (input.options.settle?.has(task.key) || isNamed({ identity }, input)) return true;
  const lens = input.review.lenses.find((each) => each.identity === identity.lens);
  return lens !== undefined && !isVerified(lens, input, snapshot);
}

function isNamed({ identity }: Pick<ToldQuestion, 'identity'>, { named }: NotesInput): boolean {
  return named.has(identity.question ?? '');
}

function isVerified(lens: LensReview, { thorough, now }: NotesInput, snapshot: NotesSnapshot): boolean {
  return thorough ? snapshot.isTrusted(lens, now) : snapshot.isFresh(lens, now);
}

function markVerified(lens: LensReview, input: NotesInput, snapshot: NotesSnapshot): void {
  if (!isVerified(lens, input, snapshot)) snapshot.verified(lens, input.now);
}

function newTasks({ changes }: Plan): readonly PlannedNotes[] {
  return changes.flatMap((change) =>
    change.kind === 'create' && change.entry.level === 'task'
      ? [{ question: change.entry.identity, title: change.entry.content.summary, what: 'add' } as const]
      : [],
  );
}

/** The plan says of the issue itself that it is not found. */
function isTold(title: string, { remarks: { conflicts } }: Plan): boolean {
  return conflicts.some((each) => each.code === 'deleted-in-jira' && each.title === title);
}

/** Blocks whose Task is not found, of a run that considers everything. */
function goneTasks(
  { review, issues, plan, options }: NotesInput,
  snapshot: NotesSnapshot,
): readonly PlannedNotes[] {
  if (!isWhole(options.selection)) return [];
  const there = new Set([
    ...issues.map(({ property }) => identityKey(taskOf(property))),
    ...newTasks(plan).map(({ question }) => identityKey(question)),
  ]);
  return review.lenses.flatMap(({ identity: lens, pillars }) => {
    const told = new Set(snapshot.told(lens));
    return pillars
      .flatMap(({ questions }) => questions)
      .filter(({ id }) => told.has(id))
      .map(({ id, title }) => ({
        question: { workload: review.workload.arn, lens, question: id },
        title,
        what: 'remove' as const,
      }))
      .filter(({ question }) => !there.has(identityKey(question)));
  });
}

function taskOf({ workload, lens, question }: Identity): Identity {
  return {
    workload,
    ...(lens === undefined ? {} : { lens }),
    ...(question === undefined ? {} : { question }),
  };
}

/** The name by which AWS takes the lens of a question. */
export function aliasOf(review: Review, { lens }: Identity): string {
  return review.lenses.find(({ identity }) => identity === lens)?.alias ?? lens ?? '';
}

function inReviewOrder(
  planned: ReadonlyMap<string, PlannedNotes>,
  { workload, lenses }: Review,
): ReadonlyMap<string, PlannedNotes> {
  const order = lenses.flatMap(({ identity: lens, pillars }) =>
    pillars.flatMap(({ questions }) =>
      questions.map(({ id: question }) => questionKey({ workload: workload.arn, lens, question })),
    ),
  );
  return new Map(
    order.flatMap((key) => {
      const found = planned.get(key);
      return found === undefined ? [] : [[key, found] as const];
    }),
  );
}
