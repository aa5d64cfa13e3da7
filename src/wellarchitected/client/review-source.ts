/** The Well-Architected Tool of one Region, over the AWS SDK. */
import {
  GetGlobalSettingsCommand,
  paginateListWorkloads,
  WellArchitectedClient,
} from '@aws-sdk/client-wellarchitected';
import { mapInFlight } from '../../in-flight';
import { UpstreamError } from '../../upstream-error';
import { parseWorkloadArn, type WorkloadRef } from '../arn';
import type { AccountConnector, Review } from '../model';
import { inOrder } from '../parse/lens';
import type { PageReads } from '../page-reads';
import { fullCounts, globalSettings, workloadSummaries } from '../parse/wire';
import { because } from '../reasons';
import type { ReviewSource, WorkloadSummary } from '../source';
import { callAllPages, callOnce, type Wire } from './calls';
import type { Sleep } from './pacer';
import { LENSES_IN_FLIGHT, listLenses, readAnswer, readOverview, readQuestions } from './page-reads';
import { readLens } from './read-lens';
import { readWorkload } from './read-workload';
import { sdkOptions, type SdkOptions } from './sdk-options';

export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

export interface ReviewSourceOptions extends SdkOptions {
  /** Asked when credentials are missing or near their end; an `UpstreamError` that it throws is passed on. */
  readonly credentials: () => Promise<AwsCredentials>;
  readonly sleep: Sleep;
}

/** The API's maximum (service model, MaxResults of ListWorkloads). */
const PAGE = 50;

/** Promises what its parts say, for the workloads of `options.region`. Sends nothing by itself. */
export function createReviewSource(options: ReviewSourceOptions): ReviewSource & PageReads {
  const { region, credentials, egress, sleep } = options;
  const client = new WellArchitectedClient({ ...sdkOptions('wellarchitected', options), credentials });
  const wire: Wire = { client, region };
  return {
    calls: () => egress.calls(),
    workloads: () => readWorkloads(wire),
    accountConnector: () => readAccountConnector(wire),
    workload: async (workloadArn) => readWorkload(wire, workloadIn(region, workloadArn)),
    review: async (workloadArn) => readReview(wire, workloadIn(region, workloadArn), sleep),
    lenses: async (workloadArn) => readOverview(wire, workloadIn(region, workloadArn)),
    questions: async (workloadArn, lens) => readQuestions(wire, workloadIn(region, workloadArn), lens),
    answer: async (workloadArn, lens, questionId) =>
      readAnswer(wire, workloadIn(region, workloadArn), lens, questionId),
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

async function readReview(wire: Wire, ref: WorkloadRef, sleep: Sleep): Promise<Review> {
  const workload = await readWorkload(wire, ref);
  const summaries = await listLenses(wire, ref);
  const lenses = await mapInFlight(summaries, LENSES_IN_FLIGHT, (summary) =>
    readLens(wire, { workload: ref, summary }, sleep),
  );
  return { workload, lenses: inOrder(lenses) };
}

function workloadIn(region: string, arn: string): WorkloadRef {
  const ref = parseWorkloadArn(arn);
  if (ref?.region === region) return ref;
  const why =
    ref === undefined
      ? because('not-a-workload-arn')
      : because('workload-of-other-region', { region: ref.region });
  throw new UpstreamError(because('workload-not-readable-there', { workload: arn, region, why }), {
    service: 'aws',
    code: 'unknown-workload',
    retryable: false,
  });
}
