import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { poll, POLL_LIMITS, type PollPorts } from '../../../src/automatic/poll';
import { createWatermarkStore } from '../../../src/automatic/watermark-store';
import type { Summary } from '../../../src/automatic/watch';
import { createWatchStore } from '../../../src/automatic/watch-store';
import type { KeyValues } from '../../../src/key-values';
import { MemoryKeyValues, stoppingAt } from '../../builders/key-values';
import { arnOf, COUNTS, NOW, summariesOf, summaryOf } from './workloads';

const MINUTES = 60_000;

/** A connection's workloads in one Region, and what its polls do. */
class Region {
  summaries: readonly Summary[] = [];
  now = NOW;
  manual = new Set<string>();
  /** Workloads that the queue refuses. */
  refused = new Set<string>();
  reads = 0;
  readonly looked: string[] = [];
  readonly runs: string[] = [];
  readonly kvs = new MemoryKeyValues();
  private readonly counted: KeyValues = {
    get: (key) => ((this.reads += 1), this.kvs.get(key)),
    set: (key, value) => this.kvs.set(key, value),
    delete: (key) => this.kvs.delete(key),
  };
  readonly watermarks = createWatermarkStore(this.counted);

  constructor(count: number) {
    this.summaries = summariesOf(count);
  }

  /** A poll, five minutes after the one before. */
  poll(ports: Partial<PollPorts> = {}, limits = POLL_LIMITS) {
    this.now += 5 * MINUTES;
    return poll({ ...this.ports(), ...ports }, limits);
  }

  /** Polls until all are known and nothing is left, and forgets that it did. */
  async settle(): Promise<void> {
    while ((await this.poll()).counts.left > 0);
    this.reads = this.looked.length = this.runs.length = this.kvs.writes = 0;
  }

  change(nth: number, more: Partial<Summary> = { updatedAt: this.now }): void {
    this.summaries = this.summaries.map((each) => (each.arn === arnOf(nth) ? { ...each, ...more } : each));
  }

  private ports(): PollPorts {
    return {
      now: this.now,
      summaries: () => Promise.resolve(this.summaries),
      watch: createWatchStore(this.counted, 'c1', 'eu-west-1'),
      watermarks: this.watermarks,
      isAutomatic: (arn) => (this.looked.push(arn), Promise.resolve(!this.manual.has(arn))),
      enqueue: (arn, reason) => {
        if (this.refused.has(arn)) return Promise.reject(new Error('Queue is full'));
        this.runs.push(`${reason} ${arn}`);
        return Promise.resolve();
      },
    };
  }
}

async function settled(count: number): Promise<Region> {
  const region = new Region(count);
  await region.settle();
  return region;
}

describe('a poll', () => {
  test('of 1,000 workloads with nothing changed costs 16 reads of storage and nothing else', async () => {
    const region = new Region(1000);
    for (const { arn, updatedAt } of region.summaries) await region.watermarks.sawAll(arn, updatedAt, COUNTS);
    await region.settle();
    const { counts, workloads } = await region.poll({ now: region.now });
    expect([workloads, counts]).toEqual([1000, { run: 0, explained: 0, manual: 0, left: 0, failed: 0 }]);
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

  test('reads a workload for the day although its change was explained', async () => {
    const region = await settled(5);
    region.now += 86_400_000;
    await region.watermarks.sawAll(arnOf(3), region.now, COUNTS);
    region.change(3);
    expect((await region.poll()).counts).toMatchObject({ explained: 1 });
    expect(region.runs).not.toContain(`daily ${arnOf(3)}`);
    await region.poll();
    expect(region.runs).toContain(`daily ${arnOf(3)}`);
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
    const region = new Region(1000);
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
    const region = new Region(1200);
    for (const { arn } of region.summaries) region.manual.add(arn);
    const now = NOW;
    expect((await region.poll({ now })).counts).toMatchObject({ manual: 500, left: 700 });
    await region.poll({ now });
    expect((await region.poll({ now })).counts).toMatchObject({ manual: 200, left: 0 });
  });

  test('each automatic workload is read once a day, spread over the day', async () => {
    const region = await settled(300);
    let most = 0;
    for (let polls = 0; polls < 24 * 12; polls += 1) most = Math.max(most, (await region.poll()).counts.run);
    expect(new Set(region.runs).size).toBe(300);
    expect(region.runs.length).toBeLessThanOrEqual(310);
    expect(most).toBeLessThan(10);
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
      { numRuns: 100 },
    );
  });
});
