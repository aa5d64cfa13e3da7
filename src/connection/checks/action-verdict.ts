/** What the answer to a tried action says about the role. Pure. */
import type { Check } from '../../contract/connections';
import { policyOf } from '../../wellarchitected/actions';
import type { WorkloadRef } from '../../wellarchitected/arn';
import { reasonOf } from '../../wellarchitected/client/access-denied';
import { unknown, type Outcome } from './bench';
import { accountOf, type Connection } from '../model';
import { placeOf, statementFor, workloadsOf } from '../permissions';

export interface Tried {
  readonly action: string;
  /** Absent for an action that has no resource. */
  readonly workload?: WorkloadRef;
  /** How many workloads were tried. */
  readonly of?: number;
}

/** Codes of the service model and, of a session's own refusal, of IAM. */
const DENIED = ['AccessDeniedException', 'AccessDenied'];

/**
 * What AWS answers to a request that it allows, but cannot carry out. That it checks permissions before it looks
 * for what is asked for is how IAM describes it, and unverified for this service: did it look first, a missing
 * permission would pass for one that is there.
 */
const ALLOWED = ['ResourceNotFoundException', 'ValidationException'];

export function isDenied(outcome: Outcome<unknown>): boolean {
  return outcome.kind !== 'done' && DENIED.includes(outcome.error.details.code);
}

export function verdict(connection: Connection, tried: Tried, outcome: Outcome<unknown>): Check {
  const { action: what } = tried;
  if (outcome.kind === 'done') return { what, result: 'ok', message: `${what} is allowed.` };
  const { error } = outcome;
  if (isDenied(outcome)) return missing(connection, tried, reasonOf(error.cause));
  if (ALLOWED.includes(error.details.code)) {
    const message = `${what} is allowed: AWS went on to say that there is no such thing.`;
    return { what, result: 'ok', message };
  }
  if (outcome.kind === 'unclear') return unknown(what, error.message);
  return { what, result: 'failed', message: error.message };
}

function missing(
  connection: Connection,
  { action, workload, of = 1 }: Tried,
  { words, addingHelps }: ReturnType<typeof reasonOf>,
): Check {
  const resource = workload === undefined ? '*' : workload.arn;
  const others = of > 1 ? ` and ${of - 1} more tried` : '';
  const refused = `AWS refuses ${action} on ${resource}${others}`;
  if (!addingHelps) {
    const message = `${refused} because of another policy than the role's permissions: ${words ?? ''}.`;
    return { what: action, result: 'failed', message };
  }
  return {
    what: action,
    result: 'failed',
    message: `${refused}: add the action to the policy ${policyOf(action) ?? ''} of the role ${connection.roleArn ?? ''}, or give the role this statement.`,
    statement: JSON.stringify(statementFor(action, placeOf(connection), resourcesOf(connection, workload))),
  };
}

/** The account's workloads in general, or the one that was tried where the role is to reach named ones only. */
function resourcesOf(connection: Connection, workload: WorkloadRef | undefined): readonly string[] {
  if (workload === undefined) return [];
  const general = workloadsOf(connection).length === 0 && workload.account === accountOf(connection);
  return general ? [] : [workload.arn];
}
