/** A site to which anybody sends anything. */
import { expect } from '@jest/globals';
import { REGION } from '../../../sandbox/aws';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../../../sandbox/jira/seed/users';
import type { ApiError, Contract } from '../../../src/contract';
import { asPerson } from '../open-site';
import { openSmallSite, type SmallSite } from '../small-site';
import { payloadsFor, type There } from './payloads';

export type Answer = { ok: true } | { ok: false; error: ApiError };

export interface Target {
  readonly site: SmallSite;
  /** Of each resolver one that it takes, as far as what it names allows. */
  readonly payloads: Readonly<Record<keyof Contract, unknown>>;
  /** As somebody with the right. Undefined: the platform itself does not let the payload through. */
  readonly send: (name: keyof Contract, payload: unknown) => Promise<Answer | undefined>;
  /** What has become due by then is done. */
  readonly pass: (ms: number) => Promise<void>;
}

/** As long as a person would wait. A machine that does other things may be slow once. */
const MOST_MS = 2_000;

export async function openTarget(): Promise<Target> {
  const site = await openSmallSite();
  const payloads = payloadsFor(await whatIsThere(site));

  async function pass(ms: number): Promise<void> {
    site.site.host.advanceClock(ms);
    expect(await site.site.host.idle(120_000)).toBe(true);
  }

  async function send(name: keyof Contract, payload: unknown, isAgain = false): Promise<Answer | undefined> {
    const began = performance.now();
    const answer = await invoke(site, name, payload);
    if (answer === undefined) return undefined;
    const ms = performance.now() - began;
    const isTooMuch = !answer.ok && answer.error.code === 'too-many';
    if (isTooMuch) await pass(3_700_000);
    if (!isAgain && (isTooMuch || ms > MOST_MS)) return send(name, payload, true);
    expect(ms).toBeLessThan(MOST_MS);
    return answer;
  }

  return { site, payloads, send: (name, payload) => send(name, payload), pass };
}

const OF_SITE = /^(?:accessKey|connection|siteSettings|siteWorkload|usage|liveCheck|audit)\./;

async function invoke(
  { site }: SmallSite,
  functionKey: keyof Contract,
  payload: unknown,
): Promise<Answer | undefined> {
  const accountId = OF_SITE.test(functionKey) ? JIRA_ADMIN : PROJECT_ADMIN;
  try {
    return (await site.host.invoke({ functionKey, payload, accountId })) as Answer;
  } catch (error) {
    if ((error as { code?: string }).code === 'PAYLOAD_TOO_BIG') return undefined;
    throw error;
  }
}

async function whatIsThere(site: SmallSite): Promise<There> {
  const { fingerprint } = await site.run();
  const [linked] = (await site.call('workload.linked', { projectKey: 'WA' })).workloads;
  const [issue] = await site.issues();
  if (!linked?.latestRun || !issue) throw new Error('nothing was synced');
  const input = { name: 'Spare', regions: [REGION], access: 'read-write' };
  const inAccount = (account: number) => ({ ...input, roleArn: `arn:aws:iam::${account}:role/Spare` });
  const spare = await site.call('connection.create', inAccount(123412341239), JIRA_ADMIN);
  const own = await site.call('projectConnection.create', { projectKey: 'WA', ...inAccount(123412341240) });
  return {
    ...{ workloadArn: linked.workloadArn, runId: linked.latestRun.runId, fingerprint },
    ...{ lensAlias: site.lensAlias, issueKey: issue.key, issueId: issue.id },
    ...{ connectionId: spare.id, ownConnection: own.id },
    ...(await typesAndFields(site)),
  };
}

/** There is an Epic already: what its screen asks for stops no run. */
async function typesAndFields({ site }: SmallSite): Promise<Pick<There, 'types' | 'fields' | 'doneStatus'>> {
  const { body } = await asPerson(site, 'GET', 'project/WA/statuses');
  const levels = ['Epic', 'Task', 'Subtask'].map((name) => {
    const found = (body as readonly OfType[]).find((type) => type.name === name);
    if (!found) throw new Error(`the project has no ${name}`);
    return found;
  });
  const [epic = '', task = '', subtask = ''] = levels.map(({ id }) => id);
  const add = (name: string) => site.jira.admin.addRequiredField('WA', { name, kind: 'text' }, [epic]);
  const done = levels[1]?.statuses.find(({ name }) => name === 'Done')?.id ?? '';
  return { types: { epic, task, subtask }, fields: [add('One'), add('Two')], doneStatus: done };
}

interface OfType {
  readonly id: string;
  readonly name: string;
  readonly statuses: readonly { readonly id: string; readonly name: string }[];
}
