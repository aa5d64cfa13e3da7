/** Bulk creates of one level go out beside one another, and whatever becomes of each, every issue is made once. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { JIRA_IN_FLIGHT } from '../../../src/jira/in-flight';
import type { CreateAnswer, IssueDraft } from '../../../src/jira/jira';
import { LeaseLost } from '../../../src/storage/fenced';
import { Pause } from '../../../src/sync/pause';
import { UpstreamError } from '../../../src/upstream-error';
import { asReason } from '../../../src/reason';
import { intentsOf } from '../../builders/guarded';
import { question, smallReview, WORKLOAD_ARN } from '../../builders/review';
import { Site } from '../../builders/site';

const TASKS = 210;
/** Tasks of each bulk create. */
const BATCHES = [50, 50, 50, 50, 10];

/** What becomes of the bulk creates of Tasks, in the order in which they are sent: the rest goes well. */
type Fate = 'made' | 'dies' | 'waits' | 'lost' | 'lost-unmade' | 'busy' | 'forbidden' | 'hidden';

interface Creating {
  readonly site: Site;
  /** The most that were under way at a time, since it was set to 0. */
  most: number;
  /** Intents that were stored. */
  announced: number;
}

const refusal = (code: string) =>
  new UpstreamError(asReason(`HTTP ${code}`), { service: 'jira', code, retryable: true });

/** Jira takes a while for each create, and its index shows nothing for a day. */
function creating(...fates: Fate[]): Creating {
  const review = smallReview(...Array.from({ length: TASKS }, (_, nth) => question(`q${nth}`, 'HIGH')));
  const site = new Site(review);
  site.jira.indexLagMs = 86_400_000;
  const all: Creating = { site, most: 0, announced: 0 };
  const create = site.jira.create.bind(site.jira);
  let underWay = 0;
  site.jira.create = async (drafts, announce) => {
    if (drafts[0]?.property.question === undefined) return create(drafts, announce);
    const fate = fates.shift() ?? 'made';
    underWay += 1;
    all.most = Math.max(all.most, underWay);
    try {
      return await createAs(fate, drafts, announce);
    } finally {
      underWay -= 1;
    }
  };
  const createAs = async (
    fate: Fate,
    drafts: readonly IssueDraft[],
    announce: () => Promise<void>,
  ): Promise<CreateAnswer> => {
    const told = () => Promise.resolve();
    await announce();
    await new Promise((resolve) => setImmediate(resolve));
    if (fate === 'waits') await announce();
    if (fate === 'dies') {
      // Jira goes on with it after the invocation has died.
      site.jira.fates.push({ answer: 'lost', afterMs: 60_000 });
      await create(drafts, told);
      throw new Error('dead');
    }
    if (fate === 'busy') throw refusal('429');
    if (fate === 'forbidden') throw refusal('403');
    if (fate === 'lost-unmade') return { kind: 'lost', reason: asReason('timeout') };
    if (fate === 'hidden') site.jira.hides = () => true;
    const answer = await create(drafts, told);
    if (fate === 'hidden') site.jira.hides = () => false;
    return fate === 'lost' ? { kind: 'lost', reason: asReason('timeout') } : answer;
  };
  const set = site.kvs.set.bind(site.kvs);
  site.kvs.set = (key, ...rest) => {
    if (key.startsWith('intent:')) all.announced += 1;
    return set(key, ...rest);
  };
  return all;
}

function tasksOf(site: Site): readonly string[] {
  return site.board.all().flatMap(({ property }) => property?.question ?? []);
}

async function expectWhole(site: Site): Promise<void> {
  expect(new Set(tasksOf(site)).size).toBe(TASKS);
  expect(tasksOf(site)).toHaveLength(TASKS);
  expect((await site.linked()).size).toBe(1 + TASKS);
  expect(await intentsOf(site.kvs).load(WORKLOAD_ARN)).toBeUndefined();
}

const endOf = (site: Site, request = {}) =>
  site.invoke(site.newRun(request)).catch((error: unknown) => error as Error);

describe('bulk creates of one level', () => {
  test('are under way together, as many as Jira is asked for at a time, each wave announced once', async () => {
    const all = creating();
    expect(await all.site.sync()).toMatchObject({ created: { epics: 1, tasks: TASKS }, failed: [] });
    expect(all.most).toBe(JIRA_IN_FLIGHT);
    expect(all.announced).toBe(1 + Math.ceil(BATCHES.length / JIRA_IN_FLIGHT));
    await expectWhole(all.site);
  });

  test('of which one is lost: the others are linked, and that one alone stays noted', async () => {
    const { site } = creating('made', 'lost');
    expect(await endOf(site)).toBeInstanceOf(Pause);
    expect((await site.linked()).size).toBe(1 + 3 * 50);
    const intent = await intentsOf(site.kvs).load(WORKLOAD_ARN);
    expect(intent?.items).toHaveLength(50);
    expect(intent?.losses).toMatchObject({ inARow: 1 });
    await site.sync();
    await expectWhole(site);
  });

  test('of which one is lost: whoever comes next looks for it below what the others made', async () => {
    const { site } = creating('lost', 'made', 'made', 'made');
    expect(await endOf(site)).toBeInstanceOf(Pause);
    expect(await endOf(site)).toMatchObject({ kind: 'applied', created: { tasks: TASKS - 4 * 50 } });
    await expectWhole(site);
  });

  test('at which Jira is still at work when the invocation dies: whoever comes next waits for them', async () => {
    const { site } = creating('made', 'made', 'made', 'dies');
    expect(await endOf(site)).toMatchObject({ message: 'dead' });
    expect(await endOf(site)).toMatchObject({ name: 'Pause', reason: { code: 'may-still-be-made' } });
    site.time += 61_000;
    expect(await endOf(site)).toMatchObject({ kind: 'applied' });
    await expectWhole(site);
  });

  test('after a lost one go out one by one, so that each tells of itself', async () => {
    const all = creating('lost-unmade');
    const run = all.site.newRun();
    await all.site.invoke(run).catch(() => undefined);
    all.most = 0;
    all.site.time += 121_000;
    await all.site.invoke(run);
    expect(all.most).toBe(1);
    await expectWhole(all.site);
  });

  test('of which Jira turns one away: the others are linked, and nobody has anything to wait for', async () => {
    const { site } = creating('made', 'busy', 'made');
    expect(await endOf(site)).toMatchObject({ details: { code: '429' } });
    expect((await site.linked()).size).toBe(1 + 3 * 50);
    expect(await intentsOf(site.kvs).load(WORKLOAD_ARN)).toBeUndefined();
    expect(await endOf(site)).toMatchObject({ kind: 'applied', created: { tasks: TASKS - 3 * 50 } });
    await expectWhole(site);
  });

  test('one turned away and one lost: what was lost is waited for', async () => {
    const { site } = creating('busy', 'lost');
    expect(await endOf(site)).toBeInstanceOf(Pause);
    const intent = await intentsOf(site.kvs).load(WORKLOAD_ARN);
    expect(intent?.items).toHaveLength(50);
    await site.sync();
    await expectWhole(site);
  });

  test('one that Jira forbids to the end is told, and the others are made', async () => {
    const { site } = creating('made', 'forbidden');
    const end = await endOf(site, { isLastTry: true });
    expect(end).toMatchObject({ kind: 'applied', created: { tasks: TASKS - 50 } });
    expect((end as { failed: readonly { code: string }[] }).failed.map(({ code }) => code)).toEqual(
      Array<string>(50).fill('create-rejected'),
    );
  });

  test('one hidden and one lost: neither is ever made twice', async () => {
    const { site } = creating('hidden', 'lost');
    expect(await endOf(site)).toMatchObject({ details: { code: 'hidden-issues' } });
    const intent = await intentsOf(site.kvs).load(WORKLOAD_ARN);
    expect([intent?.items.length, intent?.hidden?.length]).toEqual([100, 50]);
    site.time += 86_400_000;
    await site.sync();
    expect(new Set(tasksOf(site)).size).toBe(tasksOf(site).length);
  });

  test('of an invocation that lost the workload: nothing of the wave is recorded', async () => {
    // Jira asks to wait meanwhile: the second is announced anew before it is sent again.
    const all = creating('made', 'waits');
    const { site } = all;
    site.holds = () => all.most === 0;
    expect(await endOf(site)).toBeInstanceOf(LeaseLost);
    expect((await site.linked()).size).toBe(1);
    site.holds = () => true;
    site.time += 121_000;
    await site.sync();
    await expectWhole(site);
  });

  test('whatever becomes of them: every issue once, every one linked', async () => {
    const fate = fc.constantFrom<Fate>('made', 'lost', 'lost-unmade', 'busy');
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { maxLength: 9 }), async (fates) => {
        const { site } = creating(...fates);
        for (let run = 0; run < 3; run++) await site.sync();
        await expectWhole(site);
      }),
      { numRuns: 10 },
    );
  });
});
