/** What connections reach of AWS, in memory: one review with its answers, keys of users, and tests of Regions. */
import { lensTimesOf } from './review';
import type { AwsAccess } from '../../src/connection/aws-access';
import type { Connection, RegionTest } from '../../src/connection/model';
import { UpstreamError } from '../../src/upstream-error';
import type { AccountConnector, Review } from '../../src/wellarchitected/model';
import type { Milestones } from '../../src/wellarchitected/milestones';
import type { LensOverview, PageReads, PlacedQuestion } from '../../src/wellarchitected/page-reads';
import type { ReviewSource, WorkloadSummary } from '../../src/wellarchitected/source';
import { MemoryAnswers } from './memory-answers';
import { asReason } from '../../src/reason';

type Call =
  keyof ReviewSource | keyof PageReads | keyof Milestones | 'openReviews' | 'openAnswers' | 'identifyKey';

export class MemoryAws implements AwsAccess {
  answers: MemoryAnswers;
  accountConnector: AccountConnector = 'DISABLED';
  /** What a call meets in place of an answer. */
  trouble: (call: Call) => Error | undefined = () => undefined;
  /** Each call in order. */
  readonly asked: Call[] = [];
  /** Under which names sessions were opened. */
  readonly sessions: string[] = [];
  /** IAM users, by access key ID. */
  readonly users = new Map<string, string>();
  /** What testing a Region finds. */
  finding: (connection: Connection, region: RegionTest['region']) => Promise<RegionTest> = (_, region) =>
    Promise.resolve({ region, at: '2026-01-02T00:00:00.000Z', ok: true, checks: [] });

  constructor(public review: Review) {
    this.answers = MemoryAnswers.of(review);
  }

  async openReviews(_connectionId: string, _region: string, run: { readonly runId: string }) {
    this.sessions.push(run.runId);
    await this.hear('openReviews', undefined);
    return this.source();
  }

  async openAnswers() {
    return this.hear('openAnswers', this.answers);
  }

  async identifyKey({ accessKeyId }: { readonly accessKeyId: string }) {
    const principalArn = this.users.get(accessKeyId);
    await this.hear('identifyKey', undefined);
    if (principalArn === undefined) throw new UpstreamError(asReason('AWS does not know the key.'), REFUSED);
    return { principalArn };
  }

  principalOf(key: { readonly accessKeyId: string; readonly principalArn?: string } | undefined) {
    return Promise.resolve(key && (key.principalArn ?? this.users.get(key.accessKeyId)));
  }

  async testRegion({ connection, region }: Parameters<AwsAccess['testRegion']>[0]) {
    const { checks, ...test } = await this.finding(connection, region);
    return { ...test, checks: checks.map((check) => ({ ...check })) };
  }

  /** Reads that no use case makes are left out: whoever calls one meets a TypeError. */
  private source(): ReviewSource & PageReads & Milestones {
    const { workload, lenses } = this.review;
    const answers: Partial<ReviewSource & PageReads & Milestones> = {
      calls: () => this.asked.length,
      workloads: () => this.hear('workloads', [summaryOf(this.review)]),
      accountConnector: () => this.hear('accountConnector', this.accountConnector),
      workload: () => this.hear('workload', structuredClone(workload)),
      review: () => this.hear('review', structuredClone(this.review)),
      lensTimes: () => this.hear('lensTimes', lensTimesOf(this.review)),
      lenses: () => this.hear('lenses', lenses.map(overviewOf)),
      questions: (_, { alias }) => this.hear('questions', this.placed(alias)),
      answer: (_, { alias }, questionId) => this.hear('answer', this.answered(alias, questionId)),
    };
    return answers as ReviewSource & PageReads & Milestones;
  }

  private placed(alias: string): readonly PlacedQuestion[] {
    const pillars = this.review.lenses.filter((lens) => lens.alias === alias).flatMap((lens) => lens.pillars);
    return pillars.flatMap(({ id: pillarId, questions }) => questions.map((each) => ({ ...each, pillarId })));
  }

  private answered(alias: string, questionId: string) {
    const found = this.placed(alias).find(({ id }) => id === questionId);
    if (!found) throw new UpstreamError(asReason('AWS does not know the question.'), REFUSED);
    return { ...found, notes: this.answers.at(`${alias}/${questionId}`).notes };
  }

  private hear<T>(call: Call, answer: T): Promise<T> {
    this.asked.push(call);
    const trouble = this.trouble(call);
    return trouble ? Promise.reject(trouble) : Promise.resolve(answer);
  }
}

const REFUSED = { service: 'aws', code: 'ResourceNotFoundException', retryable: false } as const;

const NO_RISKS = { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };

function summaryOf({ workload }: Review): WorkloadSummary {
  const { arn, name, region, owner, updatedAt, riskCounts } = workload;
  return { arn, name, region, owner, updatedAt, riskCounts: riskCounts ?? NO_RISKS };
}

function overviewOf({ pillars, ...lens }: Review['lenses'][number]): LensOverview {
  const { identity, alias, version, name, riskCounts } = lens;
  return {
    ...{ identity, alias, version, name, riskCounts, status: 'CURRENT' },
    pillars: pillars.map(({ questions, ...pillar }) => pillar),
  };
}
