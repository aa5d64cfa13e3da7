/** Every reason that the clients of AWS give, with what it is about; `words/en/aws.ts` has the words. */
import { reasonsOf, type None, type Quote, type Reason } from '../reason';

/** A call that failed: the action as IAM spells it, and what it was for. */
type Failed = Readonly<Record<'action', string> & Record<'subject', Reason>>;

export interface AwsReasons {
  // What a call is for.
  'the-workload': { readonly workload: string };
  'the-workloads': { readonly region: string };
  'the-account': { readonly region: string };
  'lens-of-workload': { readonly lens: string; readonly workload: string };
  'question-of-workload': { readonly question: string; readonly workload: string };

  // A call; `page` counts from 1.
  'aws-call': Failed;
  'aws-call-page': Failed & { readonly page: number };

  // Why AWS refused a call, and what has to change.
  'aws-denied': {
    readonly action: Quote;
    readonly target: Reason;
    readonly remedy: Reason;
  };
  'aws-denied-because': { readonly denied: Reason; readonly words: Quote };
  'aws-resource': { readonly resource: Quote; readonly subject: Reason };
  'take-out-of-deny': None;
  'report-session': None;
  'allow-there-too': None;
  'allow-in-role': None;
  'add-to-policy': { readonly action: string; readonly policy: string };

  // What else AWS answered, or did not.
  'aws-subject-unknown': Failed;
  'aws-invalid': Failed & { readonly words: Quote };
  'aws-conflict': Failed;
  'aws-quota': { readonly action: string; readonly words: Quote };
  'aws-throttled': Failed;
  'aws-unreachable': Failed & { readonly region: string; readonly how: 'timeout' | 'network' };
  'aws-answer-unreadable': Failed;
  'aws-fault': Failed;
  'aws-code-unknown': Failed & { readonly code: Quote };
  'aws-credentials-expired': { readonly action: string };
  'aws-key-unknown': { readonly action: string };
  /** In stored tests alone: of versions that asked STS in the Region of the workloads. */
  'aws-key-or-region-unknown': { readonly action: string; readonly region: string };
  'aws-session-unknown': { readonly action: string };
  'aws-session-or-region-unknown': { readonly action: string; readonly region: string };
  'sts-not-activated': { readonly action: string; readonly region: string };
  'aws-host-unresolved': { readonly action: string; readonly host: string; readonly region: string };
  'aws-signature': { readonly action: string };
  'aws-session-signature': { readonly action: string };
  'aws-clock': { readonly action: string };

  // Why an answer is not understood.
  'aws-answer-malformed': {
    readonly call: Reason;
    readonly place: string | Reason;
    readonly value: Reason | Quote;
    readonly problem: Reason;
  };
  'top-of-answer': None;
  'no-value': None;
  'aws-list-endless': { readonly call: Reason; readonly pages: number };
  'lens-arn-unknown': { readonly arn: Quote };
  'answers-missing': { readonly subject: Reason };
  'question-repeated': { readonly subject: Reason; readonly question: string };
  'workload-not-readable-there': {
    readonly workload: string;
    readonly region: string;
    readonly why: Reason;
  };
  'not-a-workload-arn': None;
  'workload-of-other-region': { readonly region: string };
}

/** A reason of the table with its params. */
export const because = reasonsOf<AwsReasons>();
