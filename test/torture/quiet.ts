/** The end of a schedule: no faults, time for every schedule of the app, then somebody syncs twice. */
import type { LinkedWorkloadView, RunView } from '../../src/contract';
import type { Actor } from './people/actor';
import { PROJECT } from './site';

export interface Ending {
  /** What the app wrote while nobody had started anything and all was quiet. */
  readonly unasked: readonly string[];
  /** The sync that somebody started then, what it wrote, and that of a second one. */
  readonly sync: RunView | undefined;
  readonly written: readonly string[];
  readonly second: RunView | undefined;
  readonly writtenAgain: readonly string[];
  readonly link: LinkedWorkloadView | undefined;
  /** Events of the queue that are left. */
  readonly queued: number;
}

const HOUR_MS = 3_600_000;
const HOURS = [1, 1, 1, 24, 1];

export async function endQuietly(actor: Actor, tell: string[]): Promise<Ending> {
  const { site } = actor;
  await site.setFaults({ indexLagMs: 0 });
  await site.rest();
  const before = writesOf(actor).length;
  for (const hours of HOURS) await site.pass(hours * HOUR_MS);
  const unasked = writesOf(actor).slice(before);
  const [sync, written] = await syncOnce(actor);
  const [second, writtenAgain] = await syncOnce(actor);
  tell.push(
    `Quiet. ${unasked.length} writes unasked, ${written.length} of a sync, ${writtenAgain.length} of a second`,
  );
  const linked = await site.app('workload.linked', { projectKey: PROJECT });
  const link = linked.ok
    ? linked.data.workloads.find(({ workloadArn }) => workloadArn === site.workloadArn)
    : undefined;
  const { waiting, running } = site.site.host.queueCounts();
  return { unasked, sync, written, second, writtenAgain, link, queued: waiting + running };
}

async function syncOnce(actor: Actor): Promise<readonly [RunView | undefined, readonly string[]]> {
  const { site } = actor;
  const before = writesOf(actor).length;
  const ref = { projectKey: PROJECT, workloadArn: site.workloadArn };
  const started = await site.app('sync.start', { ...ref, mode: 'sync' });
  await site.rest();
  const run = started.ok
    ? await site.app('sync.run', { projectKey: PROJECT, runId: started.data.runId })
    : started;
  return [run.ok ? run.data : undefined, writesOf(actor).slice(before)];
}

const READS = [
  'POST /rest/api/3/search/jql',
  'POST /rest/api/3/issue/bulkfetch',
  'POST /rest/api/3/permissions/check',
];

/** Calls of the app that change something in Jira or AWS. */
export function writesOf({ site }: Actor): readonly string[] {
  return site.site
    .requests()
    .filter(({ via, service, operation }) => via === 'app' && isWrite(service, operation))
    .map(({ operation }) => operation);
}

function isWrite(service: string, operation: string): boolean {
  if (service !== 'jira') return operation.startsWith('Update');
  return !operation.startsWith('GET ') && !READS.includes(operation);
}
