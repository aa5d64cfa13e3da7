/** Runs a schedule through the app's real bundle on a local site, and judges what stands in the end. */
import { factsOf } from './facts';
import { setUp } from './set-up';
import { endQuietly } from './quiet';
import { ACTIONS } from './people/actions';
import type { Actor } from './people/actor';
import { INVARIANTS, type Violation } from './invariants/invariants';
import type { Schedule, Step } from './schedule';
import { openTortureSite, PROJECT } from './site';
import { createWatch, pathOf, type Watch } from './watch';
import { watchWindows } from './windows';
import { nothingWritten } from './written';

export interface Driven {
  readonly violations: readonly Violation[];
  /** What happened, in plain words. */
  readonly story: readonly string[];
  /** The app's calls to Jira and AWS, in their order, with the time of each. */
  readonly trace: readonly string[];
  /** How often each fault was met, `jira lost` → 3. */
  readonly met: Readonly<Record<string, number>>;
}

/** @param workers see the host's option: with 2 nothing runs beside a run but pages, and a seed repeats itself. */
export async function drive(schedule: Schedule, workers = 2): Promise<Driven> {
  const tell: string[] = [];
  const watch = createWatch();
  const site = await openTortureSite(schedule.seed, (call) => watch.before(call), workers);
  let words = 0;
  const actor: Actor = {
    site,
    written: nothingWritten(),
    now: () => watch.calls,
    words: () => `${schedule.seed}-${(words += 1)}`,
    settings: { mode: 'MANUAL', resolveSelects: false, parentsFollow: false },
    mayChoose: false,
  };
  try {
    watch.windows = watchWindows(actor.written);
    watch.now = () => site.site.clock.now();
    await setUp(actor, schedule, tell);
    for (const [nth, step] of schedule.steps.entries()) await take(actor, watch, step, nth + 1, tell);
    const ending = await endQuietly(actor, tell);
    const facts = await factsOf(site);
    const violations = INVARIANTS.flatMap(({ name, check }) =>
      check({ facts, actor, ending }).map((what) => ({ name, what })),
    );
    return { violations, story: tell, trace: watch.trace, met: site.met() };
  } finally {
    await site.site.close();
  }
}

async function take(actor: Actor, watch: Watch, step: Step, number: number, tell: string[]): Promise<void> {
  watch.inStep = 0;
  tell.push(
    `Step ${number}: ${STARTS[step.starts]}${step.recreate ? ', which makes deleted issues again' : ''}`,
  );
  async function act({ what, pick }: Step['acts'][number], where: string): Promise<void> {
    const done = await ACTIONS[what].act(actor, pick);
    if (done !== undefined) tell.push(`  ${where} somebody ${done}`);
  }
  const [before, during] = [step.acts.filter(isBefore), step.acts.filter((each) => !isBefore(each))];
  for (const each of before) await act(each, 'before');
  watch.due = during.map((each) => ({
    beforeCall: each.beforeCall,
    act: ({ method, url }) => act(each, `before call ${watch.inStep} (${method} ${pathOf(url)})`),
  }));
  await start(actor, step, tell);
  await actor.site.rest();
  if (watch.failure !== undefined) throw watch.failure as Error;
  const left = during.slice(during.length - watch.due.length);
  watch.due = [];
  for (const each of left) await act(each, 'afterwards');
  await actor.site.rest();
}

function isBefore({ beforeCall }: Step['acts'][number]): boolean {
  return beforeCall === 0;
}

const STARTS = {
  sync: 'somebody starts a sync',
  confirm: 'somebody looks at a preview and confirms it',
  wait: 'nobody starts anything',
} as const;

async function start({ site, written }: Actor, { starts, recreate }: Step, tell: string[]): Promise<void> {
  if (starts === 'wait') return site.pass(300_000);
  const ref = { projectKey: PROJECT, workloadArn: site.workloadArn, recreate };
  const started = await site.app('sync.start', { ...ref, mode: starts === 'sync' ? 'sync' : 'preview' });
  if (!started.ok) {
    tell.push(`  the app refuses: ${started.error.reason.code}`);
    return;
  }
  if (starts === 'sync') return;
  await site.rest();
  const { runId } = started.data;
  const shown = await site.app('sync.run', { projectKey: PROJECT, runId });
  const fingerprint = shown.ok ? shown.data.outcome?.fingerprint : undefined;
  if (fingerprint === undefined) return;
  const confirmed = await site.app('sync.start', { ...ref, mode: 'sync', fingerprint });
  written.madeAgain ||= recreate && confirmed.ok;
  if (!confirmed.ok) tell.push(`  the app refuses the confirmation: ${confirmed.error.reason.code}`);
}
