/** The Well-Architected Tool of one Region, over the AWS SDK. */
import {
  GetGlobalSettingsCommand,
  paginateListWorkloads,
  WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import { mapInFlight } from '../../in-flight';
import { parseWorkloadArn, type WorkloadRef } from '../arn';
import type { AccountConnector, Review } from '../model';
import { inOrder } from '../parse/lens';
import type { Milestones } from '../milestones';
import type { PageReads } from '../page-reads';
import { fullCounts, globalSettings, workloadSummaries } from '../parse/wire';
import { because } from '../reasons';
import type { ReviewSource, WorkloadSummary } from '../source';
import { callAllPages, callOnce, type Wire } from './calls';
import type { Sleep } from '../../clock';
import { milestonesOver } from './milestones';
import { LENSES_IN_FLIGHT, listLenses, pageReads } from './page-reads';
import { lensRef, readLens } from './read-lens';
import { readWorkload } from './read-workload';
import { sdkOptions, type SdkOptions } from './sdk-options';
import { openSessions, type ReadingWire, type ReadPurpose } from './sessions';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export interface ReviewSourceOptions extends SdkOptions {
  /**
   * Credentials for one purpose: asked when they are missing or near their end; an `UpstreamError` that it throws is
   * passed on.
   */
  readonly credentialsFor: (purpose: ReadPurpose) => () => Promise<AwsCredentials>;
  readonly sleep: Sleep;
}

/** The API's maximum (service model, MaxResults of ListWorkloads). */
const PAGE = 50;

/**
 * Promises what its parts say, for the workloads of `options.region`. Sends nothing by itself. What is of the
 * account and each workload have sessions of their own, which can read nothing else.
 */
export function createReviewSource(options: ReviewSourceOptions): ReviewSource & PageReads & Milestones {
  const { region, credentialsFor, egress, sleep } = options;
  const sdk = sdkOptions('wellarchitected', options);
  const sessions = openSessions(region, (purpose) => {
    const client = new WellArchitectedClient({ ...sdk, credentials: credentialsFor(purpose) });
    return { client, region, sleep };
  });
  return {
    calls: () => egress.calls(),
    workloads: sessions.ofAccount(readWorkloads),
    accountConnector: sessions.ofAccount(readAccountConnector),
    workload: sessions.ofWorkload('read-workload', readWorkload),
    review: sessions.ofWorkload('read-workload', readReview),
    lensTimes: sessions.ofWorkload('read-workload', readLensTimes),
    ...pageReads(sessions),
    ...milestonesOver(sessions),
  };
}

async function readWorkloads(wire: Wire): Promise<readonly WorkloadSummary[]> {
  const pages = await callAllPages(
    wire,
    {
      name: 'ListWorkloads',
      subject: because('the-workloads', { region: wire.region }),
      answer: workloadSummaries,
    },
    paginateListWorkloads({ client: wire.client, pageSize: PAGE }, {}),
  );
  return pages
    .flatMap(({ WorkloadSummaries }) => WorkloadSummaries)
    .map((summary) => ({
      arn: summary.WorkloadArn,
      name: summary.WorkloadName,
      region: wire.region,
      owner: summary.Owner ?? parseWorkloadArn(summary.WorkloadArn)?.account ?? '',
      updatedAt: summary.UpdatedAt,
      riskCounts: fullCounts(summary.RiskCounts),
    }));
}

async function readAccountConnector(wire: Wire): Promise<AccountConnector> {
  const subject = because('the-account', { region: wire.region });
  const { JiraConfiguration: jira } = await callOnce(
    wire,
    { name: 'GetGlobalSettings', subject, answer: globalSettings },
    () => wire.client.send(new GetGlobalSettingsCommand({})),
  );
  const works = jira?.IntegrationStatus === 'CONFIGURED' && jira.IssueManagementStatus === 'ENABLED';
  return works ? 'ENABLED' : 'DISABLED';
}

async function readLensTimes(wire: Wire, ref: WorkloadRef): Promise<ReadonlyMap<string, number>> {
  const summaries = await listLenses(wire, ref);
  return new Map(summaries.map((summary) => [lensRef(summary).identity, summary.UpdatedAt]));
}

async function readReview(wire: ReadingWire, ref: WorkloadRef): Promise<Review> {
  const workload = await readWorkload(wire, ref);
  const summaries = await listLenses(wire, ref);
  const lenses = await mapInFlight(summaries, LENSES_IN_FLIGHT, (summary) =>
    readLens(wire, { workload: ref, summary }),
  );
  return { workload, lenses: inOrder(lenses) };
}
