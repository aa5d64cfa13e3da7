import { describe, expect, test } from '@jest/globals';
import { question, smallReview, withRisk } from '../../builders/review';
import { DEFAULT_SETTINGS } from '../../builders/settings';
import { Site } from '../../builders/site';
import { LeaseLost } from '../../../src/storage/fenced';
import { Pause } from '../../../src/sync/pause';
import { down, find, SMALL, synced, WIDE } from './synced-site';

describe('an invocation whose time is up', () => {
  /** Each call costs a second, of 46 of which the last 30 are kept back. */
  function hurried(review = WIDE): Site {
    const site = new Site(review);
    site.budgetMs = 46_000;
    site.costMs = 1_000;
    return site;
  }

  test('pauses, and the next ones do the rest: nothing is made twice', async () => {
    const site = hurried();
    const run = site.newRun();
    await expect(site.invoke(run)).rejects.toThrow(Pause);
    const end = await site.run(run);
    expect(end).toMatchObject({ kind: 'applied', created: { epics: 1, tasks: 1, subtasks: 28 }, failed: [] });
    expect(site.board.all()).toHaveLength(30);
    expect(site.jira.writes).toEqual(['create 1', 'create 1', 'create 28']);
  });

  test('so does one whose requests to AWS are used up', async () => {
    const site = new Site(SMALL);
    site.requestsLeft = 49;
    const run = site.newRun();
    await expect(site.invoke(run)).rejects.toMatchObject({ reason: { code: 'requests-used' }, seconds: 0 });
    expect(site.jira.writes).toEqual([]);
    site.requestsLeft = 50;
    expect(await site.run(run)).toMatchObject({ kind: 'applied', failed: [] });
  });

  test('counts over all invocations', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'NOT_APPLICABLE');
    site.budgetMs = 60_000;
    site.costMs = 2_000;
    const run = site.newRun({ confirm: true });
    await expect(site.invoke(run)).rejects.toThrow(Pause);
    expect(await site.run(run)).toMatchObject({ tally: { updated: 30, closed: 29 }, failed: [] });
  });

  test('the next one applies only what was approved: what changed since waits for the next sync', async () => {
    const site = hurried(SMALL);
    const { plan } = await site.preview();
    const run = site.newRun({ fingerprint: plan.fingerprint });
    await expect(site.invoke(run)).rejects.toThrow(Pause);
    site.review = smallReview(...SMALL.lenses[0]!.pillars[0]!.questions, question('later', 'HIGH'));
    const end = await site.run(run);
    expect(end).toMatchObject({ kind: 'applied', created: { epics: 1, tasks: 3, subtasks: 3 } });
    expect(site.board.all().some(({ summary }) => summary === 'Question later')).toBe(false);
    expect(await site.sync()).toMatchObject({ created: { tasks: 1 } });
  });

  test('between making an issue and closing it: the next one closes it', async () => {
    const site = new Site(smallReview(question('q1', 'NONE')));
    site.settings = { ...DEFAULT_SETTINGS, scope: 'answered', selection: {} };
    const run = site.newRun();
    let stop = true;
    site.jira.refusesMove = () => (stop ? down(1) : undefined);
    await expect(site.invoke(run)).rejects.toThrow(Pause);
    stop = false;
    expect(await site.run(run)).toMatchObject({ tally: { closed: 1 } });
    expect(find(site, 'q1').status.category).toBe('done');
  });
});

describe('an invocation that a newer one has overtaken', () => {
  test('writes nothing more, in Jira or in storage', async () => {
    const site = new Site(WIDE);
    let asked = 0;
    site.holds = () => (asked += 1) <= 1;
    const run = site.newRun();
    let before = new Map<string, string>();
    await expect(
      site.invoke(run, (when, call) => {
        if (when === 'after' && call === 'kvs.set') before = new Map(site.kvs.values);
      }),
    ).rejects.toThrow(LeaseLost);
    expect(site.jira.writes).toEqual(['create 1']);
    expect(site.kvs.values).toEqual(before);
  });

  test('not even what it did and has not recorded: the newer one finds it out', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'MEDIUM');
    let asked = 0;
    // It is asked before each batch is read: between that read and the writes nothing waits.
    site.holds = () => (asked += 1) <= 1;
    const links = [...site.kvs.values].filter(([key]) => key.startsWith('link:'));
    await expect(site.invoke(site.newRun())).rejects.toThrow(LeaseLost);
    expect(site.jira.writes).toHaveLength(25);
    for (const [key, value] of links) expect(site.kvs.values.get(key)).toBe(value);
    site.holds = () => true;
    expect(await site.sync()).toMatchObject({ tally: { updated: 5 }, failed: [] });
    expect((await site.sync()).plan.changes).toEqual([]);
  });

  test('even where other writes of it fail at the same time', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'MEDIUM');
    let asked = 0;
    site.holds = () => (asked += 1) <= 4;
    site.jira.refusesUpdate = () => down(60);
    await expect(site.invoke(site.newRun())).rejects.toThrow();
    expect(site.jira.writes.length).toBeLessThanOrEqual(4);
  });

  test('the newer one ends with every issue once', async () => {
    const site = new Site(WIDE);
    site.jira.indexLagMs = 86_400_000;
    let asked = 0;
    site.holds = () => (asked += 1) !== 2;
    await expect(site.invoke(site.newRun())).rejects.toThrow(LeaseLost);
    expect((await site.sync()).created).toEqual({ epics: 0, tasks: 1, subtasks: 28 });
    expect(site.board.all()).toHaveLength(30);
  });
});
