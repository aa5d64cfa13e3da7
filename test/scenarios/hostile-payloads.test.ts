/** Hostile payloads to every resolver, through the app's bundle: each is answered, and told apart from a failure. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { REGION } from '../../sandbox/aws';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import type { ApiError, Contract, StartSync } from '../../src/contract';
import { ALSO_WITHOUT, payloadsFor, type There } from './hostile/payloads';
import { change, changed, HOSTILE, pathsOf } from './hostile/values';
import { asPerson } from './open-site';
import { openSmallSite, type SmallSite } from './small-site';
import { worded } from './worded';

/** How many payloads a resolver gets beside the hostile values alone; more of them: `HOSTILE_RUNS=500`. */
const RUNS = Number(process.env.HOSTILE_RUNS ?? 25);

/** As long as a person would wait. A machine that does other things may be slow once. */
const MOST_MS = 2_000;

type Answer = { ok: true } | { ok: false; error: ApiError };

let site: SmallSite;
let payloads: Readonly<Record<keyof Contract, unknown>>;
const counted = new Map<string, number>();

beforeAll(async () => {
  site = await openSmallSite();
  payloads = payloadsFor(await whatIsThere());
}, 120_000);
afterAll(async () => {
  const told = [...counted].map(([name, times]) => `${times} ${name}`).join(', ');
  process.stdout.write(`Hostile payloads: ${told}\n`);
  await site.close();
});

async function whatIsThere(): Promise<There> {
  const { fingerprint } = await site.run();
  const [linked] = (await site.call('workload.linked', { projectKey: 'WA' })).workloads;
  const [issue] = await site.issues();
  if (!linked?.latestRun || !issue) throw new Error('nothing was synced');
  const input = { name: 'Spare', regions: [REGION], access: 'read-write' };
  const inAccount = (account: number) => ({ ...input, roleArn: `arn:aws:iam::${account}:role/Spare` });
  const spare = await site.call('connection.create', inAccount(123412341239), JIRA_ADMIN);
  const own = await site.call('projectConnection.create', { projectKey: 'WA', ...inAccount(123412341240) });
  const { body } = await asPerson(site.site, 'GET', 'project/WA');
  const { issueTypes } = body as { issueTypes: readonly { id: string; name: string }[] };
  const bug = issueTypes.find(({ name }) => name === 'Bug')?.id ?? '';
  const add = (name: string) => site.site.jira.admin.addRequiredField('WA', { name, kind: 'text' }, [bug]);
  return {
    ...{ workloadArn: linked.workloadArn, runId: linked.latestRun.runId, fingerprint },
    ...{ lensAlias: site.lensAlias, issueKey: issue.key, issueId: issue.id },
    ...{ connectionId: spare.id, ownConnection: own.id, typeId: bug, fields: [add('One'), add('Two')] },
  };
}

/** What has become due by then is done. */
async function pass(ms: number): Promise<void> {
  site.site.host.advanceClock(ms);
  expect(await site.site.host.idle(120_000)).toBe(true);
}

/** Undefined: the platform itself does not let the payload through. */
async function send(name: keyof Contract, payload: unknown, isAgain = false): Promise<Answer | undefined> {
  const accountId = /^(?:accessKey|connection|siteSettings|usage|liveCheck|audit)\./.test(name)
    ? JIRA_ADMIN
    : PROJECT_ADMIN;
  const began = performance.now();
  const answer = (await site.site.host
    .invoke({ functionKey: name, payload, accountId })
    .catch((error: unknown) => {
      if ((error as { code?: string }).code === 'PAYLOAD_TOO_BIG') return undefined;
      throw error;
    })) as Answer | undefined;
  const isTooMuch = answer?.ok === false && answer.error.code === 'too-many';
  if (isTooMuch) await pass(3_700_000);
  if (!isAgain && (isTooMuch || performance.now() - began > MOST_MS)) return send(name, payload, true);
  expect(performance.now() - began).toBeLessThan(MOST_MS);
  return answer;
}

/** Valid payloads that AWS refuses for what it knows: a key that is none, a token that stood for another name. */
const AWS_REFUSES: readonly (keyof Contract)[] = ['accessKey.save', 'connection.test', 'milestone.save'];

const ENDS = ['invalid', 'not-found', 'conflict', 'too-many', 'unauthorised'];

/** A member, a field of Jira by its id, or the page of a list that is asked for. */
const NAMED = /"field":"[^"]|^{"code":"field-|^{"code":"list-changed"/;

function judge(name: keyof Contract, answer: Answer | undefined): void {
  const end = answer === undefined ? 'too big' : answer.ok ? 'ok' : answer.error.code;
  counted.set(end, (counted.get(end) ?? 0) + 1);
  if (answer === undefined || answer.ok) return;
  const { code, reason } = answer.error;
  if (code === 'upstream' && AWS_REFUSES.includes(name)) return;
  if (!ENDS.includes(code)) throw new Error(`${name}: ${code}: ${worded(reason)}`);
  if (code === 'invalid') expect(JSON.stringify(reason)).toMatch(NAMED);
}

function without(payload: unknown, name: string): unknown {
  return changed(payload, { path: [name], what: '', of: () => undefined });
}

const RESOLVERS = Object.keys(payloadsFor({ fields: [] } as unknown as There)) as (keyof Contract)[];

// Forge lets an installation, and a person, call so often a minute.
beforeEach(() => pass(61_000));

describe.each(RESOLVERS)('%s', (name) => {
  test('takes hostile values for its payload', async () => {
    for (const value of HOSTILE) judge(name, await send(name, value));
  });

  test('takes hostile members', async () => {
    const whole = payloads[name];
    // Whoever names no project is turned away before anything else is looked at.
    const paths = pathsOf(whole).filter(([first]) => first !== 'projectKey');
    const changes = fc.array(change(paths), { minLength: 1, maxLength: 2 });
    const bases = [whole, ...(ALSO_WITHOUT[name] ?? []).map((member) => without(whole, member))];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bases), changes, async (base, each) => {
        const payload = each.reduce(changed, base);
        fc.pre(JSON.stringify(payload) !== JSON.stringify(base));
        try {
          judge(name, await send(name, payload));
        } catch (error) {
          throw new Error(each.map(({ what }) => what).join('; '), { cause: error });
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

describe('what fits its schema fits storage', () => {
  /** Just within what is taken of one part. */
  const texts = (count: number, bytes: number) =>
    Array.from({ length: count }, (_, nth) => `${nth}`.padEnd(bytes, 'x'));
  const selection = { questionIds: texts(640, 98) };
  const resolveSelects = { implemented: texts(100, 20).map((id) => ({ statusId: id.replaceAll('x', '0') })) };

  test('settings of a site', async () => {
    const more = { selection, resolveSelects: { ...resolveSelects, notApplicable: [] } };
    const settings = { projectConnections: true, ...more };
    expect(await send('siteSettings.save', { settings })).toMatchObject({ ok: true });
    expect(await send('siteSettings.save', { settings: { projectConnections: true } })).toMatchObject({
      ok: true,
    });
  });

  test('a run with a selection and decisions', async () => {
    const { workloadArn } = payloads['sync.start'] as StartSync;
    const keys = texts(250, 200).map((issueKey) => ({ issueKey }));
    const settle = keys.map((each) => ({ ...each, keep: 'aws' }));
    const proposals = keys.map((each) => ({ ...each, kind: 'twin', take: true }));
    const asked = { projectKey: 'WA', workloadArn, mode: 'preview', selection, settle, proposals };
    expect(await send('sync.start', asked)).toMatchObject({ ok: true });
  });
});

test('nothing of it is taken for a bug, then or by what it set off', async () => {
  expect(await site.site.host.idle(120_000)).toBe(true);
  expect(site.site.host.logs().filter((line) => line.includes('Unexpected error'))).toEqual([]);
});
