/**
 * `npm run bench:writes`: how much time passes between the app's read of a thing and its write, in which what people
 * write is lost, on a local site as slow as the real services. The baseline is the same run if it did not read again
 * before it writes: the time since its first read of the same thing. The run finds in each question of two pillars
 * three new titles, two best practices to close and the answer that tells so: enough calls to AWS that it has to wait
 * for its rate.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Lens } from '../sandbox/aws';
import { startSite, type Site } from '../sandbox/site/site';
import { outcomeOf, scenarioOn, type Scenario } from '../test/scenarios/open-site';
import { addOpenWorkload, FRAMEWORK_ALIAS } from './add-workload';
import { median } from './median';
import { watchGaps, type Gap, type Kind } from './read-write-gaps';
import { LATENCY } from './latency';
import { seconds } from './measured-run';

const WORKLOAD = 'Read and written';
const ROWS: readonly (readonly [Kind, string])[] = [
  ['title', 'title of an issue'],
  ['other fields', 'its other fields alone'],
  ['status', 'status of an issue'],
  ['answer', 'answer in AWS'],
];

async function main(): Promise<void> {
  const stateDir = await mkdtemp(path.join(tmpdir(), 'bench-writes-'));
  try {
    const workload = await firstSync(stateDir);
    await measure(stateDir, workload);
  } finally {
    await rm(stateDir, { recursive: true });
  }
}

/** Makes the issues, on a site that waits for nothing. Answers the workload's ARN. */
async function firstSync(stateDir: string): Promise<string> {
  const site = await startSite({ stateDir, fastForward: true });
  try {
    site.aws.admin.upgradeLens(FRAMEWORK_ALIAS, (lens) => ({ ...lens, pillars: lens.pillars.slice(0, 2) }));
    const workload = addOpenWorkload(site, WORKLOAD);
    await run(scenarioOn(site), workload);
    return workload;
  } finally {
    await site.close();
  }
}

/** The next run, in real time. */
async function measure(stateDir: string, workload: string): Promise<void> {
  const watch = watchGaps();
  const site = await startSite({
    stateDir,
    latency: LATENCY,
    beforeCall(call) {
      watch.see(call, performance.now());
      return Promise.resolve();
    },
  });
  try {
    changeEachQuestion(site);
    watch.clear();
    const begin = performance.now();
    await run(scenarioOn(site), workload);
    report(watch.gaps(), performance.now() - begin);
  } finally {
    await site.close();
  }
}

/** Throws unless everything was done: a gap that ends in no write would not be seen. */
async function run(scenario: Scenario, workload: string): Promise<void> {
  const { kind, failed, conflicts } = outcomeOf(await scenario.sync({ workload }));
  if (kind !== 'applied' || failed.length + conflicts.length > 0)
    throw new Error(`the run did not do everything: ${JSON.stringify({ kind, failed, conflicts })}`);
}

/** A new version of the lens calls questions and their first two best practices otherwise; the next two are selected. */
function changeEachQuestion({ aws: { admin } }: Site): void {
  const workload = admin.workloads().find(({ details }) => details.WorkloadName === WORKLOAD);
  if (!workload) throw new Error('the workload is missing');
  admin.batch(() => {
    const { pillars } = admin.upgradeLens(FRAMEWORK_ALIAS, renamed);
    for (const { id, choices, none } of pillars.flatMap(({ questions }) => questions)) {
      const selected = choices.slice(2, 4).filter((choice) => choice.id !== none);
      const SelectedChoices = selected.map((choice) => choice.id);
      admin.setAnswer(workload.id, FRAMEWORK_ALIAS, id, { SelectedChoices });
    }
  });
}

function renamed(lens: Lens): Lens {
  const pillars = lens.pillars.map((pillar) => ({
    ...pillar,
    questions: pillar.questions.map((question) => ({
      ...anew(question),
      choices: question.choices.map((choice, nth) => (nth < 2 ? anew(choice) : choice)),
    })),
  }));
  return { ...lens, pillars };
}

function anew<T extends { readonly title: string }>(item: T): T {
  return { ...item, title: `${item.title} (new)` };
}

function report(gaps: readonly Gap[], runMs: number): void {
  const flags = Object.entries(LATENCY).map(([service, ms]) => `${service}=${ms}`);
  console.log(`Between read and write, --latency ${flags.join(',')}, a run of ${seconds(runMs)}`);
  console.log('(baseline: since the first read of the same thing in the same run)');
  for (const [kind, name] of ROWS) {
    const found = gaps.filter((gap) => gap.kind === kind);
    if (found.length > 0) reportKind(name, found);
  }
}

function reportKind(name: string, gaps: readonly Gap[]): void {
  const last = known(gaps.map(({ sinceLast }) => sinceLast));
  const first = known(gaps.map(({ sinceFirst }) => sinceFirst));
  const unread = gaps.length - last.length;
  console.log(
    [
      `${name.padEnd(24)} ${String(gaps.length).padStart(4)} writes`,
      compared('longest', Math.max(...last), Math.max(...first)),
      compared('median', median(last), median(first)),
      ...(unread > 0 ? [`${unread} never read`] : []),
    ].join('; '),
  );
  if (unread > 0) process.exitCode = 1;
}

function known(times: readonly (number | undefined)[]): readonly number[] {
  return times.filter((time) => time !== undefined);
}

function compared(name: string, ms: number, baseline: number): string {
  return `${name} ${Math.round(ms)} ms, ${(ms / baseline).toFixed(3)} × the baseline of ${seconds(baseline)}`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
