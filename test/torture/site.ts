/** The local site of one schedule, and its clients: all that the driver knows of it, it asks over HTTP. */
import path from 'node:path';
import {
  GetAnswerCommand,
  UpdateAnswerCommand,
  WellArchitectedClient,
  type Answer,
  type UpdateAnswerCommandInput,
} from '@aws-sdk/client-wellarchitected';
import { ADMIN_USER, REGION } from '../../sandbox/aws';
import { manualClock } from '../../sandbox/clock';
import type { AppCall } from '../../sandbox/forge/intervene';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import type { FaultsInput } from '../../sandbox/site/faults/model';
import { type Site, startSite } from '../../sandbox/site/site';
import type { ApiError, Contract } from '../../src/contract';

const LENS = path.join(__dirname, '../fixtures/lenses/small-lens.json');
const LENS_NAME = 'Small Lens';
export const PROJECT = 'WA';
/** A Monday. */
const STARTS_AT = Date.UTC(2026, 0, 5);
const CALL_MS = 20;

export interface TortureSite {
  readonly site: Site;
  readonly workloadArn: string;
  /** Names the lens for `upgradeLens`. */
  readonly lensAlias: string;
  /** As AWS words them now. */
  questions(): readonly Question[];
  /** Jira's REST API as an admin of the project, or as somebody else. */
  jira(method: string, route: string, body?: unknown): Promise<Reply>;
  answerOf(questionId: string): Promise<Answer>;
  /** A person at AWS's console; what is not named stays. */
  updateAnswer(questionId: string, change: AnswerChange): Promise<Answer>;
  /** A page calls the app. */
  app<N extends keyof Contract>(name: N, payload: object, accountId?: string): Promise<AppAnswer<N>>;
  setFaults(faults: FaultsInput): Promise<void>;
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

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export type AnswerChange = Omit<UpdateAnswerCommandInput, 'WorkloadId' | 'LensAlias' | 'QuestionId'>;
export type AppAnswer<N extends keyof Contract> =
  | { readonly ok: true; readonly data: Contract[N]['result'] }
  | { readonly ok: false; readonly error: ApiError };

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
    async setFaults(faults) {
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

function awsClient(
  site: Site,
  WorkloadId: string,
  LensAlias: string,
): Pick<TortureSite, 'answerOf' | 'updateAnswer'> {
  const endpoint = `${site.url}/aws`;
  const client = new WellArchitectedClient({
    region: REGION,
    endpoint,
    credentials: ADMIN_USER,
    maxAttempts: 1,
  });
  /** AWS refuses a signature that is five minutes old, and the site's time is its own. */
  const now = (): WellArchitectedClient => {
    client.config.systemClockOffset = site.clock.now() - Date.now();
    return client;
  };
  const at = (QuestionId: string) => ({ WorkloadId, LensAlias, QuestionId });
  return {
    answerOf: async (id) => (await now().send(new GetAnswerCommand(at(id)))).Answer ?? {},
    updateAnswer: async (id, change) =>
      (await now().send(new UpdateAnswerCommand({ ...at(id), ...change }))).Answer ?? {},
  };
}

async function askJira(site: Site, method: string, route: string, body?: unknown): Promise<Reply> {
  const authorization = `Basic ${btoa(`project-admin@example.invalid:${site.jira.apiToken}`)}`;
  return send(`${site.url}/jira/rest/api/3/${route}`, method, body, { authorization });
}

async function askApp<N extends keyof Contract>(
  site: Site,
  functionKey: N,
  payload: object,
  accountId: string,
): Promise<AppAnswer<N>> {
  const { body } = await ask(site, '/forge/invoke', { functionKey, payload, accountId });
  if (typeof body === 'object' && body !== null && 'ok' in body) return body as AppAnswer<N>;
  return {
    ok: false,
    error: { code: 'internal', reason: { code: 'crashed', params: { body: JSON.stringify(body) } } },
  };
}

function ask(site: Site, route: string, body: object): Promise<Reply> {
  return send(`${site.url}${route}`, 'POST', body);
}

async function send(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
