/** A local site for a scenario, and the app on it, called as its pages would call it. */
import path from 'node:path';
import type { ApiError, Contract, StartSync } from '../../src/contract';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { worded, type RunView, type Worded } from './worded';
import { startSite, type Site, type SiteOptions } from '../../sandbox/site/site';

/** The framework lens as it ships with the project: 57 questions, 307 best practices. */
export const FRAMEWORK = path.join(__dirname, '../../sandbox/aws/lenses/wellarchitected.json');
export const FRAMEWORK_WORKLOAD = 'AWS Well-Architected Framework';

export interface Scenario {
  readonly site: Site;
  call<N extends keyof Contract>(
    name: N,
    payload: object,
    accountId?: string,
  ): Promise<Worded<Contract[N]['result']>>;
  /** Links a workload of the site's own connection to the project. */
  link(workloadArn: string, projectKey?: string): Promise<void>;
  /** Links the workload, runs to the end and answers how it ended. */
  sync(options?: SyncOptions): Promise<RunView>;
  /** Jira and AWS calls of the app since the site started or `clearRequests`. */
  writes(): readonly string[];
  issues(jql?: string): Promise<readonly Issue[]>;
  close(): Promise<void>;
}

export type SyncOptions = Partial<Omit<StartSync, 'workloadArn'>> & { workload?: string };

/** What scenarios look at, as Jira answers it. */
export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly properties: Record<string, unknown>;
  readonly fields: {
    readonly summary: string;
    readonly labels: readonly string[];
    readonly status: { readonly name: string; readonly statusCategory: { readonly key: string } };
    readonly issuetype: { readonly name: string; readonly hierarchyLevel: number };
    readonly parent?: { readonly id: string; readonly key: string };
    readonly priority?: { readonly id: string; readonly name: string };
    readonly resolution?: { readonly id: string; readonly name: string } | null;
  };
}

/** Starts a site whose queues wait in no real time. */
export async function openScenario(options: SiteOptions = {}): Promise<Scenario> {
  const site = await startSite({ fastForward: true, ...options });
  return scenarioOn(site);
}

export function scenarioOn(site: Site): Scenario {
  async function call<N extends keyof Contract>(
    name: N,
    payload: object,
    accountId = PROJECT_ADMIN,
  ): Promise<Worded<Contract[N]['result']>> {
    const answer = (await site.host.invoke({ functionKey: name, payload, accountId })) as
      { ok: true; data: Contract[N]['result'] } | { ok: false; error: ApiError };
    if (answer.ok) return worded(answer.data);
    throw new Error(`${answer.error.code}: ${worded(answer.error.reason)}`);
  }

  async function sync({ workload = FRAMEWORK_WORKLOAD, ...options }: SyncOptions = {}): Promise<RunView> {
    const projectKey = options.projectKey ?? 'WA';
    const { workloads } = await call('workload.list', { projectKey });
    const found = workloads.find(({ name, arn }) => name === workload || arn === workload);
    if (!found) throw new Error(`no workload ${workload}`);
    const { connectionId, arn: workloadArn } = found;
    await call('workload.link', { projectKey, connectionId, workloadArn });
    const asked = { mode: 'sync', ...options, projectKey, workloadArn } as const;
    return execute(isShownFirst(asked) ? { ...asked, ...(await shownBefore(asked)) } : asked);
  }

  async function execute(asked: StartSync): Promise<RunView> {
    const { runId } = await call('sync.start', asked);
    if (!(await site.host.idle(120_000))) throw new Error('the queue did not drain');
    return call('sync.run', { projectKey: asked.projectKey, runId });
  }

  async function shownBefore(asked: StartSync): Promise<Pick<StartSync, 'fingerprint'>> {
    const { outcome } = await execute({ ...asked, mode: 'preview' });
    return outcome === undefined ? {} : { fingerprint: outcome.fingerprint };
  }

  async function link(workloadArn: string, projectKey = 'WA'): Promise<void> {
    const { connections } = await call('connection.list', {}, JIRA_ADMIN);
    const connectionId = connections.find(({ owner }) => owner.kind === 'site')?.id;
    await call('workload.link', { projectKey, connectionId, workloadArn });
  }

  return {
    site,
    call,
    link,
    sync,
    writes: () =>
      site
        .requests()
        .filter(isWrite)
        .map(({ operation }) => operation),
    issues: (jql = 'labels = well-architected ORDER BY key ASC') => searchAll(site, jql),
    close: () => site.close(),
  };
}

/** The outcome of a run that must have ended well. */
export function outcomeOf(run: RunView): NonNullable<RunView['outcome']> {
  if (!run.outcome || run.state === 'failed')
    throw new Error(`the run is ${run.state}: ${run.message ?? run.step}`);
  return run.outcome;
}

const READS = new Set(['POST /rest/api/3/search/jql', 'POST /rest/api/3/issue/bulkfetch']);

function isWrite({ service, operation, via }: { service: string; operation: string; via: string }): boolean {
  return service === 'jira' && via === 'app' && !operation.startsWith('GET ') && !READS.has(operation);
}

/** What the app does only as a preview showed it. */
function isShownFirst({ mode, recreate, removeBlocks, adoption, fingerprint }: StartSync): boolean {
  const mustBeSeen = recreate === true || removeBlocks === true || adoption === 'adopt';
  return mode === 'sync' && fingerprint === undefined && mustBeSeen;
}

async function searchAll(site: Site, jql: string): Promise<readonly Issue[]> {
  const found: Issue[] = [];
  let nextPageToken: string | undefined;
  do {
    const body = { jql, maxResults: 100, fields: ['*all'], properties: ['well-architected'], nextPageToken };
    const request = new Request('http://site/rest/api/3/search/jql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { response } = await site.jira.handle(request, { kind: 'user', accountId: PROJECT_ADMIN });
    const page = (await response.json()) as { issues: Issue[]; nextPageToken?: string };
    found.push(...page.issues);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
  return found;
}

/** A request of a person to Jira, for what the admin functions do not do. */
export async function asPerson(
  site: Site,
  method: string,
  route: string,
  body?: unknown,
  accountId: string = PROJECT_ADMIN,
): Promise<{ status: number; body: unknown }> {
  const request = new Request(`http://site/rest/api/3/${route}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { response } = await site.jira.handle(request, { kind: 'user', accountId });
  const text = await response.text();
  return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
}
