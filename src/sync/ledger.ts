import type { IssueNow } from '../jira/jira';
import type { AnyIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import { closedAs } from '../plan/done-meaning';
import type { ClosedAs } from '../plan/link';
import type { Remark, There } from '../plan/plan';
import type { Reason } from '../reason';
import { unreadOf } from '../review-entries/as-written';
import type { Choose, Matched, Move, Plan, Resolve } from '../review-entries/entry';
import { linksOf } from './adoption';
import { linkAfter, type Link } from '../review-entries/link';
import type { UpstreamError } from '../upstream-error';
import type { QuestionName } from './done-item';
import type { SyncPorts, SyncRequest } from './ports';
import type { Reading } from './read';
import { createdBy, type Created, type Tally } from './tally';

/** What a run did, as it happens: links, counts, failures. Nothing enters it before it is true. */
export class Ledger {
  readonly failed: Remark[] = [];
  /** What a person should know and need not settle. */
  readonly notices: Remark[] = [];
  /** What stands in the way of a question's notes, by `questionKey`. */
  readonly notesRemarks = new Map<string, Remark>();
  readonly tally: { -readonly [K in keyof Tally]: Tally[K] };
  ratedAnew = false;
  /** Why issues are missing that this run could have made, where it gave up asking for them. */
  gaveUp: Reason | undefined;
  /** Something was left as it is, because somebody changed it meanwhile: another run compares it anew. */
  left = false;
  /** Something failed that may work another time. */
  failedForNow = false;
  private readonly links: Map<string, Link>;
  private readonly updated = new Set<string>();
  private readonly moved = new Set<string>();
  private readonly made = new Set<string>();
  /** How issues that this run moved are done, by id. */
  private readonly closedAs = new Map<string, ClosedAs>();

  constructor(
    private readonly request: SyncRequest,
    private readonly ports: SyncPorts,
    private readonly reading: Reading,
    private readonly plan: Plan,
  ) {
    this.links = new Map([
      ...reading.workloadLinks.links,
      ...linksOf(reading.adopted).map((link) => [identityKey(link.identity), link] as const),
    ]);
    for (const [key, notFound] of reading.notFound) {
      const link = this.links.get(key);
      if (link) this.links.set(key, { ...link, notFound });
    }
    this.tally = { ...request.tally };
  }

  /** Remembers an issue that this run made. */
  didCreate(link: Link, issueKey: string): void {
    this.ports.did?.({ kind: 'issue', what: 'created', issueKey });
    this.made.add(link.issueId);
    this.put(link);
  }

  isMoved(issueId: string): boolean {
    return this.moved.has(issueId);
  }

  didUpdate({ id, key: issueKey }: Pick<AnyIssue, 'id' | 'key'>): void {
    this.ports.did?.({ kind: 'issue', what: 'updated', issueKey });
    this.updated.add(id);
    this.tally.updated += 1;
  }

  /** @param now as Jira has the issue after that, where it was read */
  didMove({ entry, issue, kind }: Move, now?: IssueNow): void {
    this.moved.add(issue.id);
    this.didSee(issue.id, now);
    const side = kind === 'close' ? 'done' : 'open';
    const what = kind === 'close' ? 'closed' : 'reopened';
    this.ports.did?.({ kind: 'issue', what, issueKey: issue.key });
    const link = this.links.get(identityKey(entry.identity));
    if (link) this.put({ ...link, synced: { review: side, jira: side } });
    if (kind === 'close') this.tally.closed += 1;
    else this.tally.reopened += 1;
  }

  /** Jira was asked to resolve the issue anew. @param now where it was read @param resolved whether it says so now */
  didResolve({ issue }: Resolve, now: IssueNow | undefined, resolved: boolean): void {
    this.moved.add(issue.id);
    this.didSee(issue.id, now);
    if (!resolved) return;
    this.ports.did?.({ kind: 'issue', what: 'resolved', issueKey: issue.key });
    this.tally.updated += 1;
  }

  /** An issue was read after this run changed it. */
  didSee(issueId: string, now: IssueNow | undefined): void {
    const as = now && closedAs(now);
    if (as) this.closedAs.set(issueId, as);
  }

  /** AWS has the choice as Jira's "done" asks for. */
  didChoose({ issue }: Choose): void {
    this.moved.add(issue.id);
    this.tally.chosen += 1;
  }

  /** AWS rates a question anew after this run's own choices: what its issues tell of the risk is old. */
  didRateAnew(): void {
    this.ratedAnew = true;
  }

  didLeave(): void {
    this.left = true;
  }

  didFail(error: UpstreamError): void {
    if (error.details.retryable) this.failedForNow = true;
  }

  /** @param what of the block @param issueKey of the Task, if there is one */
  didWriteNotes(question: QuestionName, what: 'written' | 'removed', issueKey: string | undefined): void {
    this.ports.did?.({ kind: 'notes', question, what, ...(issueKey === undefined ? {} : { issueKey }) });
    this.tally.notesWritten += 1;
  }

  /** Links of the issues that this run considers: those that it matched and those that it made. */
  considered(): readonly Link[] {
    const matched = new Set(this.plan.matched.map(({ issue }) => issue.id));
    return [...this.links.values()].filter(({ issueId }) => matched.has(issueId) || this.made.has(issueId));
  }

  /** Every link of the workload, as it is by now. */
  all(): readonly Link[] {
    return [...this.links.values()];
  }

  /** Keeps what is true by now; cheap where nothing changed. */
  async save(): Promise<void> {
    for (const matched of this.plan.matched) this.put(this.remembered(matched));
    await this.ports.links.save(this.request.workloadArn, this.home(), [...this.links.values()]);
  }

  /** What there is by now, as links have it. */
  there(): There {
    return unreadOf(this.links, []);
  }

  /** Whether this run has changed anything, creates included. */
  hasChanged(): boolean {
    return this.made.size > 0 || Object.values(this.tally).some((count) => count > 0);
  }

  /** Issues that this run made, by the links: exact even where an invocation died on the way. */
  created(): Created {
    return createdBy(this.request.runId, this.links.values());
  }

  snapshot(): Tally {
    return { ...this.tally };
  }

  private put(link: Link): void {
    this.links.set(identityKey(link.identity), link);
  }

  /** The project to remember: another one than before only once this run has an issue. */
  private home(): string {
    const { projectId } = this.request;
    const hasIssue = this.plan.matched.length > 0 || this.made.size > 0;
    return hasIssue ? projectId : (this.reading.workloadLinks.projectId ?? projectId);
  }

  private remembered(matched: Matched): Link {
    const { id } = matched.issue;
    const applied = {
      updated: this.updated.has(id),
      moved: this.moved.has(id),
      closedAs: this.closedAs.get(id),
    };
    const { intent } = this.reading;
    const asked = intent?.items.includes(identityKey(matched.entry.identity));
    return linkAfter(matched, applied, asked ? intent?.runId : undefined);
  }
}
