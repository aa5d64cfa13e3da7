import { describe, expect, test } from '@jest/globals';
import { intentsOf } from '../../builders/guarded';
import { Pause } from '../../../src/sync/pause';
import { IN_FLIGHT_SECONDS } from '../../../src/sync/lost-creates';
import { practice, question, smallReview, WORKLOAD_ARN } from '../../builders/review';
import { ALL, blindSite, expectWhole, identities, SMALL, TASKS } from './blind-site';
import type { CreateFate } from '../../builders/jira-fates';
import { DEFAULT_SETTINGS } from '../../builders/settings';
import { Site } from '../../builders/site';
import { PROJECT_ID } from '../../builders/world';

describe('a create whose answer was lost', () => {
  const fates: readonly [words: string, fate: CreateFate, creates: number][] = [
    ['all were made', { answer: 'lost' }, 3],
    ['none was made', { answer: 'lost', makes: () => false }, 4],
    ['some were made', { answer: 'lost', makes: (index) => index % 2 === 0 }, 4],
    ['all were made while the app waited', { answer: 'lost', afterMs: (IN_FLIGHT_SECONDS - 1) * 1000 }, 3],
  ];

  test.each(fates)('%s: the run goes on, and makes each issue once', async (_words, fate, creates) => {
    const site = blindSite(fate);
    const end = await site.sync();
    expect(end).toMatchObject({
      kind: 'applied',
      created: { epics: 1, tasks: TASKS, subtasks: TASKS },
      failed: [],
    });
    expect(site.jira.writes).toHaveLength(creates);
    await expectWhole(site);
  });

  test('pauses for as long as Jira may still be at work, and says why', async () => {
    const site = blindSite({ answer: 'lost' });
    const run = site.newRun();
    const pause: unknown = await site.invoke(run).catch((error: unknown) => error);
    expect(pause).toBeInstanceOf(Pause);
    expect(pause).toMatchObject({ seconds: IN_FLIGHT_SECONDS });
    expect((pause as Pause).message).toContain('lost (timeout)');
    const intent = await intentsOf(site.kvs).load(WORKLOAD_ARN);
    expect(intent).toMatchObject({ runId: run.runId, at: site.time, projectId: PROJECT_ID, afterNumber: 1 });
    expect(intent?.items).toHaveLength(TASKS);
  });

  test('of an issue that is made again on request: it is counted', async () => {
    const site = blindSite();
    await site.sync();
    site.board.delete(site.board.all().find(({ property }) => property?.question === 'q0')!.id);
    site.jira.fates.push({ answer: 'lost' });
    const end = await site.sync({ options: { selection: {}, recreate: true } });
    expect(end).toMatchObject({ created: { epics: 0, tasks: 1, subtasks: 1 }, failed: [] });
    await expectWhole(site);
  });

  test('is looked for above the highest number of our issues, which the index need not know', async () => {
    const site = blindSite();
    await site.sync();
    site.review = smallReview(question('later', 'HIGH'));
    site.jira.fates.push({ answer: 'lost' });
    await expect(site.invoke(site.newRun())).rejects.toThrow(Pause);
    expect(await intentsOf(site.kvs).load(WORKLOAD_ARN)).toMatchObject({ afterNumber: ALL });
  });

  test('younger than that: another run waits too, for the rest of the time', async () => {
    const site = blindSite({ answer: 'lost', makes: () => false });
    await expect(site.invoke(site.newRun())).rejects.toThrow(Pause);
    site.time += 5_000;
    const pause: unknown = await site.invoke(site.newRun()).catch((error: unknown) => error);
    expect(pause).toMatchObject({ name: 'Pause', seconds: IN_FLIGHT_SECONDS - 5 });
    expect(site.jira.writes).toHaveLength(2);
  });

  test('younger than that, and all found already: nobody waits', async () => {
    const site = blindSite({ answer: 'lost' });
    await expect(site.invoke(site.newRun())).rejects.toThrow(Pause);
    expect((await site.invoke(site.newRun())).kind).toBe('applied');
    await expectWhole(site);
  });

  test('older than that: what was not made is made, once', async () => {
    const site = blindSite({ answer: 'lost', makes: () => false });
    await expect(site.invoke(site.newRun())).rejects.toThrow(Pause);
    site.time += IN_FLIGHT_SECONDS * 1000;
    expect((await site.invoke(site.newRun())).kind).toBe('applied');
    await expectWhole(site);
  });

  test('again and again: each lost answer is settled before the next create', async () => {
    const lost = { answer: 'lost', makes: (index: number) => index === 0 } as const;
    const site = blindSite(lost, lost, lost, lost, lost, lost);
    expect((await site.sync()).kind).toBe('applied');
    await expectWhole(site);
  });

  test('a preview waits as well, and writes nothing', async () => {
    const site = blindSite({ answer: 'lost', makes: () => false });
    await expect(site.invoke(site.newRun())).rejects.toThrow(Pause);
    const before = new Map(site.kvs.values);
    expect((await site.preview()).kind).toBe('previewed');
    expect(site.kvs.values).toEqual(before);
  });

  test('an issue that was made, and moved or retitled before the run came back, is found', async () => {
    const site = blindSite({ answer: 'lost' });
    await expect(site.invoke(site.newRun())).rejects.toThrow(Pause);
    const [, first, second] = site.board.all();
    site.board.moveTo(first!.id, 'OPS');
    site.board.change(second!.id, { summary: 'Ours' });
    await site.sync();
    expect(site.board.get(second!.id)?.summary).toBe('Ours');
    await expectWhole(site);
  });

  test('a run on another question in between does not make the app forget what it found', async () => {
    const site = blindSite({ answer: 'lost' });
    await expect(site.invoke(site.newRun())).rejects.toThrow(Pause);
    site.time += 60_000;
    await site.sync({ options: { selection: { questionIds: ['q0'] }, recreate: false } });
    await site.sync();
    await expectWhole(site);
    expect(await intentsOf(site.kvs).load(WORKLOAD_ARN)).toBeUndefined();
  });

  test('nor does a run with a pillar deselected in the settings', async () => {
    const site = blindSite({ answer: 'lost' });
    await expect(site.invoke(site.newRun())).rejects.toThrow(Pause);
    site.time += 60_000;
    site.settings = { ...DEFAULT_SETTINGS, scope: 'risks', selection: { questionIds: ['q0'] } };
    await site.sync();
    site.settings = { ...DEFAULT_SETTINGS, scope: 'risks', selection: {} };
    await site.sync();
    await expectWhole(site);
  });
});

describe('a scan that cannot reach the end', () => {
  function unreachable(): Site {
    const site = blindSite({ answer: 'lost', makes: () => false });
    site.jira.scanWindows = 1;
    return site;
  }

  test('leaves the creates uncertain: told, not repeated, and the rest goes on', async () => {
    const site = unreachable();
    const end = await site.sync();
    expect(end.kind).toBe('applied');
    expect(end.failed.map(({ code }) => code)).toEqual(
      [...Array<string>(TASKS).fill('uncertain'), ...Array<string>(TASKS).fill('no-parent')].sort((a, b) =>
        a < b ? 1 : -1,
      ),
    );
    expect(site.jira.writes).toEqual(['create 1', 'create 4']);
  });

  test('they stay uncertain in later runs, while other issues are made beside them', async () => {
    const site = unreachable();
    await site.sync();
    site.review = smallReview(...SMALL.lenses[0]!.pillars[0]!.questions, question('later', 'HIGH'));
    const end = await site.sync();
    expect(end.created).toEqual({ epics: 0, tasks: 1, subtasks: 0 });
    expect(end.failed.filter(({ code }) => code === 'uncertain')).toHaveLength(TASKS);
    const again = await site.sync();
    expect(again.failed.filter(({ code }) => code === 'uncertain')).toHaveLength(TASKS);
    const creates = site.jira.writes.filter((write) => write.startsWith('create'));
    expect(creates).toEqual(['create 1', 'create 4', 'create 1']);
  });

  test('a scan that reaches the end later settles them', async () => {
    const site = unreachable();
    await site.sync();
    site.jira.scanWindows = 20;
    const end = await site.sync();
    expect(end).toMatchObject({ created: { tasks: TASKS, subtasks: TASKS }, failed: [] });
    await expectWhole(site);
  });

  test('an hour later the index is believed', async () => {
    const site = unreachable();
    await site.sync();
    site.time += 3_601_000;
    const end = await site.sync();
    expect(end).toMatchObject({ created: { tasks: TASKS, subtasks: TASKS }, failed: [] });
  });

  test('a crash while other issues are made beside them does not lose sight of them', async () => {
    const site = unreachable();
    await site.sync();
    site.review = smallReview(...SMALL.lenses[0]!.pillars[0]!.questions, question('later', 'HIGH'));
    site.jira.fates.push({ answer: 'lost' });
    const end = await site.sync();
    expect(end.failed.filter(({ code }) => code === 'uncertain')).toHaveLength(TASKS);
    expect(identities(site).filter((each) => each.startsWith('later'))).toHaveLength(1);
  });

  test('issues behind a crowd of strangers are found once the scan reaches them, whatever was made since', async () => {
    const site = blindSite({ answer: 'lost', afterMs: 1_000 });
    site.jira.scanWindows = 1;
    const run = site.newRun();
    await expect(site.invoke(run)).rejects.toThrow(Pause);
    for (let nth = 0; nth < 150; nth++)
      site.board.create({ projectKey: 'WA', level: 'task', summary: 'strange' });
    const questions = [...SMALL.lenses[0]!.pillars[0]!.questions];
    for (const id of ['later', 'last']) {
      questions.push(question(id, 'HIGH'));
      site.review = smallReview(...questions);
      if (id === 'last') site.jira.fates.push({ answer: 'lost' });
      const uncertain = (await site.sync()).failed.filter(({ code }) => code === 'uncertain');
      expect(uncertain).toHaveLength(id === 'last' ? TASKS + 1 : TASKS);
    }
    site.jira.scanWindows = 20;
    expect(await site.sync()).toMatchObject({ created: { tasks: 0, subtasks: TASKS }, failed: [] });
    expect(identities(site).filter((each) => each === 'q0/undefined')).toHaveLength(1);
  });

  test('nothing is made in another project while they are uncertain, and that is told', async () => {
    const site = new Site(SMALL);
    await site.sync();
    const moved = site.board.all().find(({ property }) => property?.question === 'q0')!;
    site.board.moveTo(moved.id, 'OPS');
    site.jira.scanWindows = 1;
    site.jira.fates.push({ answer: 'lost', makes: () => false });
    const [q0, ...others] = SMALL.lenses[0]!.pillars[0]!.questions;
    site.review = smallReview(q0!, ...others, question('later', 'HIGH'));
    await site.sync();
    site.review = smallReview(
      { ...q0!, practices: [practice('p1'), practice('p2')] },
      ...others,
      question('later', 'HIGH'),
    );
    const end = await site.sync();
    expect(end.failed.map(({ title, code }) => [title, code])).toEqual([
      ['Question later', 'uncertain'],
      ['Practice p2', 'uncertain-elsewhere'],
    ]);
    site.jira.scanWindows = 20;
    expect(await site.sync()).toMatchObject({ created: { tasks: 1, subtasks: 1 }, failed: [] });
  });
});
