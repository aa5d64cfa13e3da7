import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createWatchStore } from '../../../src/automatic/watch-store';
import { startOfWeek } from '../../../src/workload-day';
import { stoppingAt } from '../../builders/key-values';
import { PolledRegion, settled } from './polled-region';
import { arnOf, COUNTS, NOW, summaryOf } from './workloads';

const DAY = 86_400_000;

describe('a poll', () => {
  test('of 1,000 workloads with nothing changed costs 16 reads of storage and nothing else', async () => {
    const region = new PolledRegion(1000);
    for (const { arn, updatedAt } of region.summaries) await region.watermarks.sawAll(arn, updatedAt, COUNTS);
    await region.settle();
    const { counts, workloads } = await region.poll({ now: region.now });
    expect([workloads, counts]).toEqual([
      1000,
      { run: 0, explained: 0, manual: 0, quiet: 0, left: 0, failed: 0 },
    ]);
    expect(region.reads).toBe(16);
    expect([region.looked, region.runs, region.kvs.writes]).toEqual([[], [], 0]);
  });

  test('gives a changed workload to a run, once', async () => {
    const region = await settled(5);
    region.change(3);
    expect((await region.poll()).counts).toMatchObject({ run: 1 });
    await region.poll();
    expect(region.runs).toEqual([`changed ${arnOf(3)}`]);
  });

  test('sees other risks although UpdatedAt stands still', async () => {
    const region = await settled(5);
    region.change(3, { riskCounts: { ...COUNTS, HIGH: 0 } });
    await region.poll();
    expect(region.runs).toEqual([`changed ${arnOf(3)}`]);
  });

  test('leaves a workload alone that is not automatic, until it changes again', async () => {
    const region = await settled(5);
    region.manual.add(arnOf(3));
    region.change(3);
    expect((await region.poll()).counts).toMatchObject({ manual: 1, run: 0 });
    region.manual.clear();
    await region.poll();
    expect(region.runs).toEqual([]);
    region.change(3);
    await region.poll();
    expect(region.runs).toEqual([`changed ${arnOf(3)}`]);
  });

  test('starts no run for our own write, nor for what a run saw', async () => {
    const region = await settled(5);
    await region.watermarks.sawAll(arnOf(3), summaryOf(3).updatedAt, COUNTS);
    await region.watermarks.wrote(arnOf(3), { before: summaryOf(3).updatedAt, at: region.now });
    await region.watermarks.sawAll(arnOf(4), region.now, COUNTS);
    region.change(3);
    region.change(4);
    expect((await region.poll()).counts).toMatchObject({ explained: 2, run: 0 });
    expect((await region.poll()).counts).toMatchObject({ explained: 0, run: 0 });
  });

  test('reads a workload for the week although its change was explained', async () => {
    const region = await settled(5);
    region.now += 7 * DAY;
    await region.watermarks.sawAll(arnOf(3), region.now, COUNTS);
    region.change(3);
    expect((await region.poll()).counts).toMatchObject({ explained: 1 });
    expect(region.runs).not.toContain(`weekly ${arnOf(3)}`);
    await region.poll();
    expect(region.runs).toContain(`weekly ${arnOf(3)}`);
  });

  test('gives what waits a run a day, and leaves alone what does not', async () => {
    const region = await settled(5);
    region.now = startOfWeek(arnOf(3), region.now) + 7 * DAY;
    await region.settle();
    region.waiting.add(arnOf(3));
    const days: (readonly string[])[] = [];
    for (let day = 0; day < 3; day += 1) {
      for (let polls = 0; polls < 288; polls += 1) await region.poll();
      days.push(region.runs.splice(0).filter((run) => run.endsWith(arnOf(3))));
    }
    expect(days).toEqual([[`daily ${arnOf(3)}`], [`daily ${arnOf(3)}`], [`daily ${arnOf(3)}`]]);
    expect(region.looked.filter((arn) => arn === arnOf(2)).length).toBeLessThanOrEqual(4);
  });

  test('finds within a day that a workload came into automatic mode by settings of the site', async () => {
    const region = await settled(5);
    region.manual.add(arnOf(3));
    for (let polls = 0; polls < 288; polls += 1) await region.poll();
    region.manual.clear();
    region.runs.length = 0;
    for (let polls = 0; polls < 289; polls += 1) await region.poll();
    expect(region.runs).toContain(`weekly ${arnOf(3)}`);
  });

  test('gives a workload that AWS lists no more to a last run', async () => {
    const region = await settled(5);
    region.summaries = region.summaries.slice(1);
    await region.poll();
    await region.poll();
    expect(region.runs).toEqual([`gone ${arnOf(0)}`]);
  });

  test('that cannot list throws and changes nothing', async () => {
    const region = await settled(5);
    const summaries = () => Promise.reject(new Error('Throttled'));
    await expect(region.poll({ summaries })).rejects.toThrow('Throttled');
    expect(region.kvs.writes).toBe(0);
  });

  test('tries again what could not be queued, and deals with the others', async () => {
    const region = await settled(5);
    region.refused.add(arnOf(1));
    for (const nth of [0, 1, 2]) region.change(nth);
    const result = await region.poll();
    expect(result).toMatchObject({ counts: { run: 2, failed: 1 }, error: new Error('Queue is full') });
    region.refused.clear();
    await region.poll();
    expect(region.runs.at(-1)).toBe(`changed ${arnOf(1)}`);
    expect(region.runs).toHaveLength(3);
  });
});

describe('limits', () => {
  test('1,000 workloads that are new get twenty runs a poll, each one in the end', async () => {
    const region = new PolledRegion(1000);
    expect((await region.poll()).counts).toMatchObject({ run: 20, left: 980 });
    const looked = region.looked.length;
    expect(looked).toBeLessThanOrEqual(30);
    for (let polls = 1; polls < 50; polls += 1) await region.poll();
    expect(new Set(region.runs).size).toBe(1000);
  });

  test('changes go before what is new or due, and have a larger limit', async () => {
    const region = await settled(150);
    for (let nth = 0; nth < 150; nth += 1) region.change(nth);
    region.summaries = [...region.summaries, summaryOf(999)];
    const { now } = region;
    expect((await region.poll({ now })).counts).toMatchObject({ run: 100, left: 51 });
    expect((await region.poll({ now })).counts).toMatchObject({ run: 51, left: 0 });
    expect(region.runs.at(-1)).toBe(`new ${arnOf(999)}`);
  });

  test('settings of 500 workloads are read at most', async () => {
    const region = new PolledRegion(1200);
    for (const { arn } of region.summaries) region.manual.add(arn);
    const now = NOW;
    expect((await region.poll({ now })).counts).toMatchObject({ manual: 500, left: 700 });
    await region.poll({ now });
    expect((await region.poll({ now })).counts).toMatchObject({ manual: 200, left: 0 });
  });

  test('each automatic workload is read once a week, spread over the week, and looked at once a day', async () => {
    const region = await settled(300);
    let most = 0;
    for (let polls = 0; polls < 7 * 24 * 12; polls += 1)
      most = Math.max(most, (await region.poll()).counts.run);
    expect(new Set(region.runs).size).toBe(300);
    expect(region.runs.length).toBeLessThanOrEqual(310);
    expect(most).toBeLessThan(5);
    expect(region.looked.length).toBeGreaterThanOrEqual(7 * 300);
    expect(region.looked.length).toBeLessThanOrEqual(8 * 300);
  });
});

describe('law', () => {
  const step = fc.record({
    changed: fc.array(fc.nat(11), { maxLength: 4 }),
    manual: fc.array(fc.nat(11), { maxLength: 4 }),
    refused: fc.array(fc.nat(11), { maxLength: 6 }),
    gone: fc.array(fc.nat(11), { maxLength: 2 }),
    dies: fc.boolean(),
  });

  test('whatever is refused or dies, each change of an automatic workload is followed by a run', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const region = await settled(12);
        const limits = { reads: 6, runs: 3, unhurried: 2 };
        const open = new Set<string>();
        const answer = () => {
          for (const run of region.runs.splice(0)) open.delete(run.replace(/^\w+ /, ''));
        };
        for (const { changed, manual, refused, gone, dies } of steps) {
          for (const nth of changed) {
            region.change(nth);
            open.add(arnOf(nth));
          }
          const hidden = new Set(gone.map(arnOf));
          region.manual = new Set(manual.map(arnOf));
          for (const arn of region.manual) open.delete(arn);
          region.refused = new Set(refused.map(arnOf));
          const listed = region.summaries.filter(({ arn }) => !hidden.has(arn));
          const summaries = () => Promise.resolve(listed);
          const storage = dies ? stoppingAt(region.kvs, 1, 'before') : region.kvs;
          const watch = createWatchStore(storage, 'c1', 'eu-west-1');
          await region.poll({ summaries, watch }, limits).catch(() => undefined);
          answer();
        }
        region.refused.clear();
        region.manual.clear();
        for (let polls = 0; polls < 12; polls += 1) await region.poll({}, limits);
        answer();
        expect([...open]).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
