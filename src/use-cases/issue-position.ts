/** What the panel shows of an issue of ours: from the issue alone, and with what AWS says. Pure. */
import type { IssueInReview } from '../contract/issues';
import type { OurIssue } from '../jira/model';
import type { QuestionRef } from '../links/issue-index';
import type { OwnQuestion } from '../notes/installation';
import { splitNotes } from '../notes/split-notes';
import type { KnownReview } from '../reviews/review-memory';
import { workloadUrl } from './review-overview';
import { riskIn } from './triage-row';
import { parseLensArn, type WorkloadRef } from '../wellarchitected/arn';
import { consoleLink } from '../wellarchitected/console-link';
import type { GuidanceLink } from '../wellarchitected/model';
import type { AnsweredQuestion, PlacedQuestion } from '../wellarchitected/page-reads';
import { safeText } from '../wellarchitected/parse/text';

/** Where it sits; what is not known is left out. */
export type Position = Pick<
  IssueInReview,
  'lens' | 'lensAlias' | 'pillar' | 'question' | 'practice' | 'guidance' | 'consoleUrl' | 'notes'
>;

/** The level that a property speaks of, whatever the type of its issue. */
export function levelOfIdentity({ question, choice }: OurIssue['property']): OurIssue['level'] {
  if (question === undefined) return 'epic';
  return choice === undefined ? 'task' : 'subtask';
}

/**
 * Whether the issue is what its property says, as far as the app remembers: whoever edits an issue can write its
 * property. Which of its question's best practices a Sub-task is, only the property says.
 */
export function isBelievable(
  { level, property }: Pick<OurIssue, 'level' | 'property'>,
  place: QuestionRef | undefined,
): boolean {
  return (
    level === levelOfIdentity(property) &&
    place?.workloadArn === property.workload &&
    place.lens === property.lens &&
    place.question === property.question
  );
}

/** What the issue itself says, for where AWS is not asked. */
export function positionFromIssue({ property, summary }: OurIssue, workload: WorkloadRef): Position {
  const { lens, pillar, question, choice } = property;
  if (lens === undefined || question === undefined) {
    return { guidance: [], consoleUrl: workloadUrl(workload) };
  }
  const risk = riskIn(property.risk);
  const title = choice === undefined ? summary : question;
  return {
    lens,
    ...(pillar === undefined ? {} : { pillar }),
    ...(risk === undefined ? {} : { question: { id: question, title, risk } }),
    ...(choice === undefined ? {} : { practice: { id: choice, title: summary } }),
    guidance: [],
    consoleUrl: workloadUrl(workload),
  };
}

/**
 * @param question with notes where the app may read them
 * @param own tells the app's block in the notes from those of others, and from what others put in its place
 */
export function placeFromReview(
  { property, summary }: OurIssue,
  workload: WorkloadRef,
  review: KnownReview,
  question: PlacedQuestion | AnsweredQuestion,
  own: OwnQuestion,
): Position {
  const lens = review.lenses.find(({ identity }) => identity === property.lens);
  const { id, title, risk, pillarId } = question;
  const practice = question.practices.find((each) => each.id === property.choice);
  const found = practice && { id: practice.id, title: practice.title, state: practice.state };
  const gone = property.choice === undefined ? undefined : { id: property.choice, title: summary };
  const shown = found ?? gone;
  return {
    lens: lens?.name ?? property.lens ?? '',
    ...(lens ? { lensAlias: lens.alias } : {}),
    pillar: lens?.pillars.find((pillar) => pillar.id === pillarId)?.name ?? pillarId,
    question: { id, title, risk },
    ...(shown ? { practice: shown } : {}),
    guidance: distinct([...(practice?.guidance ?? []), ...question.guidance]),
    consoleUrl: consoleLink({
      region: workload.region,
      workloadId: workload.id,
      owner: workload.account,
      lensAlias: lens?.alias ?? aliasOf(property.lens ?? ''),
      pillarId,
      questionId: id,
    }),
    ...('notes' in question ? { notes: shownNotes(question.notes, own) } : {}),
  };
}

/** As AWS takes a lens whose alias is not known: an AWS lens goes by its name, a custom one by its ARN. */
export function aliasOf(lens: string): string {
  return parseLensArn(lens)?.kind === 'custom' ? lens : (lens.split('/').at(-1) ?? lens);
}

function shownNotes(notes: string, own: OwnQuestion): NonNullable<IssueInReview['notes']> {
  const { people, block } = splitNotes(notes, own);
  return {
    people: safeText(people),
    ...(block === undefined ? {} : { block: { ...block, text: safeText(block.text) } }),
  };
}

function distinct(links: readonly GuidanceLink[]): IssueInReview['guidance'] {
  return [...new Map(links.map((link) => [link.url, { ...link }])).values()];
}
