/** The local site of one schedule, and its clients: all that the driver knows of it, it asks over HTTP. */
import path from 'node:path';
import { manualClock } from '../../sandbox/clock';
import type { AppCall } from '../../sandbox/forge/intervene';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import type { FaultsInput } from '../../sandbox/site/faults/model';
import { type Site, startSite } from '../../sandbox/site/site';
import type { Contract } from '../../src/contract';
import { type AppAnswer, ask, askApp, askJira, awsClient, type AwsClient, type Reply } from './clients';

const LENS = path.join(__dirname, '../fixtures/lenses/small-lens.json');
const LENS_NAME = 'Small Lens';
export const PROJECT = 'WA';
/** A Monday. */
const STARTS_AT = Date.UTC(2026, 0, 5);
const CALL_MS = 20;

export interface TortureSite extends AwsClient {
  readonly site: Site;
  readonly workloadArn: string;
  /** Names the lens for `upgradeLens`. */
  readonly lensAlias: string;
  /** As AWS words them now. */
  questions(): readonly Question[];
  /** Jira's REST API as an admin of the project, or as somebody else. */
  jira(method: string, route: string, body?: unknown): Promise<Reply>;
  /** A page calls the app. */
  app<N extends keyof Contract>(name: N, payload: object, accountId?: string): Promise<AppAnswer<N>>;
  setFaults(faults: FaultsInput): Promise<void>;
  /** How often each fault was met so far, `jira lost` → 3. */
  met(): Readonly<Record<string, number>>;
  /** So much time passes, schedules run, and whatever they set off comes to its end. */
  pass(ms: number): Promise<void>;
  /** Whatever is under way comes to its end. */
  rest(): Promise<void>;
}

export interface Question {
  readonly id: string;
  readonly title: string;
  /** Its choices without "None of these". */
  readonly practices: readonly { readonly id: string; readonly title: string }[];
}

export { JIRA_ADMIN, PROJECT_ADMIN };

/** The same things happen at the same times on every machine: the clock stands still between calls. */
export async function openTortureSite(
  seed: number,
  beforeCall: (call: AppCall) => Promise<void>,
  workers: number,
): Promise<TortureSite> {
  const site = await startSite({
    lensFiles: [LENS],
    answered: 'none',
    clock: manualClock(STARTS_AT),
    fastForward: true,
    repeatable: { callMs: CALL_MS, chance: `app ${seed}`, workers },
    beforeCall,
  });
  const workload = site.aws.admin.workloads().find(({ details }) => details.WorkloadName === LENS_NAME);
  const lens = site.aws.admin.lenses().find(({ name }) => name === LENS_NAME);
  if (!workload || !lens) throw new Error('the small lens was not loaded');
  let metBefore: Readonly<Record<string, number>> = {};
  const rest = async (): Promise<void> => {
    if (!(await site.idle(120_000))) throw new Error('the site does not come to rest');
  };
  return {
    site,
    workloadArn: workload.arn,
    lensAlias: lens.alias,
    questions: () => questionsOf(site, lens.alias),
    ...awsClient(site, workload.id, lens.alias),
    jira: (method, route, body) => askJira(site, method, route, body),
    app: (name, payload, accountId = PROJECT_ADMIN) => askApp(site, name, payload, accountId),
    met: () => summed(metBefore, site.faults.met()),
    async setFaults(faults) {
      metBefore = summed(metBefore, site.faults.met());
      const { status, body } = await ask(site, '/sandbox/faults', faults);
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
    async pass(ms) {
      await ask(site, '/sandbox/clock', { advanceMs: ms });
      await rest();
    },
    rest,
  };
}

function summed(
  some: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const names = new Set([...Object.keys(some), ...Object.keys(more)]);
  return Object.fromEntries([...names].map((name) => [name, (some[name] ?? 0) + (more[name] ?? 0)]));
}

function questionsOf({ aws }: Site, lensAlias: string): readonly Question[] {
  const lens = aws.admin.lenses().find(({ alias }) => alias === lensAlias);
  return (lens?.pillars ?? [])
    .flatMap(({ questions }) => questions)
    .map(({ id, title, choices, none }) => ({
      id,
      title,
      practices: choices.filter((choice) => choice.id !== none),
    }));
}
