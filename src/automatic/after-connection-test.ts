/** What waits for a person because of a connection is tried again when they have tested it. */
import type { Clock } from '../clock';
import { mapInFlight } from '../in-flight';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { LinkedWorkload } from '../linked-workloads/model';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { Attention, AttentionStore } from './attention';
import { automaticLink, type AutomaticLinkPorts } from './automatic-link';
import type { AwaitedRuns } from './awaited-runs';
import type { PolledRegion } from './queue';
import { startAutomaticRun, type StartAutomaticRunPorts } from './start-automatic-run';

export interface AfterConnectionTestPorts extends AutomaticLinkPorts, StartAutomaticRunPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get' | 'ofConnection'>;
  readonly attention: Pick<AttentionStore, 'get'>;
  readonly awaitedRuns: Pick<AwaitedRuns, 'expect'>;
  readonly clock: Clock;
}

/** Workloads looked at a time; each takes some reads of storage. */
const IN_FLIGHT = 10;

/** Runs in all: the daily read has the rest. */
const MOST = 100;

/** What a connection that works now may have mended. */
const MENDED: readonly Attention['why'][] = ['failed', 'blocked'];

/** Starts the automatic runs of its workloads in the Region that failed or were blocked. */
export async function afterConnectionTest(
  { connectionId, region }: PolledRegion,
  site: string,
  ports: AfterConnectionTestPorts,
): Promise<void> {
  const all = await ports.linkedWorkloads.ofConnection(connectionId);
  const here = all.filter(({ workloadArn }) => parseWorkloadArn(workloadArn)?.region === region);
  const waits = await mapInFlight(here, IN_FLIGHT, async ({ workloadArn }) => {
    const notice = await ports.attention.get(workloadArn);
    return notice !== undefined && MENDED.includes(notice.why);
  });
  const waiting = here.filter((_, index) => waits[index]).slice(0, MOST);
  await mapInFlight(waiting, IN_FLIGHT, (link) => tryAgain(link, site, ports));
}

async function tryAgain(
  { workloadArn }: LinkedWorkload,
  site: string,
  ports: AfterConnectionTestPorts,
): Promise<void> {
  const found = await automaticLink(workloadArn, ports);
  if (found === undefined) return;
  const runId = await startAutomaticRun(found.link, site, ports);
  await ports.awaitedRuns.expect({ workloadArn, runId, changedAt: ports.clock.now(), atOnce: true });
}
