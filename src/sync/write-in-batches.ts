/** Updates of issues, each batch read again directly before it is written. */
import { inParts, mapInFlight } from '../in-flight';
import type { WriteAnswer } from '../jira/jira';
import type { AnyIssue, IssuePatch } from '../jira/model';
import { hasPatch, isAsRead } from '../jira/since-read';
import type { Update } from '../review-entries/entry';
import { UpstreamError } from '../upstream-error';
import { JIRA_IN_FLIGHT } from '../jira/in-flight';
import { asksToWait, OUTAGE } from './outage';
import type { Work } from './work';

/** Issues of one read: what is read is written within some seven times the latency of a write. */
const BATCH = 25;

/** Tries of an update, each after a read of its own. */
const TRIES = 3;

export interface Patched {
  readonly update: Update;
  readonly patch: IssuePatch;
}

/**
 * What became of an update: `changed`, somebody changed the issue since this run read it; `gone`, Jira shows it no
 * more. Both were left alone.
 */
export type Updated = WriteAnswer | { readonly kind: 'changed' | 'gone' };

export interface Outcomes {
  done(update: Update, outcome: Updated): void;
  /** May throw, which ends everything. */
  failed(update: Update, error: UpstreamError): void;
}

/**
 * Sends each update once and without a wait after the read that it is compared with. What may pass is waited for, read
 * and compared anew, `TRIES` times at most.
 */
export async function writeInBatches(
  patched: readonly Patched[],
  work: Work,
  outcomes: Outcomes,
): Promise<void> {
  for (const batch of inParts(patched, BATCH)) await writeBatch(batch, work, outcomes);
}

async function writeBatch(batch: readonly Patched[], work: Work, outcomes: Outcomes): Promise<void> {
  let left: readonly Patched[] = batch;
  for (let attempt = 0; ; attempt++) {
    await work.checkpoint('updating-issues');
    const unsure = await writeOnce(left, work, outcomes);
    const [first] = unsure;
    if (first === undefined) return;
    if (attempt + 1 === TRIES || !(await work.ports.jira.waitAfter(first.error, attempt))) {
      for (const { update, error } of unsure) outcomes.failed(update, error);
      return;
    }
    left = unsure;
  }
}

interface Unsure extends Patched {
  readonly error: UpstreamError;
}

/**
 * One read and the writes that follow it; what failed, and what was not sent any more because Jira asks to wait.
 * Throws what is about no single issue: so many failures in a row that Jira is out.
 */
async function writeOnce(
  patched: readonly Patched[],
  { ports: { jira } }: Work,
  outcomes: Outcomes,
): Promise<readonly Unsure[]> {
  const issues = await jira.fetch(patched.map(({ update }) => update.issue.id));
  const now = new Map(issues.map((issue) => [issue.id, issue]));
  const isFirst = !patched.some((each) => 'error' in each);
  let inARow = 0;
  let wait: UpstreamError | undefined;
  const unsure = await mapInFlight(patched, JIRA_IN_FLIGHT, async (each): Promise<readonly Unsure[]> => {
    if (wait) return [{ ...each, error: wait }];
    try {
      const left = leftAlone(each, now.get(each.update.issue.id));
      const outcome = left ?? (await jira.update(each.update.issue.id, each.patch));
      inARow = 0;
      outcomes.done(each.update, outcome);
      return [];
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      inARow += 1;
      // Those that are tried again failed before: they say nothing of the others.
      if (isFirst && inARow >= OUTAGE) throw error;
      if (asksToWait(error)) wait = error;
      return [{ ...each, error }];
    }
  });
  return unsure.flat();
}

/** Why nothing is sent; undefined where it is. */
function leftAlone({ update, patch }: Patched, now: AnyIssue | undefined): Updated | undefined {
  if (now === undefined) return { kind: 'gone' };
  if (hasPatch(now, patch)) return { kind: 'applied' };
  return isAsRead(now, update.issue) ? undefined : { kind: 'changed' };
}
