/** What a session of the role may do and what it is called. Pure. */
import {
  ACCOUNT_ACTIONS,
  READ_ACTIONS,
  READ_MILESTONES,
  SAVE_MILESTONES,
  WRITE_ACTIONS,
} from '../wellarchitected/actions';
import { parseWorkloadArn } from '../wellarchitected/arn';
import type { ReadPurpose } from '../wellarchitected/client/sessions';

const READ_ANSWER = 'wellarchitected:GetAnswer' satisfies (typeof WRITE_ACTIONS)[number];

const PART = { site: 24, run: 36 };

/**
 * The name that CloudTrail shows beside every call: which site, which run. STS allows `[\w+=,.@-]{2,64}`;
 * other characters become a hyphen.
 */
export function sessionName(site: string, runId: string): string {
  const part = (text: string, limit: number) => text.replace(/[^A-Za-z0-9_+=,.@-]/g, '-').slice(0, limit);
  return `wa-${part(site, PART.site)}-${part(runId, PART.run)}`;
}

/** What a session is for; it can do nothing else. */
export type Purpose =
  | ReadPurpose
  /** Reading included: an answer is read before it is written. */
  | { readonly kind: 'write-answers'; readonly workloadArn: string }
  /** Testing a connection on the first workload that the role lets in. */
  | { readonly kind: 'test'; readonly workloadArns: readonly string[]; readonly write: boolean }
  /** Whether the role can be entered at all: nobody gains anything by it. */
  | { readonly kind: 'nothing' };

/** The most that one test tries. */
export const TESTED_WORKLOADS = 5;

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

/**
 * A session policy as JSON, at most 2,048 characters (STS, AssumeRole, Policy): what the role allows is cut
 * down to what this session is for. Throws a RangeError for what is not a workload's ARN, so that no wildcard
 * ever gets in.
 */
export function sessionPolicy(purpose: Purpose): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: [statementOf(purpose)] });
}

function statementOf(purpose: Purpose): Statement {
  switch (purpose.kind) {
    case 'read-account':
      return { Effect: 'Allow', Action: ACCOUNT_ACTIONS, Resource: ['*'] };
    case 'read-workload':
      return onWorkloads([purpose.workloadArn], READ_ACTIONS);
    case 'read-answers':
      return onWorkloads([purpose.workloadArn], [...READ_ACTIONS, READ_ANSWER]);
    case 'milestones':
      return onWorkloads([purpose.workloadArn], [...READ_MILESTONES, ...SAVE_MILESTONES]);
    case 'write-answers':
      return onWorkloads([purpose.workloadArn], [...READ_ACTIONS, ...WRITE_ACTIONS]);
    case 'test':
      return onWorkloads(
        purpose.workloadArns,
        purpose.write ? [...READ_ACTIONS, ...WRITE_ACTIONS] : READ_ACTIONS,
      );
    case 'nothing':
      return { Effect: 'Deny', Action: ['*'], Resource: ['*'] };
  }
}

/** The longest ARN of a workload, with room: `arn:aws-us-gov:wellarchitected:ap-northeast-1:…` has 99 characters. */
const ARN_LIMIT = 128;

function onWorkloads(arns: readonly string[], actions: readonly string[]): Statement {
  if (arns.length < 1 || arns.length > TESTED_WORKLOADS) {
    throw new RangeError(`a session is for 1 to ${TESTED_WORKLOADS} workloads, not ${arns.length}`);
  }
  if (arns.some((arn) => arn.length > ARN_LIMIT || parseWorkloadArn(arn) === undefined)) {
    throw new RangeError('a session is for workloads, named by their ARNs');
  }
  return { Effect: 'Allow', Action: actions, Resource: arns };
}
