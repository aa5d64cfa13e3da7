/** What an account's administrators and reviewers do by hand, for the site's start and for tests. */
import type { Store } from '../store/store';
import { ACCOUNT, REGION } from './account';
import { byHand } from './by-hand';
import { committing } from './commit';
import { type EventsDeployment, eventsStack } from './deploy-events';
import type { Site } from './endpoint';
import type { PlannedFailure } from './failures';
import { createIamAdmin, type IamAdmin } from './iam/administration';
import { hexId, nextNumber } from './ids';
import type { Lens } from './lens/lens';
import type { RegionOff } from './region-state';
import { answerKey, answerOf, type AnswerUpdate, updateAnswer } from './wellarchitected/answers';
import { findQuestion, findReview, findWorkload, type Review } from './wellarchitected/find';
import { findLens, lensOf, publishLens, publishVersion, questionsOf } from './wellarchitected/lens-catalogue';
import type { PublishedLens, WorkloadRecord } from './wellarchitected/records';
import {
  addReviews,
  forgetAnswers,
  newWorkload,
  removeReviews,
  removeWorkload,
  requireLenses,
  touchReview,
} from './wellarchitected/workloads';
import { type AdminParts, createWorkloadAdmin, sceneOf, type WorkloadAdmin } from './workload-admin';

export interface NewWorkload {
  /** 3..100 characters. AWS refuses a name twice in an account and Region; administration does not. */
  readonly name: string;
  /** Aliases or ARNs of published lenses. */
  readonly lenses: readonly string[];
  /** What makes the workload's id; default: a counter. A known identity is the workload that has it. */
  readonly identity?: string;
  /** Default us-east-1. */
  readonly region?: string;
  /** Who owns it. Default 111122223333. */
  readonly account?: string;
  /** Accounts that may see it and contribute to it as well. */
  readonly sharedWith?: readonly string[];
  /** Members as the API names them, such as `AwsRegions`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * Every change is committed before the function returns. What does not exist throws AwsError. Changes of reviews
 * are made by the owner's user `reviewer`, as far as EventBridge is concerned.
 */
export interface AwsAdmin extends IamAdmin, WorkloadAdmin {
  /** @param identity tells two custom lenses of one name apart; default: the lens's name. */
  publishLens(lens: Lens, identity?: string): PublishedLens;
  lenses(): readonly PublishedLens[];
  workloads(): readonly WorkloadRecord[];
  addWorkload(workload: NewWorkload): WorkloadRecord;
  deleteWorkload(workloadId: string): void;
  addLens(workloadId: string, alias: string): void;
  /** Any lens, the framework too; its answers go with it. */
  removeLens(workloadId: string, alias: string): void;
  /** Answers a question as UpdateAnswer does. */
  setAnswer(workloadId: string, alias: string, questionId: string, update: AnswerUpdate): void;
  /** Makes every question of one lens, or of all, unanswered and without notes. */
  emptyReview(workloadId: string, alias?: string): void;
  /** Publishes a new version of a lens and upgrades every workload that uses it; answers stay. */
  upgradeLens(alias: string, change: (lens: Lens) => Lens): PublishedLens;
  /** Deploys `aws/events.yaml`. @returns its outputs. @throws AwsError as `deployStack` does. */
  deployEvents(deployment: EventsDeployment): Readonly<Record<string, string>>;
  failNext(failure: PlannedFailure): void;
  /**
   * Switches a Region off, for one account or for all. `sts-deactivated`, the default: STS there gives no
   * credentials for the account's roles. `not-opted-in`: nothing there knows the account's keys either.
   */
  disableRegion(region: string, account?: string, kind?: RegionOff): void;
  /** For one account that was named, or for all; an opt-in Region is off until then. */
  enableRegion(region: string, account?: string): void;
  /** From now on the tool's host name there does not resolve. */
  withdrawService(region: string): void;
  restoreService(region: string): void;
  /** From now on AWS's clock is that many milliseconds ahead of the site's; negative: behind. */
  skewClock(ms: number): void;
  /** AWS's time, in milliseconds since the epoch. */
  now(): number;
  /** Makes every change inside durable at once. */
  batch<R>(act: () => R): R;
}

export function createAdmin(store: Store, site: Site): AwsAdmin {
  const { records, regions } = site;
  const commits = committing(store);
  const { committed } = commits;
  const iam = createIamAdmin(store, site, commits);
  return {
    ...iam,
    ...createWorkloadAdmin(site, commits),
    deployEvents: (deployment) => iam.deployStack(eventsStack(deployment)),
    publishLens: committed((lens, identity) => publish(site, lens, identity)),
    lenses: () => [...records.newest.values()].map((key) => lensOf(records, key)),
    workloads: () => [...records.workloads.values()],
    addWorkload: committed((workload) => addWorkload(site, workload)),
    deleteWorkload: committed((id) => {
      const workload = workloadOf(site, id);
      removeWorkload(records, workload);
      byHand(site, workload, 'DeleteWorkload');
    }),
    addLens: committed((id, alias) => {
      const scene = sceneOf(site, id);
      const workload = findWorkload(scene, id);
      addReviews(scene, workload, requireLenses(scene, [alias]));
      byHand(site, workload, 'AssociateLenses', { LensAliases: [alias] });
    }),
    removeLens: committed((id, alias) => {
      const { workload, lens } = reviewOf(site, id, alias);
      removeReviews(records, workload, [lens], site.clock.now());
      byHand(site, workload, 'DisassociateLenses', { LensAliases: [alias] });
    }),
    setAnswer: committed((id, alias, questionId, update) => setAnswer(site, id, alias, questionId, update)),
    emptyReview: committed((id, alias) => emptyReview(site, id, alias)),
    upgradeLens: committed((alias, change) => upgradeLens(site, alias, change)),
    failNext: (failure) => site.failures.plan(failure),
    disableRegion: committed((region, account, kind = 'sts-deactivated') =>
      regions.disable(region, account, kind),
    ),
    enableRegion: committed((region, account) => regions.enable(region, account)),
    withdrawService: committed((region) => regions.withdrawService(region)),
    restoreService: committed((region) => regions.restoreService(region)),
    skewClock: committed((ms) => regions.setSkew(ms)),
    now: () => site.clock.now(),
    batch: (act) => commits.batch(act),
  };
}

function publish(parts: AdminParts, lens: Lens, identity = lens.name): PublishedLens {
  const publication = { account: ACCOUNT, region: REGION, identity, now: parts.clock.now() };
  return publishLens(parts.records, lens, publication);
}

function addWorkload(parts: Site, workload: NewWorkload): WorkloadRecord {
  const { records } = parts;
  const { name, lenses, region = REGION, account = ACCOUNT, sharedWith = [], details } = workload;
  const identity = workload.identity ?? `${nextNumber(records.counters, 'admin-workload')}`;
  const id = hexId(`admin-workload/${identity}`);
  const known = records.workloads.get(id);
  if (known !== undefined) return known;
  // A workload is only in a Region that its account has enabled.
  if (parts.regions.isOff(region, account) === 'not-opted-in') parts.regions.enable(region, account);
  const scene = { ...parts, account, region, versionedLensArns: false };
  return newWorkload(scene, {
    id,
    owner: account,
    sharedWith,
    lenses: requireLenses(scene, lenses),
    details: {
      Description: `A review of ${name}`.slice(0, 250),
      Environment: 'PREPRODUCTION',
      AwsRegions: [region],
      ReviewOwner: 'review-owner@example.invalid',
      ...details,
      WorkloadName: name,
    },
  });
}

function setAnswer(
  parts: AdminParts,
  id: string,
  alias: string,
  questionId: string,
  update: AnswerUpdate,
): void {
  const { records, clock } = parts;
  const review = reviewOf(parts, id, alias);
  const { question } = findQuestion(review.lens, questionId);
  const answer = answerOf(records, id, review.lens, question);
  records.answers.set(answerKey(id, review.lens, question.id), updateAnswer(question, answer, update));
  touchReview(records, review, clock.now());
  byHand(parts, review.workload, 'UpdateAnswer', { LensAlias: alias, QuestionId: questionId, ...update });
}

function emptyReview(parts: AdminParts, id: string, alias?: string): void {
  const { records, clock } = parts;
  const workload = workloadOf(parts, id);
  const lenses = workload.reviews.map(({ lensKey }) => lensOf(records, lensKey));
  const emptied = alias === undefined ? lenses : [reviewOf(parts, id, alias).lens];
  for (const lens of emptied) {
    forgetAnswers(records, id, lens);
    touchReview(records, reviewOf(parts, id, lens.alias), clock.now());
    for (const { id: QuestionId } of questionsOf(lens)) {
      byHand(parts, workload, 'UpdateAnswer', { LensAlias: lens.alias, QuestionId });
    }
  }
}

function upgradeLens(parts: AdminParts, alias: string, change: (lens: Lens) => Lens): PublishedLens {
  const { records, clock } = parts;
  const before = findLens(records, alias);
  if (before === undefined) throw new Error(`no lens is called ${alias}`);
  const now = clock.now();
  const after = publishVersion(records, before, change(before), now);
  for (const workload of [...records.workloads.values()]) {
    const uses = (lensKey: string): boolean => lensOf(records, lensKey).arn === after.arn;
    if (!workload.reviews.some(({ lensKey }) => uses(lensKey))) continue;
    const reviews = workload.reviews.map((review) =>
      uses(review.lensKey) ? { lensKey: after.key, updatedAt: now } : review,
    );
    records.workloads.set(workload.id, { ...workload, updatedAt: now, reviews });
    byHand(parts, workload, 'UpgradeLensReview', { LensAlias: after.alias });
  }
  return after;
}

function workloadOf(parts: AdminParts, id: string): WorkloadRecord {
  return findWorkload(sceneOf(parts, id), id);
}

function reviewOf(parts: AdminParts, id: string, alias: string): Review {
  return findReview(sceneOf(parts, id), { WorkloadId: id, LensAlias: alias });
}
