import type { Reason } from '../reason';
import type { Twin } from './twins';
import { because } from './reasons';
import type { Work } from './work';

/** Removes issues that a person said may go, each only if nobody has touched it by then either. */
export async function removeTwins(twins: readonly Twin[], work: Work): Promise<void> {
  const taken = twins.filter((twin) => twin.taken);
  if (taken.length === 0) return;
  const { jira } = work.ports;
  const account = await jira.account();
  for (const { issue, original } of taken) {
    await work.checkpoint('updating-issues');
    const traces = await jira.traces(issue.id, account);
    if (traces === undefined) continue;
    const of = { issueKey: original.key };
    const by = [...new Set(traces)].map((trace) => because('trace', { trace }));
    const why = by.length > 0 ? because('twin-touched', { of, by }) : await removed(issue.id, work);
    if (why) work.ledger.failed.push({ key: issue.key, title: issue.summary, ...why });
    else
      work.ledger.notices.push({ title: issue.summary, ...because('twin-removed', { of, twin: issue.key }) });
  }
}

/** Why it was not. */
async function removed(id: string, { ports: { jira } }: Work): Promise<Reason | undefined> {
  const answer = await jira.remove(id);
  return answer.kind === 'applied' ? undefined : because('write-refused', { because: answer.reason });
}
