import type { ProjectProfile } from '../jira/model';
import type { Plan } from '../review-entries/entry';
import { Announcements } from './announcements';
import { Ledger } from './ledger';
import { Pause, Superseded } from './pause';
import type { SyncPorts, SyncRequest } from './ports';
import type { Reading } from './read';
import { because, type Step } from './reasons';

/** An invocation stops this long before its time is up, to record what it did. */
const RESERVE_MS = 30_000;

/** And so many requests to AWS before they are used up: for each answer under way one write, and a read tried anew. */
const RESERVE_REQUESTS = 50;

/** One invocation's work on one plan: what its steps share. */
export class Work {
  readonly ledger: Ledger;
  readonly announcements: Announcements;
  private done = 0;
  private step: Step = 'preparing';
  private recorded: Promise<void> = Promise.resolve();

  constructor(
    readonly request: SyncRequest,
    readonly ports: SyncPorts,
    readonly reading: Reading,
    plan: Plan,
    private readonly total: number,
    private readonly profiles: ReadonlyMap<string, ProjectProfile>,
    lastNumbers: ReadonlyMap<string, number>,
  ) {
    this.ledger = new Ledger(request, ports, reading, plan);
    this.announcements = new Announcements(request, ports, reading, plan, lastNumbers);
  }

  /** Called before each write: stops in time, and stops for a newer invocation. */
  async checkpoint(step: Step): Promise<void> {
    if (this.ports.remaining() < RESERVE_MS) throw new Pause(because('time-is-up'), 0);
    if (this.ports.requestsLeft() < RESERVE_REQUESTS) throw new Pause(because('requests-used'), 0);
    if (!(await this.ports.hasLease())) throw new Superseded('A newer run took over');
    this.step = step;
    await this.report();
  }

  /** Keeps what was done by now, in storage and in the run's tally; one after the other where several ask. */
  async record(): Promise<void> {
    const before = this.recorded;
    this.recorded = before.catch(() => undefined).then(() => this.recordNow());
    await this.recorded;
  }

  private async recordNow(): Promise<void> {
    await this.ledger.save();
    await this.report();
  }

  advance(changes: number): void {
    this.done += changes;
  }

  profileOf(projectId: string): ProjectProfile {
    const profile = this.profiles.get(projectId);
    if (!profile) throw new Error(`No profile was read for project ${projectId}`);
    return profile;
  }

  private async report(): Promise<void> {
    const tally = this.ledger.snapshot();
    await this.ports.report({ step: this.step, done: this.done, total: this.total, tally });
  }
}
