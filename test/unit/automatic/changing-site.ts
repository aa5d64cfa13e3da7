/** Touches of one question over storage and a queue that are slow, and the worker that looks. */
import {
  createPendingChanges,
  type ReconcileJob,
  type Subject,
  type PendingChanges,
} from '../../../src/automatic/pending-changes';
import { MemoryKeyValues } from '../../builders/key-values';
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
  /** For each look: does its invocation die after it, before the work? Then its job comes again. */
  readonly deaths: readonly boolean[];
}

export class TouchSite {
  readonly time = new VirtualTime();
  readonly touchedAt: number[] = [];
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
    const kvs = new MemoryKeyValues();
    this.pendingChanges = createPendingChanges({
      clock: this.time,
      kvs: {
        get: (key) => this.request(() => kvs.get(key)),
        set: (key, value) => this.request(() => kvs.set(key, value)),
        delete: (key) => this.request(() => kvs.delete(key)),
      },
      push: (job, delaySeconds) => this.request(() => this.push(job, delaySeconds)),
    });
  }

  /** Touches the question after each of these pauses, in milliseconds; ends when all is quiet. */
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
      this.touchedAt.push(this.time.now());
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

  private push(job: ReconcileJob, delaySeconds: number): Promise<void> {
    for (const late of this.faults.deliveries[this.jobs] ?? [0]) {
      void this.deliver(job, Math.max(0, delaySeconds * 1000 + late));
    }
    this.jobs += 1;
    return Promise.resolve();
  }

  private async deliver(job: ReconcileJob, delay: number): Promise<void> {
    await this.time.sleep(delay);
    this.worker = this.worker.then(() => this.look(job));
  }

  private async look(job: ReconcileJob): Promise<void> {
    const found = await this.pendingChanges.check(job, this.quietSeconds);
    if (this.faults.deaths[this.looks++] === true) {
      void this.deliver(job, 1000);
      return;
    }
    if (found.kind !== 'due') return;
    this.worked.push(this.time.now());
    await this.time.sleep(3000);
    await this.pendingChanges.handled(SUBJECT, found.touchedAt);
  }
}
