/** What an account's administrators and reviewers do by hand, for the site's start and for tests. */
import type { Clock } from '../clock';
import type { Store } from '../store/store';
import { REGION } from './account';
import type { Failures, PlannedFailure } from './failures';
import type { Principals } from './iam/principals';
import { hexId, nextNumber } from './ids';
import type { Lens } from './lens/lens';
import { answerKey, answerOf, type AnswerUpdate, updateAnswer } from './wellarchitected/answers';
import { findQuestion, findReview, findWorkload, type Review } from './wellarchitected/find';
import { findLens, lensOf, publishLens, publishVersion } from './wellarchitected/lens-catalogue';
import type { Scene } from './wellarchitected/operation';
import type { PublishedLens, Records, WorkloadRecord } from './wellarchitected/records';
import {
  addReviews,
  forgetAnswers,
  newWorkload,
  removeReviews,
  removeWorkload,
  requireLenses,
  touchReview,
} from './wellarchitected/workloads';

export interface NewWorkload {
  /** 3..100 characters. AWS refuses a name twice in an account and Region; administration does not. */
  readonly name: string;
  /** Aliases or ARNs of published lenses. */
  readonly lenses: readonly string[];
  /** What makes the workload's id; default: a counter. A known identity is the workload that has it. */
  readonly identity?: string;
  /** Default us-east-1. */
  readonly region?: string;
  /** Default: the account itself. */
  readonly owner?: string;
  /** Members as the API names them, such as `AwsRegions`. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Every change is committed before the function returns. What does not exist throws AwsError. */
export interface AwsAdmin extends Pick<Principals, 'putUser' | 'putRole'> {
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
  failNext(failure: PlannedFailure): void;
  /** Makes every change inside durable at once. */
  batch<R>(act: () => R): R;
}

export interface AdminParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly account: string;
  readonly principals: Principals;
  readonly records: Records;
  readonly failures: Failures;
}

export function createAdmin(parts: AdminParts): AwsAdmin {
  const { store, records, principals } = parts;
  let batches = 0;
  function batch<R>(act: () => R): R {
    batches += 1;
    try {
      return act();
    } finally {
      batches -= 1;
      if (batches === 0) store.commit();
    }
  }
  function committed<A extends unknown[], R>(act: (...args: A) => R): (...args: A) => R {
    return (...args) => batch(() => act(...args));
  }
  return {
    putUser: committed((user) => principals.putUser(user)),
    putRole: committed((role) => principals.putRole(role)),
    publishLens: committed((lens, identity) => publish(parts, lens, identity)),
    lenses: () => [...records.newest.values()].map((key) => lensOf(records, key)),
    workloads: () => [...records.workloads.values()],
    addWorkload: committed((workload) => addWorkload(parts, workload)),
    deleteWorkload: committed((id) => removeWorkload(records, workloadOf(parts, id))),
    addLens: committed((id, alias) => {
      const scene = sceneOf(parts, id);
      addReviews(scene, findWorkload(scene, id), requireLenses(scene, [alias]));
    }),
    removeLens: committed((id, alias) => {
      const { workload, lens } = reviewOf(parts, id, alias);
      removeReviews(records, workload, [lens], parts.clock.now());
    }),
    setAnswer: committed((id, alias, questionId, update) => setAnswer(parts, id, alias, questionId, update)),
    emptyReview: committed((id, alias) => emptyReview(parts, id, alias)),
    upgradeLens: committed((alias, change) => upgradeLens(parts, alias, change)),
    failNext: (failure) => parts.failures.plan(failure),
    batch,
  };
}

function publish(parts: AdminParts, lens: Lens, identity = lens.name): PublishedLens {
  const { account, clock } = parts;
  return publishLens(parts.records, lens, { account, region: REGION, identity, now: clock.now() });
}

function addWorkload(parts: AdminParts, workload: NewWorkload): WorkloadRecord {
  const { account, records } = parts;
  const { name, lenses, region = REGION, owner = account, details } = workload;
  const identity = workload.identity ?? `${nextNumber(records.counters, 'admin-workload')}`;
  const id = hexId(`admin-workload/${identity}`);
  const known = records.workloads.get(id);
  if (known !== undefined) return known;
  const scene = { ...parts, region, versionedLensArns: false };
  return newWorkload(scene, {
    id,
    owner,
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
}

function emptyReview(parts: AdminParts, id: string, alias?: string): void {
  const { records, clock } = parts;
  const workload = workloadOf(parts, id);
  const lenses = workload.reviews.map(({ lensKey }) => lensOf(records, lensKey));
  const emptied = alias === undefined ? lenses : [reviewOf(parts, id, alias).lens];
  for (const lens of emptied) {
    forgetAnswers(records, id, lens);
    touchReview(records, reviewOf(parts, id, lens.alias), clock.now());
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
  }
  return after;
}

function workloadOf(parts: AdminParts, id: string): WorkloadRecord {
  return findWorkload(sceneOf(parts, id), id);
}

function reviewOf(parts: AdminParts, id: string, alias: string): Review {
  return findReview(sceneOf(parts, id), { WorkloadId: id, LensAlias: alias });
}

/** Administration sees a workload from its own Region. */
function sceneOf(parts: AdminParts, workloadId: string): Scene {
  const region = parts.records.workloads.get(workloadId)?.region ?? REGION;
  return { ...parts, region, versionedLensArns: false };
}
