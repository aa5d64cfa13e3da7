import type { ProjectProfile } from '../jira/model';
import { identitiesOf, identityKey } from '../jira/ownership';
import type { Intent } from '../links/intent-store';
import type { Create, Plan } from '../review-entries/entry';
import { Ledger } from './ledger';
import { Pause, Superseded } from './pause';
import type { SyncPorts, SyncRequest } from './ports';
import type { Reading } from './read';
import { because, type Step } from './reasons';

/** An invocation stops this long before its time is up, to record what it did. */
const RESERVE_MS = 30_000;

/** One invocation's work on one plan: what its steps share. */
export class Work {
  readonly ledger: Ledger;
  private done = 0;
  private step: Step = 'preparing';
  /** What earlier runs left uncertain, and the number below which nothing new can be. */
  private carried: Intent | undefined;
  private readonly lastNumbers: Map<string, number>;
  private noted: Intent | undefined;

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
    this.lastNumbers = new Map(lastNumbers);
    this.noted = reading.intent;
    this.carried = intentLeft(reading, plan);
  }

  /** Called before each write: stops in time, and stops for a newer invocation. */
  async checkpoint(step: Step): Promise<void> {
    if (this.ports.remaining() < RESERVE_MS) throw new Pause(because('time-is-up'), 0);
    if (!(await this.ports.hasLease())) throw new Superseded('A newer run took over');
    this.step = step;
    await this.report();
  }

  /** Keeps what was done by now, in storage and in the run's tally. */
  async record(): Promise<void> {
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

  /** A workload has one intent, of one project: while it is needed there, nothing is made elsewhere. */
  isUncertainElsewhere(projectId: string): boolean {
    return this.carried !== undefined && this.carried.projectId !== projectId;
  }

  /** Notes what Jira is about to be asked for; what is still uncertain stays noted beside it. */
  async announce(projectId: string, creates: readonly Create[]): Promise<void> {
    const after = this.lastNumbers.get(projectId) ?? 0;
    const { carried } = this;
    this.noted = {
      runId: this.request.runId,
      at: this.ports.now(),
      projectId,
      afterNumber: Math.min(after, carried?.afterNumber ?? after),
      items: [...(carried?.items ?? []), ...creates.map(({ entry }) => identityKey(entry.identity))],
      ...(carried?.hidden ? { hidden: carried.hidden } : {}),
      ...(carried?.hiddenIds ? { hiddenIds: carried.hiddenIds } : {}),
    };
    await this.ports.intents.save(this.request.workloadArn, this.noted);
  }

  /** Jira made these issues and the app cannot read them: not asked for again unless a person says so. */
  async noteHidden(creates: readonly Create[], ids: readonly string[]): Promise<void> {
    if (!this.noted) return;
    const { hidden = [], hiddenIds = [] } = this.noted;
    const unseen = creates.map(({ entry }) => identityKey(entry.identity));
    this.noted = { ...this.noted, hidden: [...hidden, ...unseen], hiddenIds: [...hiddenIds, ...ids] };
    await this.ports.intents.save(this.request.workloadArn, this.noted);
  }

  /** Raises the number that the next batch's issues must exceed. */
  created(projectId: string, keys: readonly string[]): void {
    const numbers = keys.map((key) => Number(key.slice(key.lastIndexOf('-') + 1)));
    this.lastNumbers.set(projectId, Math.max(this.lastNumbers.get(projectId) ?? 0, ...numbers));
  }

  private async report(): Promise<void> {
    const tally = this.ledger.snapshot();
    await this.ports.report({ step: this.step, done: this.done, total: this.total, tally });
  }

  /** No create is under way: forgets the intent, but for what is still uncertain. */
  async settleIntent(): Promise<void> {
    const { workloadArn } = this.request;
    if (!this.noted) return;
    if (this.carried) await this.ports.intents.save(workloadArn, this.carried);
    else await this.ports.intents.clear(workloadArn);
    this.noted = undefined;
  }
}

/**
 * What of an intent must stay noted: creates whose outcome cannot be told, and issues that were found and
 * that this run does not link (its selection leaves them out): the index may not show them to the next run.
 */
function intentLeft({ intent, uncertain, issues, workloadLinks }: Reading, plan: Plan): Intent | undefined {
  if (!intent) return undefined;
  const linked = new Set([
    ...[...workloadLinks.links.values()].map(({ issueId }) => issueId),
    ...plan.matched.map(({ issue }) => issue.id),
  ]);
  const unlinked = identitiesOf(issues.filter(({ id }) => !linked.has(id)));
  const items = intent.items.filter((item) => uncertain.has(item) || unlinked.has(item));
  const hidden = (intent.hidden ?? []).filter((item) => uncertain.has(item));
  return items.length > 0 ? { ...intent, items, hidden } : undefined;
}
