/** `npm run bench`: every measurement, one after another, and what each printed, kept in docs/benchmarks.md. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';

interface Bench {
  /** Of package.json. */
  readonly script: string;
  readonly title: string;
  /** What is measured, and beside what. */
  readonly about: string;
  /** What it was when this was measured first, and what it is to be. */
  readonly goal?: string;
}

const BENCHES: readonly Bench[] = [
  {
    script: 'bench:sync',
    title: 'Runs of one workload',
    about:
      'The framework lens with everything open: 1 Epic, 57 Tasks, 307 Sub-tasks, 57 notes. Real time, from the click, with 150 ms a call of Jira, 60 ms of AWS, 20 ms of storage. _The way of most tools_ is one search and one create a finding, one after another, measured in the same run; _the bound_ is what the calls of a first sync take at least when each waits only for what it needs. `points` are those of Jira’s hourly pool, `keys` those of Forge’s storage, `steps` the round trips to it.',
    goal: 'First measured: a first sync of 89 to 107 s, a preview and a sync with nothing changed of 27 and 70 s, 66 calls to AWS after one practice changed, 1,124 points for a first sync. To reach: 15 × faster than most tools and 3 × the bound, issues after 4 s; 2 s, 8 AWS and 6 Jira calls and 15 steps of storage with nothing changed; 10 calls to AWS after one practice changed; 760 points, and 375 with nothing changed.',
  },
  {
    script: 'bench:card',
    title: 'A moved card',
    about:
      'In automatic mode, from the end of the quiet time until the notes in AWS tell of it, with the same latency.',
    goal: 'First measured: 0.86 s, 202 KB read of storage. To reach: 0.5 s, 20 KB, 20 keys.',
  },
  {
    script: 'bench:lenses',
    title: 'Twenty lenses',
    about: 'A workload that was synced once, with nothing changed since, with the same latency.',
    goal: 'First measured: 348 calls to AWS, 380 s. To reach: 60 calls, 10 s.',
  },
  {
    script: 'bench:poll',
    title: 'Watching a thousand workloads, and three thousand',
    about:
      'One scheduled look with nothing changed, with the same latency; one in some polls also looks at those whose day has begun.',
    goal: 'First measured: 22 calls to AWS, 54 to 101 keys of storage, 24 to 67 s. To reach, for 1,000: 25 calls, 50 keys, 6 s.',
  },
  {
    script: 'bench:writes',
    title: 'Between read and write',
    about:
      'The longest time between the read that a text, a status or an answer is compared with and the write that follows, with the same latency: what somebody does in between is the only thing that a run can overwrite.',
  },
  {
    script: 'bench:faults',
    title: 'After a trouble',
    about:
      'The time from the end of a trouble until Jira and AWS agree, in minutes of the local site’s time: a synced workload in automatic mode, of which an answer was changed in AWS and a card moved in Jira as it began, with a quiet time of two minutes. “An hour” is measured as 40, 50, 60, 70 and 80 minutes, which end at other moments of the app’s waits. A trouble of one call meets calls from the first event to the end of the runs, one after another. Nothing is doubled, no run is left under way, and nobody is asked for anything any more, or the row says WRONG.',
    goal: 'First measured: 20 hours after an hour of 503, one truncated answer or one 500 of storage; 21 days after a lost event of the queue. To reach: one hour.',
  },
  {
    script: 'burst',
    title: 'The burst',
    about:
      '2,000 cards of 200 workloads in automatic mode move within a minute, as 20 first syncs begin, under all limits of the platform; each workload has the small lens (11 issues, 3 notes). What is turned away for a limit comes again; what the platform gives up would be lost.',
    goal: 'First measured: 440 events lost. To reach: none.',
  },
  {
    script: 'bench:plan',
    title: 'Making a plan',
    about: 'The pure core alone, of one lens.',
    goal: 'First measured: 131 ms and 236 ms for 3,000 best practices. To reach: ten times as many in 11 × the time.',
  },
  {
    script: 'bench:overview',
    title: 'The project page with 150 workloads',
    about: 'What the page asks when it opens, and how long its answers take, with the same latency.',
    goal: 'First measured: 453 calls to AWS, 92 s. To reach: 2 s and no call.',
  },
  {
    script: 'bench:quiet',
    title: 'A quiet month of 1,000 workloads',
    about:
      'Framework workloads in automatic mode, nothing changes on either side. Points and runs are counted over a virtual week of 20 of them among 1,000 that AWS lists, and taken times 50; how long each kind of invocation lasts is measured in real time with the same latency, waiting included, at 512 MB.',
    goal: 'First measured: 30,800 points an hour, 407,000 GB-s at least. To reach: 2,500 and 30,000.',
  },
  {
    script: 'bench:link',
    title: 'Linking 150 workloads',
    about: 'A selection at once, with the same latency, beside a click for each.',
    goal: 'First measured: a click and 1.9 s each. To reach: 20 s for all.',
  },
  {
    script: 'bench:triage',
    title: 'Triage of 50 workloads',
    about:
      'The framework lens with everything open in each, with the same latency. The order, the filters and the counts come from what is stored; Jira tells of the hundred rows that are shown. _The baseline_ asks Jira for all of them first, as a table must that sorts what Jira answers.',
    goal: 'First measured: 154 calls to Jira, 74 s, 19,925 keys of storage. To reach: 1.5 s, 110 points, 60 keys for the first hundred rows; 15 s for the export.',
  },
  {
    script: 'bench:pages',
    title: 'What pages cost',
    about: 'As ratios to a baseline of the same run.',
  },
];

const FILE = path.join(__dirname, '../docs/benchmarks.md');

function main(): void {
  const sections = BENCHES.map((bench) => sectionOf(bench, printedBy(bench.script)));
  const machine = `Node ${process.versions.node}, ${cpus().length} cores`;
  const head = [
    '# Benchmarks',
    '',
    `Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}, ${machine}. Figures in seconds are of that machine; ratios and counts of calls are what to compare.`,
  ];
  writeFileSync(FILE, `${[...head, ...sections].join('\n')}\n`);
  console.log('Written: docs/benchmarks.md');
}

/** @throws Error where it failed: no half of a document is written. */
function printedBy(script: string): string {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm run ${script} failed with ${String(status)}`);
  process.stdout.write(stdout);
  return stdout.trim();
}

function sectionOf({ script, title, about, goal }: Bench, printed: string): string {
  const told = goal === undefined ? about : `${about}\n\n${goal}`;
  return ['', `## ${title}`, '', told, '', `\`npm run ${script}\``, '', '```text', printed, '```'].join('\n');
}

main();
