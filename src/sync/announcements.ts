import { identitiesOf, identityKey } from '../jira/ownership';
import type { Intent } from '../links/intent-store';
import type { Reason } from '../reason';
import type { Create, Plan } from '../review-entries/entry';
import { Losses } from './create-losses';
import type { SyncPorts, SyncRequest } from './ports';
import type { Reading } from './read';

/** What is noted of creates in the intent store, so that whoever comes after a lost answer can look for them. */
export class Announcements {
  readonly losses: Losses;
  /** What earlier runs left uncertain, and the number below which nothing new can be. */
  private readonly carried: Intent | undefined;
  private readonly lastNumbers: Map<string, number>;
  private noted: Intent | undefined;

  constructor(
    private readonly request: Pick<SyncRequest, 'runId' | 'workloadArn' | 'automatic'>,
    private readonly ports: Pick<SyncPorts, 'intents' | 'now'>,
    reading: Reading,
    plan: Plan,
    lastNumbers: ReadonlyMap<string, number>,
  ) {
    const { intent } = reading;
    const creates = plan.changes.filter((change) => change.kind === 'create');
    this.losses = new Losses({
      ...{ intent, runId: request.runId, automatic: request.automatic, now: ports.now() },
      wanted: new Set(creates.map(({ entry }) => identityKey(entry.identity))),
      there: identitiesOf(reading.issues),
    });
    this.lastNumbers = new Map(lastNumbers);
    this.noted = intent;
    this.carried = intentLeft(reading, plan, this.losses);
  }

  /** A workload has one intent, of one project: while it is needed there, nothing is made elsewhere. */
  isUncertainElsewhere(projectId: string): boolean {
    return this.carried !== undefined && this.carried.projectId !== projectId;
  }

  /** Notes all that Jira is about to be asked for and may be at work on; what is still uncertain stays noted beside it. */
  async announce(projectId: string, creates: readonly Create[]): Promise<void> {
    const after = this.lastNumbers.get(projectId) ?? 0;
    const items = keysOf(creates);
    const { carried } = this;
    this.noted = {
      runId: this.request.runId,
      at: this.ports.now(),
      projectId,
      afterNumber: Math.min(after, carried?.afterNumber ?? after),
      items: [...(carried?.items ?? []), ...items],
      ...(carried?.hidden ? { hidden: carried.hidden } : {}),
      ...(carried?.hiddenIds ? { hiddenIds: carried.hiddenIds } : {}),
      losses: this.losses.whenAsked(items),
    };
    await this.save(this.noted);
  }

  /**
   * Jira was asked for these and did not say what became of them; what else was announced is linked or was not made.
   *
   * @param creates those of each call
   */
  async lost(creates: readonly (readonly Create[])[], reason: Reason): Promise<void> {
    if (!this.noted) return;
    const items = keysOf(creates.flat());
    this.noted = {
      ...this.noted,
      items: [...(this.carried?.items ?? []), ...items],
      losses: this.losses.whenLost(items, creates.length, reason),
    };
    await this.save(this.noted);
  }

  /** Jira made these issues and the app cannot read them: not asked for again unless a person says so. */
  async noteHidden(creates: readonly Create[], ids: readonly string[]): Promise<void> {
    if (!this.noted) return;
    const { losses: _asked, ...noted } = this.noted;
    const { hidden = [], hiddenIds = [] } = noted;
    const losses = this.losses.left();
    const keys = keysOf(creates);
    const items = [...new Set([...noted.items, ...keys])];
    this.noted = {
      ...{ ...noted, items, hidden: [...hidden, ...keys], hiddenIds: [...hiddenIds, ...ids] },
      ...(losses ? { losses } : {}),
    };
    await this.save(this.noted);
  }

  /** Jira answered. Raises the number that the next batch's issues must exceed. @param made keys */
  answered(projectId: string, creates: readonly Create[], made: readonly string[]): void {
    this.losses.answered(keysOf(creates));
    const numbers = made.map((key) => Number(key.slice(key.lastIndexOf('-') + 1)));
    this.lastNumbers.set(projectId, Math.max(this.lastNumbers.get(projectId) ?? 0, ...numbers));
  }

  /** No create is under way: forgets the intent, but for what may still appear and how often creates were lost. */
  async settle(): Promise<void> {
    if (!this.noted) return;
    const left = this.left(this.noted);
    if (left) await this.save(left);
    else await this.ports.intents.clear(this.request.workloadArn);
    this.noted = undefined;
  }

  private left({ runId, at, projectId, afterNumber }: Intent): Intent | undefined {
    const losses = this.losses.left();
    if (losses === undefined) return this.carried;
    return { ...(this.carried ?? { runId, at, projectId, afterNumber, items: [] }), losses };
  }

  private save(intent: Intent): Promise<void> {
    return this.ports.intents.save(this.request.workloadArn, intent);
  }
}

function keysOf(creates: readonly Create[]): readonly string[] {
  return creates.map(({ entry }) => identityKey(entry.identity));
}

/**
 * What of an intent must stay noted: creates whose outcome cannot be told or that are given up, and issues that were
 * found and that this run does not link (its selection leaves them out): the index may not show them to the next run.
 */
function intentLeft(
  { intent, uncertain, issues, workloadLinks }: Reading,
  plan: Plan,
  losses: Losses,
): Intent | undefined {
  if (!intent) return undefined;
  const linked = new Set([
    ...[...workloadLinks.links.values()].map(({ issueId }) => issueId),
    ...plan.matched.map(({ issue }) => issue.id),
  ]);
  const unlinked = identitiesOf(issues.filter(({ id }) => !linked.has(id)));
  const items = intent.items.filter(
    (item) => uncertain.has(item) || unlinked.has(item) || losses.mayAppear(item),
  );
  const hidden = (intent.hidden ?? []).filter((item) => uncertain.has(item));
  const { losses: _counted, ...rest } = intent;
  return items.length > 0 ? { ...rest, items, hidden } : undefined;
}
