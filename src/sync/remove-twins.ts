import type { Reason } from '../reason';
import { UpstreamError } from '../upstream-error';
import type { Twin } from './twins';
import { because } from './reasons';
import type { Work } from './work';

/** Times that one issue is tried. */
const TRIES = 3;

/** Removes issues that a person said may go, each only if nobody has touched it by then either. */
export async function removeTwins(twins: readonly Twin[], work: Work): Promise<void> {
  const taken = twins.filter((twin) => twin.taken);
  if (taken.length === 0) return;
  const account = await work.ports.jira.account();
  for (const { issue, original } of taken) {
    const of = { issueKey: original.key };
    const answer = await removeTwin(issue.id, of, account, work);
    const { key, summary: title } = issue;
    if (answer === 'removed') {
      work.ports.did?.({ kind: 'issue', what: 'deleted', issueKey: key });
      work.ledger.notices.push({ title, ...because('twin-removed', { of, twin: key }) });
    } else if (answer !== 'gone') work.ledger.failed.push({ key, title, ...answer });
  }
}

/**
 * Looks for traces directly before, each time: somebody may comment while Jira asks to wait. `gone`: somebody else
 * removed it. Throws `UpstreamError` after the last try.
 */
async function removeTwin(
  id: string,
  of: { readonly issueKey: string },
  account: string,
  work: Work,
): Promise<Reason | 'removed' | 'gone'> {
  const { jira } = work.ports;
  for (let attempt = 0; ; attempt++) {
    await work.checkpoint('updating-issues');
    const traces = await jira.traces(id, account);
    if (traces === undefined) return attempt === 0 ? 'gone' : 'removed';
    const by = [...new Set(traces)].map((trace) => because('trace', { trace }));
    if (by.length > 0) return because('twin-touched', { of, by });
    try {
      const answer = await jira.remove(id);
      return answer.kind === 'applied' ? 'removed' : because('write-refused', { because: answer.reason });
    } catch (error) {
      if (!(error instanceof UpstreamError) || attempt + 1 === TRIES) throw error;
      if (!(await jira.waitAfter(error, attempt))) throw error;
    }
  }
}
