/**
 * `npm run live-check`: goes through what the app takes for true and only a live site or account can show
 * (docs/assumptions.md), and prints what that did. Exit code 1 where an assumption is wrong.
 */
import type { AssumptionId } from '../../assumptions';
import { callResolver } from '../../sandbox/cli/app';
import { JIRA_ADMIN, runCommand } from '../../sandbox/cli/command-line';
import { say } from '../../sandbox/cli/words';
import type { Reason } from '../../sandbox/cli/api';
import { LIVE_CHECK_USAGE, type LiveCheckArguments, readLiveCheckArguments } from './arguments';
import { askJira } from './jira';
import type { Finding, Verdict } from './probe';
import { AWS_ASKING } from './probes/aws-asking';
import { AWS_SCRATCH } from './probes/aws-scratch';
import { JIRA_ASKING } from './probes/jira-asking';
import { JIRA_SCRATCH } from './probes/jira-scratch';
import { renderRows } from './render';
import { rowsOf, runProbes, type Findings } from './run-probes';
import { withScratchProject } from './scratch-project';
import { clientFor, withScratchWorkload } from './scratch-workload';

const PROBED = new Set(
  [JIRA_ASKING, JIRA_SCRATCH, AWS_ASKING, AWS_SCRATCH].flatMap((probes) => Object.keys(probes)),
) as ReadonlySet<AssumptionId>;

async function main(argv: readonly string[]): Promise<number> {
  const wanted = readLiveCheckArguments(argv, process.env);
  const findings = new Map([...(await ofJira(wanted)), ...(await ofAws(wanted)), ...(await ofApp(wanted))]);
  const rows = rowsOf(findings, PROBED);
  process.stdout.write(`${renderRows(rows)}\n`);
  return rows.some(({ result }) => result === 'wrong') ? 1 : 0;
}

async function ofJira({ jira, scratchProject }: LiveCheckArguments): Promise<Findings> {
  if (jira === undefined) return new Map();
  const ask = askJira(jira);
  const asked = await runProbes(JIRA_ASKING, { ask });
  if (!scratchProject) return asked;
  const tried = await withScratchProject(ask, (project) => runProbes(JIRA_SCRATCH, project));
  return new Map([...asked, ...tried]);
}

async function ofAws({ aws, scratchWorkload }: LiveCheckArguments): Promise<Findings> {
  if (aws === undefined) return new Map();
  const client = clientFor(aws);
  const asked = await runProbes(AWS_ASKING, { client });
  if (!scratchWorkload) return asked;
  const tried = await withScratchWorkload(client, aws.region, (made) => runProbes(AWS_SCRATCH, made));
  return new Map([...asked, ...tried]);
}

interface PlatformFinding {
  readonly id: AssumptionId;
  readonly verdict: Verdict;
  readonly seen: Reason;
}

/** On a live site only a page can ask the app: the part "live-check" of its administration page. */
async function ofApp({ local }: LiveCheckArguments): Promise<Findings> {
  if (local === undefined) return new Map();
  const { findings } = await callResolver<{ findings: readonly PlatformFinding[] }>(
    local,
    JIRA_ADMIN,
    'liveCheck.run',
    {},
  );
  return new Map(
    findings.map(({ id, verdict, seen }): [AssumptionId, Finding] => [id, { verdict, seen: say(seen) }]),
  );
}

runCommand(LIVE_CHECK_USAGE, main);
