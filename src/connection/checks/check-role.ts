/** Whether the app gets into the role, and whether nobody else does. */
import type { Check } from '../../contract/connections';
import type { AwsCredentials } from '../../wellarchitected/client/review-source';
import { refusedByUser } from '../assume-role-error';
import { attempt, unknown, type Bench, type Outcome } from './bench';
import { hex } from '../hex';
import { identifyKeyIn } from '../identify-key';

/** Whose key it is, asked through the STS of the Region under test. */
export async function checkKey(bench: Bench): Promise<Check> {
  const what = 'key';
  const outcome = await attempt(() => identifyKeyIn(bench.key, bench.sdk, bench.signal()));
  if (outcome.kind === 'done') {
    return { what, result: 'ok', message: `The app signs in as ${outcome.answer.principalArn}.` };
  }
  return notDone(what, outcome);
}

export async function checkRole(
  bench: Bench,
): Promise<{ readonly check: Check; readonly credentials?: AwsCredentials }> {
  const what = 'role';
  const outcome = await attempt(() => bench.enter({ purpose: { kind: 'read-account' } }));
  if (outcome.kind !== 'done') return { check: notDone(what, outcome) };
  const message = `The role ${bench.door.roleArn} lets the app in with its external ID.`;
  return { check: { what, result: 'ok', message }, credentials: outcome.answer };
}

/**
 * Tries the role without its external ID and with another one; the sessions, if there are any, can do nothing.
 * It proves something only of a role that lets the app in with the right one: a role that does not exist
 * refuses everybody.
 */
export async function checkExternalId(bench: Bench): Promise<readonly Check[]> {
  const another = otherThan(bench.door.externalId, hex(bench.random(16)));
  return [
    await probe(bench, 'missing-external-id', 'without an external ID', {}),
    await probe(bench, 'wrong-external-id', 'with a wrong external ID', { externalId: another }),
  ];
}

async function probe(
  bench: Bench,
  what: string,
  how: string,
  sent: { readonly externalId?: string },
): Promise<Check> {
  const outcome = await attempt(() => bench.enter({ purpose: { kind: 'nothing' }, probe: sent }));
  if (outcome.kind === 'done') return { what, result: 'failed', message: openRole(bench, how) };
  if (outcome.error.details.code !== 'AccessDenied') return unknown(what, outcome.error.message);
  if (!refusedByUser(outcome.error)) {
    return { what, result: 'ok', message: `AWS refuses the role ${how}, as it should.` };
  }
  const message = `AWS refuses the app's own user ${how}, before it asks the role; what the role itself would answer is not proven.`;
  return { what, result: 'ok', message };
}

function openRole({ door }: Bench, how: string): string {
  const condition = JSON.stringify({ StringEquals: { 'sts:ExternalId': door.externalId } });
  return (
    `The role lets the app in ${how}, so that another site of this app could reach the account through it: ` +
    `add "Condition": ${condition} to every statement of its trust policy that names the app's user or its account.`
  );
}

function otherThan(known: string, random: string): string {
  return random === known ? `${known.startsWith('0') ? '1' : '0'}${known.slice(1)}` : random;
}

function notDone(what: string, outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): Check {
  const { message } = outcome.error;
  return outcome.kind === 'refused' ? { what, result: 'failed', message } : unknown(what, message);
}
