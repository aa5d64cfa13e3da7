/** The schedules of manifest.yml. */
import { reportAccounts } from '../accounts/report-accounts';
import { requeueOverdueChanges } from '../automatic/overdue-changes';
import { continueReconcile, reconcileJira as reconcile } from '../automatic/reconcile-jira';
import { queuePolls } from '../automatic/schedules';
import { reviveRuns } from '../runs/revive-runs';
import { account, accountReport, platform } from './platform';
import { siteIfTold } from './site-in';

/** Every five minutes. Each is done whatever becomes of the others. */
export function pollAws(_: unknown, context: unknown): Promise<void> {
  return account.keep(siteIfTold(context), async () => {
    const done = await Promise.allSettled([
      queuePolls(platform),
      reviveRuns(platform),
      requeueOverdueChanges(platform),
      continueReconcile(platform),
    ]);
    for (const each of done) if (each.status === 'rejected') throw each.reason;
  });
}

/** Every week. */
export function reportPeople(_: unknown, context: unknown): Promise<void> {
  return account.keep(siteIfTold(context), () => reportAccounts(accountReport));
}

/** Every hour. */
export function reconcileJira(_: unknown, context: unknown): Promise<void> {
  return account.keep(siteIfTold(context), () => reconcile(platform));
}
