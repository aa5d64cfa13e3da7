import type { ProjectProfile } from '../jira/model';
import type { Plan } from '../review-entries/entry';
import { Announcements } from './announcements';
import { Ledger } from './ledger';
import { mayGoOn } from './may-go-on';
import type { SyncPorts, SyncRequest } from './ports';
import type { Reading } from './read';
import type { Step } from './reasons';
import type { StepProgress } from './steps';

/** One invocation's work on one plan: what its steps share. */
export class Work {
  readonly ledger: Ledger;
  readonly announcements: Announcements;
  private readonly done = new Map<Step, number>();
  private step: Step = 'preparing';
  private recorded: Promise<void> = Promise.resolve();

  constructor(
    readonly request: SyncRequest,
    readonly ports: SyncPorts,
    readonly reading: Reading,
    plan: Plan,
    private readonly steps: readonly StepProgress[],
    private readonly profiles: ReadonlyMap<string, ProjectProfile>,
    lastNumbers: ReadonlyMap<string, number>,
  ) {
    this.ledger = new Ledger(request, ports, reading, plan);
    this.announcements = new Announcements(request, ports, reading, plan, lastNumbers);
  }

  /** Called before each write: stops in time, and stops for a newer invocation. */
  async checkpoint(step: Step): Promise<void> {
    await mayGoOn(this.ports);
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
    await this.ports.tellDone?.();
    await this.report();
  }

  /** What writing into AWS is called in this plan. */
  get writingStep(): Step {
    return this.steps.some(({ step }) => step === 'writing-answers') ? 'writing-answers' : 'writing-notes';
  }

  /** So many more changes of the step are over, whatever became of them. */
  advance(step: Step, changes: number): void {
    this.done.set(step, (this.done.get(step) ?? 0) + changes);
  }

  profileOf(projectId: string): ProjectProfile {
    const profile = this.profiles.get(projectId);
    if (!profile) throw new Error(`No profile was read for project ${projectId}`);
    return profile;
  }

  /** Of a run that has nothing to do there is nothing to tell. */
  private async report(): Promise<void> {
    if (this.steps.length === 0) return;
    const steps = this.steps.map((each) => ({ ...each, done: this.done.get(each.step) ?? 0 }));
    await this.ports.report({ step: this.step, steps, tally: this.ledger.snapshot() });
  }
}
