/** Whether the app gets into the role, and whether nobody else does. */
import type { Reason } from '../../reason';
import type { AwsCredentials } from '../../wellarchitected/client/review-source';
import { refusedByUser } from '../assume-role-error';
import { attempt, unknown, type TestSession, type Finding, type Outcome } from './test-session';
import { hex } from '../hex';
import { identifyKeyIn } from '../identify-key';
import { because } from './reasons';

/** Whose key it is. */
export async function checkKey(session: TestSession): Promise<Finding> {
  const what = 'key';
  const outcome = await attempt(() => identifyKeyIn(session.key, session.sdk, session.signal()));
  if (outcome.kind === 'done') {
    const { principalArn } = outcome.answer;
    return { what, result: 'ok', reason: because('signs-in-as', { principalArn }) };
  }
  return notDone(what, outcome);
}

export async function checkRole(
  session: TestSession,
): Promise<{ readonly check: Finding; readonly credentials?: AwsCredentials }> {
  const what = 'role';
  const outcome = await attempt(() => session.enter({ purpose: { kind: 'read-account' } }));
  if (outcome.kind !== 'done') return { check: notDone(what, outcome) };
  const reason = because('role-lets-in', { roleArn: session.role.roleArn });
  return { check: { what, result: 'ok', reason }, credentials: outcome.answer };
}

/**
 * Tries the role without its external ID and with another one; the sessions, if there are any, can do nothing.
 * It proves something only of a role that lets the app in with the right one: a role that does not exist
 * refuses everybody.
 */
export async function checkExternalId(session: TestSession): Promise<readonly Finding[]> {
  const another = otherThan(session.role.externalId, hex(session.random(16)));
  return [
    await probe(session, 'missing-external-id', 'without', {}),
    await probe(session, 'wrong-external-id', 'wrong', { externalId: another }),
  ];
}

async function probe(
  session: TestSession,
  what: string,
  how: 'without' | 'wrong',
  sent: { readonly externalId?: string },
): Promise<Finding> {
  const outcome = await attempt(() => session.enter({ purpose: { kind: 'nothing' }, probe: sent }));
  if (outcome.kind === 'done') return { what, result: 'failed', reason: openRole(session, how) };
  if (outcome.error.details.code !== 'AccessDenied') return unknown(what, outcome.error.reason);
  const code = refusedByUser(outcome.error) ? 'user-refused' : 'role-closed';
  return { what, result: 'ok', reason: because(code, { how }) };
}

function openRole({ role }: TestSession, how: 'without' | 'wrong'): Reason {
  const condition = JSON.stringify({ StringEquals: { 'sts:ExternalId': role.externalId } });
  return because('role-open', { how, condition });
}

function otherThan(known: string, random: string): string {
  return random === known ? `${known.startsWith('0') ? '1' : '0'}${known.slice(1)}` : random;
}

function notDone(what: string, outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): Finding {
  const { reason } = outcome.error;
  return outcome.kind === 'refused' ? { what, result: 'failed', reason } : unknown(what, reason);
}
