/**
 * `npm run live-check`: goes through what the app takes for true and only a live site or account can show
 * (docs/assumptions.md), and prints what that did. Exit code 1 where an assumption is wrong or
 * something could not be looked at, 130 or 143 after a signal.
 */
import type { AssumptionId } from '../../assumptions';
import { callResolver } from '../../sandbox/cli/app';
import { FAILED, JIRA_ADMIN, runCommand } from '../../sandbox/cli/command-line';
import { say } from '../../sandbox/cli/words';
import type { Reason } from '../../sandbox/cli/api';
import { LIVE_CHECK_USAGE, type LiveCheckArguments, readLiveCheckArguments } from './arguments';
import { askJira } from './jira';
import { Interrupted, interruption } from './interruption';
import type { Finding, Probes, Verdict } from './probe';
import { AWS_ASKING } from './probes/aws-asking';
import { AWS_SCRATCH } from './probes/aws-scratch';
import { JIRA_ASKING } from './probes/jira-asking';
import { JIRA_SCRATCH } from './probes/jira-scratch';
import { renderRows } from './render';
import { type Looking, notReached, rowsOf, runProbes } from './run-probes';
import { withScratchProject } from './scratch-project';
import { clientFor, withScratchWorkload } from './scratch-workload';

const PROBED = new Set(
  [JIRA_ASKING, JIRA_SCRATCH, AWS_ASKING, AWS_SCRATCH].flatMap((probes) => Object.keys(probes)),
) as ReadonlySet<AssumptionId>;

/** Whatever fails or is interrupted, what was found until then is printed. */
async function main(argv: readonly string[]): Promise<number> {
  const wanted = readLiveCheckArguments(argv, process.env);
  const looking = { found: new Map<AssumptionId, Finding>(), signal: interruption(tell) };
  const failures = [
    ...(await failuresOf(() => lookAtJira(wanted, looking))),
    ...(await failuresOf(() => lookAtAws(wanted, looking))),
    ...(await failuresOf(() => lookAtApp(wanted, looking))),
  ];
  const rows = rowsOf(looking.found, PROBED);
  process.stdout.write(`${renderRows(rows)}\n`);
  const interrupted = failures.find((error) => error instanceof Interrupted);
  if (interrupted) return interrupted.exitCode;
  return failures.length > 0 || rows.some(({ result }) => result === 'wrong') ? FAILED : 0;
}

async function failuresOf(look: () => Promise<void>): Promise<readonly unknown[]> {
  try {
    await look();
    return [];
  } catch (error) {
    if (!(error instanceof Interrupted)) tell(String(error));
    return [error];
  }
}

async function lookAtJira({ jira, scratchProject }: LiveCheckArguments, looking: Looking): Promise<void> {
  if (jira === undefined) return;
  const ask = askJira(jira);
  await runProbes(JIRA_ASKING, { ask }, looking);
  if (!scratchProject) return;
  await reaching(JIRA_SCRATCH, looking, () =>
    withScratchProject(ask, { signal: looking.signal, say: tell }, (project) =>
      runProbes(JIRA_SCRATCH, project, looking),
    ),
  );
}

async function lookAtAws({ aws, scratchWorkload }: LiveCheckArguments, looking: Looking): Promise<void> {
  if (aws === undefined) return;
  const client = clientFor(aws);
  await runProbes(AWS_ASKING, { client }, looking);
  if (!scratchWorkload) return;
  await reaching(AWS_SCRATCH, looking, () =>
    withScratchWorkload(client, aws.region, { signal: looking.signal, say: tell }, (workload) =>
      runProbes(AWS_SCRATCH, workload, looking),
    ),
  );
}

/** Rows of probes that a failure or an interruption kept from looking say so. */
async function reaching(probes: Probes<never>, { found }: Looking, look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    notReached(probes, error instanceof Error ? error.message : String(error), found);
    throw error;
  }
}

interface PlatformFinding {
  readonly id: AssumptionId;
  readonly verdict: Verdict;
  readonly seen: Reason;
}

/** On a live site only a page can ask the app: the part "live-check" of its administration page. */
async function lookAtApp({ local }: LiveCheckArguments, { found, signal }: Looking): Promise<void> {
  if (local === undefined) return;
  signal.throwIfAborted();
  const { findings } = await callResolver<{ findings: readonly PlatformFinding[] }>(
    local,
    JIRA_ADMIN,
    'liveCheck.run',
    {},
  );
  for (const { id, verdict, seen } of findings) found.set(id, { verdict, seen: say(seen) });
}

/** Beside the table: to whoever watches. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

runCommand(LIVE_CHECK_USAGE, main);
