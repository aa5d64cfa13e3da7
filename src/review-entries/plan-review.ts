import { makePlan } from '../plan/make-plan';
import type { PlanInput, RunOptions as PlanOptions } from '../plan/plan';
import type { EffectiveSettings, Scope, Selection } from '../settings/model';
import type { Review } from '../wellarchitected/model';
import { asWritten, unreadOf } from './as-written';
import type { Plan, ReviewEntry } from './entry';
import type { IssueWords } from './issue-words';
import { toPlanLink, type Link } from './link';
import { reviewSource } from './source';

export interface ReviewPlanInput extends Omit<
  PlanInput<ReviewEntry>,
  'source' | 'settings' | 'run' | 'links' | 'unread'
> {
  readonly review: Review;
  readonly settings: Pick<EffectiveSettings, 'scope' | 'selection' | 'parentsFollow' | 'resolveSelects'>;
  readonly run: RunOptions;
  /** Of descriptions, where not the app's own of today. */
  readonly words?: IssueWords;
  /** By `identityKey`. */
  readonly links: ReadonlyMap<string, Link>;
  /** What was read: all of the review and its issues, or one question of it. */
  readonly reads: 'workload' | 'question';
}

/** What holds for one run alone. */
export interface RunOptions extends PlanOptions {
  readonly scope?: Scope;
  readonly selection: Selection;
  /** Take the blocks out of the notes whose Task is not found; by default only where Jira told that it was deleted. */
  readonly removeBlocks?: boolean;
}

/** Plans the issues of a review; see `makePlan`. */
export function planReview({ review, settings, run, links, reads, words, ...input }: ReviewPlanInput): Plan {
  const covered = { scope: run.scope ?? settings.scope, selection: settings.selection };
  const source = reviewSource(review, covered, run.selection, words);
  const isPart = reads === 'question';
  return makePlan<ReviewEntry>({
    ...input,
    source: isPart ? { ...source, entries: asWritten(source.entries, links, input.issues) } : source,
    ...(isPart ? { unread: unreadOf(links, input.issues) } : {}),
    settings,
    run,
    links: new Map([...links].map(([key, link]) => [key, toPlanLink(link)])),
  });
}
