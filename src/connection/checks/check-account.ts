/** What a test finds of the account: which workloads it can try, and whether the account's settings can be read. */
import { z } from 'zod';
import { ACCOUNT_ACTIONS, ACCOUNT_PROBES } from '../../wellarchitected/actions';
import { parseWorkloadArn, type WorkloadRef } from '../../wellarchitected/arn';
import type { AwsCredentials } from '../../wellarchitected/client/review-source';
import { verdict } from './action-verdict';
import {
  answerOf,
  attemptCall,
  openClient,
  type TestSession,
  type Finding,
  type Outcome,
} from './test-session';
import { accountOf } from '../model';
import { because } from '../reasons';
import { TESTED_WORKLOADS } from '../session';

const LIST = 'wellarchitected:ListWorkloads';

/**
 * The workloads of the Region to try, those that are named for a project first, and what came of listing them.
 * Workloads that other accounts share count only where they are named: the role need not reach the others.
 */
export async function checkList(
  session: TestSession,
  credentials: AwsCredentials,
): Promise<{ readonly check: Finding; readonly workloads: readonly WorkloadRef[] }> {
  const { connection, region } = session;
  const client = openClient(session, credentials);
  const outcome = await attemptCall(
    session,
    { action: LIST, subject: because('tested-workloads', { region }) },
    (options) => ACCOUNT_PROBES[LIST](client, options),
  );
  const named = connection.serves.flatMap(({ workloadArns }) => workloadArns ?? []).map(parseWorkloadArn);
  const account = accountOf(connection);
  const listed = listedArns(outcome)
    .map(parseWorkloadArn)
    .filter((ref) => ref?.account === account);
  const here = [...named, ...listed].filter((ref) => ref?.region === region);
  const byArn = new Map(here.filter((ref) => ref !== undefined).map((ref) => [ref.arn, ref]));
  const workloads = [...byArn.values()].slice(0, TESTED_WORKLOADS);
  return { check: verdict(connection, { action: LIST }, outcome), workloads };
}

/** Every other action of the account. */
export async function checkAccount(
  session: TestSession,
  credentials: AwsCredentials,
): Promise<readonly Finding[]> {
  const client = openClient(session, credentials);
  const subject = because('tested-account', { region: session.region });
  const checks: Finding[] = [];
  for (const action of ACCOUNT_ACTIONS) {
    if (action === LIST) continue;
    const outcome = await attemptCall(session, { action, subject }, (options) =>
      ACCOUNT_PROBES[action](client, options),
    );
    checks.push(verdict(session.connection, { action }, outcome));
  }
  return checks;
}

const workloadList = z.object({ WorkloadSummaries: z.array(z.object({ WorkloadArn: z.string() })) });

/** An answer that cannot be read names nothing; reading it is not what is tested. */
function listedArns(outcome: Outcome<unknown>): readonly string[] {
  const { data } = workloadList.safeParse(answerOf(outcome));
  return data?.WorkloadSummaries.map(({ WorkloadArn }) => WorkloadArn) ?? [];
}
