/** What the app asks of Jira. `client/` implements it over REST v3; tests and `sync` see only this. */
import type { Reason } from '../reason';
import type { UpstreamError } from '../upstream-error';
import type { Guide } from './ways';
import type {
  AdfDocument,
  AnyIssue,
  Claim,
  Claims,
  IssuePatch,
  MakeSettings,
  Named,
  OurIssue,
  OwnershipProperty,
  Place,
  Trace,
  ProjectProfile,
  ProjectRef,
} from './model';

export type { IssuePatch } from './model';
export { LEVELS } from './model';

export interface Jira {
  /** Requests sent so far, retries included. */
  calls(): number;

  /** Where people find the site: scheme, host and path, without a trailing slash. Http or https. */
  siteUrl(): Promise<string>;

  /** The project of an id or a key, also a former key; `undefined` where none is there or it is hidden. */
  project(idOrKey: string): Promise<ProjectRef | undefined>;

  /** Of a project to which issues were moved; one that is gone or hidden takes no edits. Two requests. */
  place(projectId: string): Promise<Place>;

  /**
   * Reads what the project offers and what it demands of issues that are made as settings say. Problems are
   * everything that would make a create fail, each named: a level without an issue type, or with several of
   * which none is known to be meant, a required field that the app does not fill.
   */
  profile(projectIdOrKey: string, make: MakeSettings): Promise<ProfileAnswer>;

  /**
   * The statuses of category done that the workflow of each issue type has, in Jira's order. Which of them an issue
   * can reach, only its transitions tell.
   */
  doneStatuses(projectId: string): Promise<DoneStatuses>;

  /** The app's own account: the creator of what it makes. */
  account(): Promise<string>;

  /**
   * Ids of the issues of one project that the search index shows for a workload, made by one of these creators.
   * The index lags by seconds to minutes: a missing id proves nothing.
   */
  search(claims: Claims): Promise<readonly string[]>;

  /** As `search`, made by anybody else, or by nobody that Jira knows. */
  searchOthers(claims: Claims): Promise<readonly string[]>;

  /**
   * As `search`, whoever made them, but for those that are known, so many at most; `more`: there are others. One request
   * that costs what it finds, for who knows nearly all of them: who made the rest shows when they are read. Where Jira
   * refuses to leave them out, or there are more than 1,000, a search for all of them takes its place.
   */
  searchUnknown(
    claims: Omit<Claims, 'creators'>,
    knownIds: readonly string[],
    most: number,
  ): Promise<ClaimedIds>;

  /** The newest of those by others, 100 at most; `more`: there are others. One request. */
  showOthers(claims: Claims): Promise<ClaimsPage>;

  /**
   * The issues that say they are ours, of any workload, in these projects (by id; one that is gone is left
   * out), and were updated within the last `minutes` (rounded up; more than 0), whoever did it, or whose status
   * category changed then; without descriptions, labels and Sub-tasks. The index lags by seconds to minutes, so ask for
   * more than the time since the last look; deleted issues are not in it. One search for 50 projects, in pages of 100.
   */
  recentlyMoved(minutes: number, projectIds: readonly string[]): Promise<readonly OurIssue[]>;

  /**
   * Reads issues by id or key, strongly consistent, in any number; follows moved issues. What does not
   * exist or is hidden is silently absent.
   */
  fetch(idsOrKeys: readonly string[]): Promise<readonly AnyIssue[]>;

  /** Whether Jira has an issue of this id and shows it to the app; false does not tell deleted from hidden. */
  isThere(id: string): Promise<boolean>;

  /** The highest issue number of the project that the index knows; 0 for none. A lower bound. */
  lastNumber(projectKey: string): Promise<number>;

  /**
   * Reads the issues with our property among those whose number follows `afterNumber`, by key and so strongly
   * consistent: what a create whose answer was lost may have made. Reads on in windows of 100 keys until two in a row hold
   * nobody's issue; `complete` is false if that did not happen within 20 windows.
   */
  scan(
    projectKey: string,
    afterNumber: number,
  ): Promise<{ readonly issues: readonly OurIssue[]; readonly complete: boolean }>;

  /**
   * One bulk create of at most 50 issues. Never retried where its answer can be lost; throws a retryable
   * `UpstreamError` where Jira did not look at it (429, 401, 403): then nothing was made.
   *
   * @param announce called directly before each time that it is sent, those after a wait included; what it throws is
   * passed on, and nothing is sent
   */
  create(drafts: readonly IssueDraft[], announce: () => Promise<void>): Promise<CreateAnswer>;

  /**
   * What others than the account left on an issue: who made it, comments, worklogs, attachments, links, Sub-tasks and
   * all edits; `undefined` where it is not there. Children of an Epic are not looked for.
   */
  traces(id: string, account: string): Promise<readonly Trace[] | undefined>;

  /**
   * Deletes an issue for good, unless it has Sub-tasks; one that is gone already is deleted. Sent once: who tries again
   * after a retryable `UpstreamError` waits (`waitAfter`) and asks for traces anew.
   */
  remove(id: string): Promise<WriteAnswer>;

  /**
   * Sent once. A retryable `UpstreamError` leaves open whether it was done, and what the patch was decided on has to be
   * read again, after `waitAfter`.
   */
  update(id: string, patch: IssuePatch): Promise<WriteAnswer>;

  /**
   * Waits before the next try of what failed so; `attempt` counts from 0. False, and at once, where waiting is not worth
   * it: see `details.retryAfterSeconds`.
   */
  waitAfter(error: UpstreamError, attempt: number): Promise<boolean>;

  /**
   * Moves an issue to a done status, or back to one that is not done: straight where the workflow leads there,
   * else through statuses that are not done, in at most five steps.
   *
   * @param issue as it was when the move was decided on: where its status is another one by now, that stays
   */
  move(issue: Movable, to: MoveTarget, guide?: Guide): Promise<MoveAnswer>;

  /**
   * Whether a move would set or clear the resolution as its target asks, as far as screens tell: those of the transition
   * and the issue's edit screen. Nothing is written. `unknown`: no transition leads there straight.
   */
  foresee(issue: Movable, to: MoveTarget, guide?: Guide): Promise<Foreseen>;

  /**
   * Resolves an issue that is done in another way, by a transition that stays in its status, or leads to one that is
   * named, or by its edit screen. `not-offered`: none of them offers it; nothing was written. Refused where people
   * changed status or resolution since the issue was read.
   */
  resolve(issue: IssueNow & { readonly id: string }, as: DoneAs): Promise<ResolveAnswer>;
}

/** Without a status it moves from wherever it stands. */
export type Movable = Pick<OurIssue, 'id'> & { readonly status?: Named };

export interface ClaimedIds {
  readonly ids: readonly string[];
  readonly more: boolean;
}

export interface ClaimsPage {
  readonly claims: readonly Claim[];
  readonly more: boolean;
}

/** By id of the issue type; none of a type that the project does not have. */
export type DoneStatuses = ReadonlyMap<string, DoneStatusesOfType>;

export interface DoneStatusesOfType {
  /** Of the issue type. */
  readonly name: string;
  readonly statuses: readonly Named[];
}

export type ProfileAnswer =
  | { readonly kind: 'ready'; readonly profile: ProjectProfile }
  | { readonly kind: 'blocked'; readonly problems: readonly Reason[] };

export interface IssueDraft {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly parentId?: string;
  readonly summary: string;
  /** Left out where the create screen has no description. */
  readonly description?: AdfDocument;
  /** Empty where the create screen has no labels. */
  readonly labels: readonly string[];
  readonly priorityId?: string;
  /** What settings give to other fields, by id, as Jira takes it; the app's own fields win. */
  readonly fieldValues?: Readonly<Record<string, unknown>>;
  readonly property: OwnershipProperty;
}

/**
 * - `answered`: Jira said which were made (unordered: match them by property) and why others were not
 *   (`index` is the position in the drafts).
 * - `lost`: no answer, or one that does not say (timeout, 5xx): some, all or none may exist.
 */
export type CreateAnswer =
  | {
      readonly kind: 'answered';
      readonly created: readonly { readonly id: string; readonly key: string }[];
      readonly rejected: readonly { readonly index: number; readonly reason: Reason }[];
    }
  | { readonly kind: 'lost'; readonly reason: Reason };

export type WriteAnswer =
  | {
      readonly kind: 'applied';
      /** As Jira has the issue after that, where it was read. */
      readonly now?: IssueNow;
    }
  | { readonly kind: 'refused'; readonly code: string; readonly reason: Reason };

export type ResolveAnswer = WriteAnswer | { readonly kind: 'not-offered' };

/**
 * `walked`: statuses in the order in which the issue had them, the first where it stood, one more for each step.
 * - `applied`: the last of them is the target, or it was there already.
 * - `refused`: it stays where it stood.
 * - `stuck`: steps were made, and the workflow leads no further. `interrupted`: something else ended the walk, for
 *   example a person who moved the issue meanwhile. `at` is its status now.
 */
export type MoveAnswer =
  | {
      readonly kind: 'applied';
      readonly walked: readonly Named[];
      /** As Jira has the issue after that, where it was read. */
      readonly now?: IssueNow;
    }
  | Extract<WriteAnswer, { kind: 'refused' }>
  | {
      readonly kind: 'stuck' | 'interrupted';
      readonly at: Named;
      readonly walked: readonly Named[];
      readonly reason: Reason;
    };

export type Foreseen = 'as-wanted' | 'not-offered' | 'unknown';

/** How far an issue is. */
export type IssueNow = Pick<OurIssue, 'status' | 'resolution'>;

export type MoveTarget =
  | {
      readonly to: 'done';
      readonly statusId?: string;
      /** How it should be done, where the workflow offers that; what came of it is read. */
      readonly as?: DoneAs;
      readonly resolution?: WasResolved;
    }
  | {
      readonly to: 'open';
      /** The issue has a resolution, which goes where the screen lets it; what came of it is read. */
      readonly isResolved?: boolean;
      /** The status that is preferred where the workflow leads straight to it. */
      readonly statusId?: string;
      readonly resolution?: WasResolved;
    };

/**
 * What is put back: the id of the resolution that the issue had, `null` for none. It is given where the screen lets it,
 * and what came of it is read.
 */
export type WasResolved = string | null;

/** Ways to be done that all mean the same, by ids and in order of preference. */
export interface DoneAs {
  readonly resolutionIds: readonly string[];
  readonly statusIds: readonly string[];
  /** Resolutions that mean something else: set only where the screen demands one and offers no other. */
  readonly otherResolutionIds: readonly string[];
}
