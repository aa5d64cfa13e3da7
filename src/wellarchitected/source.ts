/** What the app asks of the Well-Architected Tool. `client/` implements it over the AWS SDK. */
import type { AccountConnector, Review, RiskCounts, Workload } from './model';

export interface ReviewSource {
  /** Requests sent so far, STS and retries included. */
  calls(): number;

  /** Every workload of one Region, all pages. */
  workloads(): Promise<readonly WorkloadSummary[]>;

  /** Whether AWS's own connector for Jira is set up and switched on in the account and Region. */
  accountConnector(): Promise<AccountConnector>;

  /** The workload without its lenses. Throws `UpstreamError`, also where AWS does not show it. */
  workload(workloadArn: string): Promise<Workload>;

  /**
   * Reads a workload with every lens, every page. A read that fails throws `UpstreamError`: an incomplete
   * review must never look like a smaller one.
   */
  review(workloadArn: string): Promise<Review>;

  /** `LensReview.updatedAt` now, by `LensReview.identity`. Throws `UpstreamError`. */
  lensTimes(workloadArn: string): Promise<ReadonlyMap<string, number>>;
}

export interface WorkloadSummary {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly owner: string;
  /** As `Workload.updatedAt`. */
  readonly updatedAt: number;
  readonly riskCounts: RiskCounts;
}
