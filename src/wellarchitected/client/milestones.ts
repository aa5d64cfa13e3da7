/** Milestones over the AWS SDK. */
import { CreateMilestoneCommand, paginateListMilestones } from '@aws-sdk/client-wellarchitected';
import { mapInFlight } from '../../in-flight';
import type { WorkloadRef } from '../arn';
import type { LensState, Milestone, Milestones } from '../milestones';
import { inOrder, lensHead } from '../parse/lens';
import { fullCounts, milestoneMade, milestoneSummaries } from '../parse/wire';
import { because } from '../reasons';
import { callAllPages, callOnce, type Wire } from './calls';
import { LENSES_IN_FLIGHT, listLenses, readQuestions } from './page-reads';
import { lensRef } from './read-lens';
import type { Sessions } from './sessions';

/** The API's maximum of each list (service model, MaxResults). */
const PAGE = 50;

/** Each in the session that it needs. */
export function milestonesOver(sessions: Sessions): Milestones {
  return {
    milestones: sessions.ofWorkload('milestones', readMilestones),
    saveMilestone: sessions.ofWorkload('milestones', saveMilestone),
    stateAt: sessions.ofWorkload('read-workload', readState),
  };
}

async function readMilestones(wire: Wire, { arn, id }: WorkloadRef): Promise<readonly Milestone[]> {
  const pages = await callAllPages(
    wire,
    {
      name: 'ListMilestones',
      subject: because('the-workload', { workload: arn }),
      answer: milestoneSummaries,
    },
    paginateListMilestones({ client: wire.client, pageSize: PAGE }, { WorkloadId: id }),
  );
  return pages
    .flatMap(({ MilestoneSummaries }) => MilestoneSummaries)
    .map(({ MilestoneNumber: number, MilestoneName, RecordedAt: recordedAt, WorkloadSummary }) => ({
      ...{ number, name: MilestoneName ?? String(number), recordedAt },
      riskCounts: fullCounts(WorkloadSummary?.RiskCounts),
    }))
    .sort((a, b) => a.number - b.number);
}

async function saveMilestone(
  wire: Wire,
  { arn, id }: WorkloadRef,
  name: string,
  token: string,
): Promise<number> {
  const input = { WorkloadId: id, MilestoneName: name, ClientRequestToken: token };
  const { MilestoneNumber } = await callOnce(
    wire,
    { name: 'CreateMilestone', subject: because('the-workload', { workload: arn }), answer: milestoneMade },
    () => wire.client.send(new CreateMilestoneCommand(input)),
  );
  return MilestoneNumber;
}

async function readState(
  wire: Wire,
  workload: WorkloadRef,
  milestone: number | undefined,
): Promise<readonly LensState[]> {
  const at = milestone === undefined ? {} : { MilestoneNumber: milestone };
  const summaries = await listLenses(wire, workload, at);
  const lenses = await mapInFlight(summaries, LENSES_IN_FLIGHT, async (summary) => {
    const ref = lensRef(summary);
    const head = lensHead(ref, summary);
    return { kind: ref.kind, review: { ...head, questions: await readQuestions(wire, workload, head, at) } };
  });
  return inOrder(lenses);
}
