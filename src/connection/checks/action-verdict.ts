/** What the answer to a tried action says about the role. Pure. */
import { policyOf } from '../../wellarchitected/actions';
import type { WorkloadRef } from '../../wellarchitected/arn';
import { reasonOf } from '../../wellarchitected/client/access-denied';
import { unknown, type Finding, type Outcome } from './test-session';
import { accountOf, type Connection } from '../model';
import { arnScopeOf, statementFor, workloadsOf } from '../permissions';
import { because } from './reasons';

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
 * for what is asked for is how IAM describes it, and unverified (A9) for this service: did it look first, a missing
 * permission would pass for one that is there.
 */
const ALLOWED = ['ResourceNotFoundException', 'ValidationException'];

export function isDenied(outcome: Outcome<unknown>): boolean {
  return outcome.kind !== 'done' && DENIED.includes(outcome.error.details.code);
}

export function verdict(connection: Connection, tried: Tried, outcome: Outcome<unknown>): Finding {
  const { action: what } = tried;
  if (outcome.kind === 'done')
    return { what, result: 'ok', reason: because('action-allowed', { action: what }) };
  const { error } = outcome;
  if (isDenied(outcome)) return missing(connection, tried, reasonOf(error.cause));
  if (ALLOWED.includes(error.details.code)) {
    return { what, result: 'ok', reason: because('action-allowed-nothing-there', { action: what }) };
  }
  if (outcome.kind === 'unclear') return unknown(what, error.reason);
  return { what, result: 'failed', reason: error.reason };
}

function missing(
  connection: Connection,
  { action, workload, of = 1 }: Tried,
  { words, addingHelps }: ReturnType<typeof reasonOf>,
): Finding {
  const resource = workload === undefined ? '*' : workload.arn;
  const refused = { action, resource, others: of - 1 };
  if (!addingHelps) {
    const why = { quote: words ?? '', by: 'aws' } as const;
    return {
      what: action,
      result: 'failed',
      reason: because('action-refused-otherwise', { ...refused, why }),
    };
  }
  const policy = policyOf(action) ?? '';
  return {
    what: action,
    result: 'failed',
    reason: because('action-not-in-policy', { ...refused, policy, roleArn: connection.roleArn ?? '' }),
    statement: JSON.stringify(
      statementFor(action, arnScopeOf(connection), resourcesOf(connection, workload)),
    ),
  };
}

/** The account's workloads in general, or the one that was tried where the role is to reach named ones only. */
function resourcesOf(connection: Connection, workload: WorkloadRef | undefined): readonly string[] {
  if (workload === undefined) return [];
  const general = workloadsOf(connection).length === 0 && workload.account === accountOf(connection);
  return general ? [] : [workload.arn];
}
