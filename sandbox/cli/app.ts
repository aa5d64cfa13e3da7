/** The app on a local site, through the host's `POST /forge/invoke`. */
import { setTimeout } from 'node:timers/promises';
import type {
  LinkedWorkload,
  Outcome,
  Plan,
  PlannedChange,
  Reason,
  RecentChanges,
  RunView,
  SettingsView,
  Workload,
  WorkloadList,
} from './api';
import { say } from './words';

const POLL_MS = 150;
/** Resolvers may take 25 s. */
const TIMEOUT_MS = 40_000;
/** What a site answers until its app is built, and how long that is waited for. */
const STARTING = 'The site is starting.';
const STARTS_WITHIN_S = 300;

/** The app or the site refuses; the message is for the person at the terminal. */
export class AppError extends Error {
  override readonly name = 'AppError';
  /** The code of the app's reason, where it is the app that refuses. */
  readonly code: string | undefined;

  /** @param retryAfterSeconds where a quota is spent: when there is one again */
  constructor(
    message: string,
    { code, ...options }: ErrorOptions & { readonly code?: string } = {},
    readonly retryAfterSeconds?: number,
  ) {
    super(message, options);
    this.code = code;
  }
}

export interface App {
  workloads(projectKey: string): Promise<WorkloadList>;
  linked(projectKey: string): Promise<readonly LinkedWorkload[]>;
  /** Links the workload to the project; where it is linked already nothing changes. */
  link(workload: Workload, projectKey: string): Promise<void>;
  /** Ends the link; the issues stay. */
  unlink(workload: Workload, projectKey: string): Promise<void>;
  /** Ends the run of the workload that is under way, and answers its mode; undefined: there is none. */
  endRun(workload: Workload, projectKey: string): Promise<'preview' | 'sync' | undefined>;
  /** Starts a run and answers its view when it has ended; `watch` sees it on the way. */
  run(payload: object, projectKey: string, watch: (view: RunView) => void): Promise<RunView>;
  plan(run: RunView, outcome: Outcome, projectKey: string): Promise<Plan>;
  recentChanges(workload: Workload, projectKey: string): Promise<RecentChanges>;
  settings(workload: Workload, projectKey: string): Promise<SettingsView>;
  saveSettings(workload: Workload, projectKey: string, settings: object): Promise<SettingsView>;
}

type Call = <T>(functionKey: string, payload: object) => Promise<T>;

export function openApp(site: string, accountId: string): App {
  const call: Call = <T>(functionKey: string, payload: object): Promise<T> =>
    callResolver<T>(site, accountId, functionKey, payload);

  return {
    workloads: (projectKey) => call<WorkloadList>('workload.list', { projectKey }),

    async linked(projectKey) {
      const { workloads } = await call<{ workloads: LinkedWorkload[] }>('workload.linked', { projectKey });
      return workloads;
    },

    async link({ connectionId, arn: workloadArn }, projectKey) {
      await call<unknown>('workload.link', { projectKey, connectionId, workloadArn });
    },

    async unlink({ arn: workloadArn }, projectKey) {
      await call<unknown>('workload.unlink', { projectKey, workloadArn });
    },

    endRun: ({ arn }, projectKey) => endRun(call, arn, projectKey),

    async run(payload, projectKey, watch) {
      const { runId } = await call<{ runId: string }>('sync.start', { ...payload, projectKey });
      for (;;) {
        const view = await call<RunView>('sync.run', { projectKey, runId });
        watch(view);
        if (view.state === 'done' || view.state === 'failed') return view;
        await setTimeout(POLL_MS);
      }
    },

    async plan(run, outcome, projectKey) {
      const changes: PlannedChange[] = [];
      for (let page = 0; page < outcome.planPages; page++) {
        const answer = await call<{ changes: readonly PlannedChange[] }>('sync.plan', {
          projectKey,
          runId: run.id,
          page,
        });
        changes.push(...answer.changes);
      }
      return { changes, outcome };
    },

    recentChanges: ({ arn: workloadArn }, projectKey) =>
      call('workload.recentChanges', { projectKey, workloadArn }),
    settings: ({ arn: workloadArn }, projectKey) => call('settings.get', { projectKey, workloadArn }),
    saveSettings: ({ arn: workloadArn }, projectKey, settings) =>
      call('settings.save', { projectKey, workloadArn, settings }),
  };
}

async function endRun(call: Call, arn: string, projectKey: string): ReturnType<App['endRun']> {
  const { workloads } = await call<{ workloads: LinkedWorkload[] }>('workload.linked', { projectKey });
  const active = workloads.find(({ workloadArn }) => workloadArn === arn)?.activeRun;
  if (active) await call<unknown>('sync.end', { projectKey, runId: active.runId });
  return active?.mode;
}

interface Refused {
  readonly code: string;
  readonly reason: Reason;
  readonly retryAfterSeconds?: number;
}

/** What a resolver answers. Throws AppError where it refuses, with the reason in words. */
export async function callResolver<T>(
  site: string,
  accountId: string,
  functionKey: string,
  payload: object,
): Promise<T> {
  const call = { functionKey, payload, accountId, context: {} };
  const answer = (await postJson(`${site}/forge/invoke`, call)) as
    { ok: true; data: T } | { ok: false; error: Refused } | { error: { message: string } };
  if ('ok' in answer && answer.ok) return answer.data;
  if ('ok' in answer) throw refusal(answer.error);
  throw new AppError(
    'error' in answer ? answer.error.message : 'The app gave an answer that cannot be read.',
  );
}

function refusal({ code, reason, retryAfterSeconds }: Refused): AppError {
  const words = [say(reason), ...hintsOf(reason)].join('\n');
  return new AppError(words, { code: reason.code }, code === 'too-many' ? retryAfterSeconds : undefined);
}

/** The app tells nobody whether a project exists that they cannot see: a mistyped key is answered as a lack of rights. */
function hintsOf({ code }: Reason): readonly string[] {
  return code === 'only-project-admins' || code === 'project-not-seen'
    ? ['Check --project, whose key is in capitals such as WA, and --as, whose default is the space admin.']
    : [];
}

/**
 * The JSON that a local site answers, whatever its status; one that is still starting is waited for. Throws AppError
 * where nothing can be read.
 */
export async function postJson(url: string, body: object): Promise<object> {
  for (let tries = 0; ; tries += 1) {
    const response = await post(url, body);
    const text = await response.text();
    const answer = jsonOf(text);
    if (typeof answer === 'object' && answer !== null) return answer;
    if (!text.startsWith(STARTING))
      throw new AppError(
        `${url} answered ${response.status} and nothing that can be read; is it a local site?`,
      );
    if (tries >= STARTS_WITHIN_S)
      throw new AppError('The local site is still starting; try again in a moment.');
    if (tries === 0) process.stderr.write('Waiting until the local site has started …\n');
    await setTimeout(1000);
  }
}

async function post(url: string, body: object): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new AppError(
      `No local site answers at ${new URL(url).origin}; start one with "npm start" (or name it with --site).`,
      { cause: error },
    );
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
