/** The end of a schedule: no faults, time for every schedule of the app, then somebody syncs twice. */
import type { LinkedWorkloadView, RunView } from '../../src/contract';
import type { Actor } from './people/actor';
import { saveSettings } from './people/in-the-app';
import { PROJECT } from './site';

export interface Ending {
  /** What the app wrote while nobody had started anything and all was quiet. */
  readonly unasked: readonly string[];
  /** The sync that somebody started then, and what it wrote; after it everything should be done. */
  readonly sync: RunView | undefined;
  readonly written: readonly string[];
  readonly second: RunView | undefined;
  readonly writtenAgain: readonly string[];
  readonly link: LinkedWorkloadView | undefined;
  /** Events of the queue that are left. */
  readonly queued: number;
}

/** What was answered and put off is done by then. */
const LATE_MS = 60_000;
const HOUR_MS = 3_600_000;
const HOURS = [1, 1, 1, 24, 1];

export async function endQuietly(actor: Actor, tell: string[]): Promise<Ending> {
  const { site } = actor;
  await site.setFaults({ indexLagMs: 0 });
  await site.pass(LATE_MS);
  await linkAgain(actor, tell);
  await runsEnd(actor);
  const before = writesOf(actor).length;
  for (const hours of HOURS) await site.pass(hours * HOUR_MS);
  const unasked = writesOf(actor).slice(before);
  const [sync, written] = await syncOnce(actor);
  if ((sync?.outcome?.chosen ?? 0) > 0) await syncOnce(actor);
  const [second, writtenAgain] = await syncOnce(actor);
  if (writtenAgain.length > 0) tell.push(`  the second sync does ${await changesOf(actor, second)}`);
  tell.push(
    `Quiet. ${unasked.length} writes unasked, ${written.length} of a sync, ${writtenAgain.length} of a second`,
  );
  tell.push(`The sync ends ${wordsOf(sync)}; the second ${wordsOf(second)}`);
  const linked = await site.app('workload.linked', { projectKey: PROJECT });
  const link = linked.ok
    ? linked.data.workloads.find(({ workloadArn }) => workloadArn === site.workloadArn)
    : undefined;
  const { waiting, running } = site.site.host.queueCounts();
  return { unasked, sync, written, second, writtenAgain, link, queued: waiting + running };
}

/** What somebody has started may have lost its event, and is found within half an hour: its writes are not unasked. */
async function runsEnd({ site }: Actor): Promise<void> {
  for (let minutes = 0; minutes < 120; minutes += 30) {
    const linked = await site.app('workload.linked', { projectKey: PROJECT });
    const isUnderWay = linked.ok && linked.data.workloads.some(({ activeRun }) => activeRun !== undefined);
    if (!isUnderWay) return;
    await site.pass(HOUR_MS / 2);
  }
}

/** A fault may have left the workload unlinked. */
async function linkAgain(actor: Actor, tell: string[]): Promise<void> {
  const { site } = actor;
  const linked = await site.app('workload.linked', { projectKey: PROJECT });
  const link = linked.ok
    ? linked.data.workloads.find(({ workloadArn }) => workloadArn === site.workloadArn)
    : undefined;
  if (link?.state.code !== 'unlinked') return;
  const { connectionId, workloadArn } = link;
  await site.app('workload.link', { projectKey: PROJECT, workloadArn, connectionId });
  await saveSettings(actor, actor.settings);
  await site.rest();
  tell.push('Somebody links the workload again, which was left unlinked');
}

async function changesOf({ site }: Actor, run: RunView | undefined): Promise<string> {
  const plan = await site.app('sync.plan', { projectKey: PROJECT, runId: run?.id, page: 0 });
  return plan.ok
    ? plan.data.changes.map((change) => JSON.stringify(change)).join(', ')
    : 'nothing that it planned';
}

/** How a run ended, and what it told. */
function wordsOf(run: RunView | undefined): string {
  const { outcome } = run ?? {};
  if (outcome === undefined) return run === undefined ? 'before it begins' : run.state;
  const { outOfScope, movedInJira, failed, conflicts, notices, proposals } = outcome;
  const remarks = [...outOfScope, ...movedInJira, ...failed, ...conflicts, ...notices, ...proposals];
  const told = remarks.map(({ code, key, title }) => `${code} of ${key ?? ''} "${title}"`);
  const refusal = (outcome.refusal ?? []).map(({ code }) => code);
  return [outcome.kind, ...refusal, ...told].join(', ');
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
