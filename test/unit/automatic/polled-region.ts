/** Polls of one Region's workloads, five minutes apart. */
import { poll, POLL_LIMITS, type PollPorts } from '../../../src/automatic/poll';
import { createWatermarkStore } from '../../../src/automatic/watermark-store';
import type { Summary } from '../../../src/automatic/watch';
import { createWatchStore } from '../../../src/automatic/watch-store';
import type { KeyValues } from '../../../src/key-values';
import { MemoryKeyValues } from '../../builders/key-values';
import { arnOf, NOW, summariesOf } from './workloads';

const MINUTES = 60_000;

/** A connection's workloads in one Region, and what its polls do. */
export class PolledRegion {
  summaries: readonly Summary[] = [];
  now = NOW;
  manual = new Set<string>();
  /** Workloads that the queue refuses. */
  refused = new Set<string>();
  /** Workloads of which something waits. */
  waiting = new Set<string>();
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
      waits: (arn) => Promise.resolve(this.waiting.has(arn)),
      enqueue: (arn, reason) => {
        if (this.refused.has(arn)) return Promise.reject(new Error('Queue is full'));
        this.runs.push(`${reason} ${arn}`);
        return Promise.resolve();
      },
    };
  }
}

/** All are known, and nothing is left. */
export async function settled(count: number): Promise<PolledRegion> {
  const region = new PolledRegion(count);
  await region.settle();
  return region;
}
