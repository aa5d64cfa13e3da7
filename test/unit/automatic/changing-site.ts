/** Changes of one question over storage and a queue that are slow, and the worker that reconciles. */
import type { ReconcileJob, Subject } from '../../../src/automatic/pending-change-record';
import { createPendingChanges, type PendingChanges } from '../../../src/automatic/pending-changes';
import type { DelayedJob } from '../../../src/automatic/queue';
import { MemoryPendingChanges } from '../../builders/pending-changes';
import { WORKLOAD_ARN } from '../../builders/review';
import { VirtualTime } from './virtual-time';

export const SUBJECT: Subject = {
  direction: 'jira',
  workloadArn: WORKLOAD_ARN,
  lens: 'arn:aws:wellarchitected::aws:lens/wellarchitected',
  question: 'securely-operate',
};

/** What goes wrong; each list is gone through once, from its beginning. */
export interface Faults {
  /** Milliseconds that a request to storage or queue takes, there and back alike. */
  readonly latencies: readonly number[];
  /** For each job that is pushed, by how many milliseconds each of its deliveries is late; negative: early. */
  readonly deliveries: readonly (readonly number[])[];
  /** For each job: does its invocation die after it, before the work? Then its job comes again. */
  readonly deaths: readonly boolean[];
}

export class ChangingSite {
  readonly time = new VirtualTime();
  readonly changedAt: number[] = [];
  /** When each piece of work began. */
  readonly worked: number[] = [];
  jobs = 0;
  private readonly pendingChanges: PendingChanges;
  private requests = 0;
  private looks = 0;
  private worker: Promise<void> = Promise.resolve();

  constructor(
    private readonly quietSeconds: number,
    private readonly faults: Faults,
  ) {
    const storage = new MemoryPendingChanges();
    this.pendingChanges = createPendingChanges({
      clock: this.time,
      storage: {
        get: (key) => this.request(() => storage.get(key)),
        set: (key, value) => this.request(() => storage.set(key, value)),
        replace: (key, changedAt, value) => this.request(() => storage.replace(key, changedAt, value)),
        ofWorkload: (workloadArn) => this.request(() => storage.ofWorkload(workloadArn)),
        dueBefore: (time, most) => this.request(() => storage.dueBefore(time, most)),
      },
      push: (jobs) => this.request(() => this.push(jobs)),
    });
  }

  /** Changes the question after each of these pauses, in milliseconds; ends when all is quiet. */
  async play(pauses: readonly number[]): Promise<void> {
    const all = this.person(pauses);
    await this.time.run();
    await all;
    await this.worker;
  }

  private async person(pauses: readonly number[]): Promise<void> {
    const changes: Promise<void>[] = [];
    for (const pause of pauses) {
      await this.time.sleep(pause);
      this.changedAt.push(this.time.now());
      changes.push(this.pendingChanges.add(SUBJECT, this.quietSeconds));
    }
    await Promise.all(changes);
  }

  private async request<T>(act: () => Promise<T>): Promise<T> {
    const { latencies } = this.faults;
    await this.time.sleep(latencies[this.requests++ % latencies.length] ?? 0);
    const answer = await act();
    await this.time.sleep(latencies[this.requests++ % latencies.length] ?? 0);
    return answer;
  }

  private push(jobs: readonly DelayedJob[]): Promise<void> {
    for (const { job, delaySeconds } of jobs) {
      for (const late of this.faults.deliveries[this.jobs] ?? [0]) {
        void this.deliver(job, Math.max(0, delaySeconds * 1000 + late));
      }
      this.jobs += 1;
    }
    return Promise.resolve();
  }

  private async deliver(job: ReconcileJob, delay: number): Promise<void> {
    await this.time.sleep(delay);
    this.worker = this.worker.then(() => this.look(job));
  }

  private async look(job: ReconcileJob): Promise<void> {
    const change = await this.pendingChanges.open(job);
    const isDue = change !== undefined && (await this.pendingChanges.isDue(change, this.quietSeconds));
    if (this.faults.deaths[this.looks++] === true) {
      void this.deliver(job, 1000);
      return;
    }
    if (change === undefined || !isDue) return;
    this.worked.push(this.time.now());
    await this.time.sleep(3000);
    await this.pendingChanges.handled(change);
  }
}
