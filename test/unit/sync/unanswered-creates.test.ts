/** Jira does not answer creates, and makes nothing: a run tells it and ends. */
import { describe, expect, test } from '@jest/globals';
import type { CreateAnswer, IssueDraft } from '../../../src/jira/jira';
import { asReason } from '../../../src/reason';
import { MOST_IN_A_ROW, MOST_LOST } from '../../../src/sync/create-losses';
import type { SyncEnd } from '../../../src/sync/sync-end';
import { intentsOf } from '../../builders/guarded';
import { question, smallReview, WORKLOAD_ARN } from '../../builders/review';
import { Site } from '../../builders/site';
import { ALL, expectWhole, identities, SMALL, TASKS } from './blind-site';

const REASON = asReason('HTTP 504');
const LOST: CreateAnswer = { kind: 'lost', reason: REASON };

/** No create with such a draft is answered, and nothing of it is made. */
function choking(site: Site, on: (draft: IssueDraft) => boolean): { readonly heal: () => void } {
  const create = site.jira.create.bind(site.jira);
  site.jira.create = async (drafts, announce) => {
    if (!drafts.some(on)) return create(drafts, announce);
    await announce();
    site.jira.writes.push(`lost ${drafts.length}`);
    return LOST;
  };
  return { heal: () => (site.jira.create = create) };
}

const codes = ({ failed }: SyncEnd) => failed.map(({ code }) => code);
const isLost = (write: string) => write.startsWith('lost');
const isTitled = (title: string) => (draft: IssueDraft) => draft.summary === title;
const ofTask = ({ property }: IssueDraft) => property.question !== undefined && property.choice === undefined;

describe('of every create', () => {
  test('the Epic is told as lost, all below as not made, and the run ends', async () => {
    const site = new Site(SMALL);
    choking(site, () => true);
    const end = await site.sync();
    expect([end.kind, end.created]).toEqual(['applied', { epics: 0, tasks: 0, subtasks: 0 }]);
    expect(codes(end)).toEqual(['create-lost', ...Array<string>(ALL - 1).fill('parent-not-created')]);
    expect(end.failed[0]?.params).toEqual({ times: MOST_LOST, because: REASON });
    expect(end.gaveUp).toMatchObject({ code: 'creates-given-up', params: { issues: ALL, hours: 1 } });
    expect(site.jira.writes).toEqual(Array<string>(MOST_LOST).fill('lost 1'));
  });

  test('of Tasks: after some in a row nothing more is asked for, and the rest of the run goes on', async () => {
    const many = smallReview(...Array.from({ length: 60 }, (_, nth) => question(`q${nth}`, 'HIGH')));
    const site = new Site(many);
    choking(site, ofTask);
    const end = await site.sync();
    expect(site.jira.writes.filter(isLost)).toHaveLength(MOST_IN_A_ROW);
    expect([end.kind, end.created.epics, end.failed.length]).toEqual(['applied', 1, 60]);
    expect(new Set(codes(end))).toEqual(new Set(['creates-stopped']));
  });

  test('the next run of a person finds what has appeared meanwhile, and asks for the rest', async () => {
    const site = new Site(SMALL);
    site.jira.indexLagMs = 86_400_000;
    const drafted: IssueDraft[] = [];
    const { heal } = choking(site, (draft) => ofTask(draft) && drafted.push(draft) > 0);
    await site.sync();
    heal();
    const [first] = drafted;
    site.jira.fates.push({ answer: 'lost' });
    await site.jira.create([first!], () => Promise.resolve());
    const writes = site.jira.writes.length;
    expect(await site.sync()).toMatchObject({ created: { tasks: TASKS - 1 }, failed: [] });
    expect(site.jira.writes.slice(writes)[0]).toBe(`create ${TASKS - 1}`);
    await expectWhole(site);
  });
});

describe('of creates with one certain issue', () => {
  const BULK = smallReview(...Array.from({ length: 50 }, (_, nth) => question(`q${nth}`, 'HIGH')));

  test.each(['q0', 'q25', 'q49'])('%s alone is told as lost, and the 49 beside it are made', async (id) => {
    const site = new Site(BULK);
    choking(site, isTitled(`Question ${id}`));
    const end = await site.sync();
    expect(end.failed.map(({ title, code }) => [title, code])).toEqual([[`Question ${id}`, 'create-lost']]);
    expect(end.created).toEqual({ epics: 1, tasks: 49, subtasks: 0 });
    expect(site.jira.writes.filter(isLost)).toEqual(['lost 50', 'lost 10', 'lost 1']);
    expect(new Set(identities(site)).size).toBe(50);
  });

  test('three of them do not keep the others back', async () => {
    const site = new Site(BULK);
    choking(site, ({ summary }) => ['Question q0', 'Question q12', 'Question q49'].includes(summary));
    const end = await site.sync();
    expect(end.created.tasks).toBe(47);
    expect(codes(end)).toEqual(['create-lost', 'create-lost', 'create-lost']);
  });

  test('some of a create are made each time: those are counted as made, and the others lost alone', async () => {
    const site = new Site(SMALL);
    const half = { answer: 'lost', makes: (index: number) => index % 2 === 0 } as const;
    site.jira.fates.push({ answer: 'given' }, half, half, half, half);
    expect(await site.sync()).toMatchObject({
      created: { epics: 1, tasks: TASKS, subtasks: TASKS },
      failed: [],
    });
    await expectWhole(site);
  });
});

describe('of a run that dies while it waits for the answer', () => {
  test('each time: it ends all the same', async () => {
    const site = new Site(SMALL);
    choking(site, () => true);
    const create = site.jira.create.bind(site.jira);
    site.jira.create = async (...given) => {
      await create(...given);
      throw new Error('dead');
    };
    const run = site.newRun();
    for (let death = 0; death < MOST_LOST; death++) {
      await expect(site.invoke(run)).rejects.toThrow('dead');
      site.time += 1_000_000;
    }
    const end = await site.invoke(run);
    expect(codes(end).slice(0, 2)).toEqual(['create-lost', 'parent-not-created']);
    expect(end.failed[0]?.params.because).toMatchObject({ code: 'no-answer' });
  });
});

describe('of automatic mode', () => {
  const automatic = { automatic: true };

  test('asks again after growing waits, and tells it each time', async () => {
    const site = new Site(SMALL);
    const { heal } = choking(site, () => true);
    const lost = async (hours: number): Promise<number> => {
      const before = site.jira.writes.length;
      site.time += hours * 3_600_000;
      expect((await site.sync(automatic)).gaveUp).toMatchObject({ code: 'creates-given-up' });
      return site.jira.writes.length - before;
    };
    expect(await lost(0)).toBe(MOST_LOST);
    for (let minute = 0; minute < 30; minute++) expect(await lost(1 / 60)).toBe(0);
    expect(await lost(1)).toBe(MOST_LOST);
    expect(await lost(1)).toBe(0);
    expect(await lost(1)).toBe(MOST_LOST);
    heal();
    expect((await site.sync()).failed).toEqual([]);
    expect(await intentsOf(site.kvs).load(WORKLOAD_ARN)).toBeUndefined();
    await expectWhole(site);
  });

  test('finds what has appeared meanwhile, though it asks for nothing yet', async () => {
    const site = new Site(SMALL);
    site.jira.indexLagMs = 86_400_000;
    const drafted: IssueDraft[] = [];
    const { heal } = choking(site, (draft) => drafted.push(draft) > 0);
    await site.sync(automatic);
    heal();
    await site.jira.create(drafted.slice(0, 1), () => Promise.resolve());
    expect(await site.sync(automatic)).toMatchObject({
      created: { tasks: TASKS },
      failed: [],
      gaveUp: undefined,
    });
    await expectWhole(site);
  });
});
