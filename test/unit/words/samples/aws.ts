import type { AwsReasons } from '../../../../src/wellarchitected/reasons';
import type { Samples } from '../said';
import { asReason } from '../../../../src/reason';

const ARN = 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/0123456789abcdef0123456789abcdef';
const SUBJECT = { code: 'the-workload', params: { workload: ARN } };
const FAILED = { action: 'wellarchitected:GetWorkload', subject: SUBJECT };
const CALL = { code: 'aws-call', params: { action: 'GetWorkload', subject: SUBJECT } };
const DENIED = {
  code: 'aws-denied',
  params: {
    action: 'kms:Decrypt',
    target: { code: 'the-workloads', params: { region: 'eu-west-1' } },
    remedy: { code: 'allow-in-role', params: {} },
  },
};
const said = (quote: string) => ({ quote, by: 'aws' }) as const;

export const AWS: Samples<AwsReasons> = {
  'the-workload': [{ workload: ARN }, `workload ${ARN}`],
  'the-workloads': [{ region: 'eu-west-1' }, 'the workloads in eu-west-1'],
  'the-account': [{ region: 'eu-west-1' }, 'the settings of the account in eu-west-1'],
  'lens-of-workload': [{ lens: 'serverless', workload: ARN }, `lens serverless of workload ${ARN}`],
  'question-of-workload': [{ question: 'q1', workload: ARN }, `question q1 of workload ${ARN}`],

  'aws-call': [{ action: 'GetWorkload', subject: SUBJECT }, `GetWorkload (workload ${ARN})`],
  'aws-call-page': [
    { action: 'ListAnswers', subject: asReason('the lens'), page: 1000 },
    'ListAnswers (the lens), page 1000',
  ],

  'aws-denied': [
    {
      action: said('wellarchitected:ListAnswers'),
      target: {
        code: 'aws-resource',
        params: { resource: said('arn:aws:wellarchitected:x'), subject: SUBJECT },
      },
      remedy: {
        code: 'add-to-policy',
        params: { action: 'wellarchitected:ListAnswers', policy: 'ReadReviews' },
      },
    },
    `AWS refused wellarchitected:ListAnswers on arn:aws:wellarchitected:x (workload ${ARN}). Add "wellarchitected:ListAnswers" for this resource to the policy ReadReviews of the connection's role (aws/role.yaml shows it whole).`,
  ],
  'aws-denied-because': [
    { denied: DENIED, words: said("an explicit deny in a '{policy}'") },
    "AWS refused kms:Decrypt on the workloads in eu-west-1. Allow this action in the permissions of the connection's role. AWS's reason: an explicit deny in a '{policy}'",
  ],
  'aws-resource': [{ resource: said('*'), subject: SUBJECT }, `* (workload ${ARN})`],
  'take-out-of-deny': [
    {},
    'A policy forbids it, whatever else allows it: take the action or the resource out of that deny.',
  ],
  'report-session': [{}, 'The app itself asked for a session without it: please report this.'],
  'allow-there-too': [
    {},
    "What the connection's role allows is not enough here: allow the action in that policy too.",
  ],
  'allow-in-role': [{}, "Allow this action in the permissions of the connection's role."],
  'add-to-policy': [
    { action: 'wellarchitected:UpdateAnswer', policy: 'WriteAnswers' },
    'Add "wellarchitected:UpdateAnswer" for this resource to the policy WriteAnswers of the connection\'s role (aws/role.yaml shows it whole).',
  ],

  'aws-subject-unknown': [
    FAILED,
    `AWS does not know workload ${ARN} (wellarchitected:GetWorkload): it was deleted, or is no longer shared with this account.`,
  ],
  'aws-invalid': [
    { ...FAILED, words: said('[Validation] No workload.') },
    `AWS refused wellarchitected:GetWorkload for workload ${ARN} as invalid: [Validation] No workload.`,
  ],
  'aws-conflict': [
    FAILED,
    `workload ${ARN} was being changed while the app called wellarchitected:GetWorkload. Try again.`,
  ],
  'aws-quota': [
    { action: 'wellarchitected:UpdateAnswer', words: said('Too many.') },
    'AWS refused wellarchitected:UpdateAnswer: a service quota of the account is used up. Too many.',
  ],
  'aws-throttled': [
    FAILED,
    `AWS is limiting the rate of wellarchitected:GetWorkload (workload ${ARN}). Try again later.`,
  ],
  'aws-unreachable': [
    { ...FAILED, region: 'eu-west-1', how: 'timeout' },
    `AWS in eu-west-1 did not answer in time (wellarchitected:GetWorkload, workload ${ARN}). Try again later.`,
  ],
  'aws-answer-unreadable': [
    FAILED,
    `The answer to wellarchitected:GetWorkload (workload ${ARN}) is not what AWS documents. Try again.`,
  ],
  'aws-fault': [
    FAILED,
    `AWS failed to answer wellarchitected:GetWorkload (workload ${ARN}). Try again later.`,
  ],
  'aws-code-unknown': [
    { ...FAILED, code: said('TeapotException') },
    `AWS answered wellarchitected:GetWorkload (workload ${ARN}) with TeapotException.`,
  ],
  'aws-credentials-expired': [
    { action: 'sts:AssumeRole' },
    'The temporary credentials expired before sts:AssumeRole was done. Start the run again.',
  ],
  'aws-key-unknown': [
    { action: 'sts:AssumeRole' },
    'AWS does not recognise the credentials used for sts:AssumeRole: the access key was deleted, deactivated or revoked.',
  ],
  'aws-key-or-region-unknown': [
    { action: 'sts:AssumeRole', region: 'ap-east-1' },
    'AWS does not recognise the credentials used for sts:AssumeRole: the access key was deleted, deactivated or revoked, or the Region ap-east-1, which every account has to enable first, is not enabled for the account.',
  ],
  'aws-session-unknown': [
    { action: 'wellarchitected:GetWorkload' },
    "AWS no longer accepts the session of the connection's role (wellarchitected:GetWorkload): the role was deleted or made anew, or its sessions were revoked. The access key is not the cause. Deploy the role again where it is gone; then test the connection.",
  ],
  'aws-session-or-region-unknown': [
    { action: 'wellarchitected:GetWorkload', region: 'ap-east-1' },
    "AWS does not accept the session of the connection's role (wellarchitected:GetWorkload): the role was deleted or made anew, or its sessions were revoked, or the Region ap-east-1, which every account has to enable first, is not enabled for the account. The access key is not the cause.",
  ],
  'sts-not-activated': [
    { action: 'sts:AssumeRole', region: 'eu-west-1' },
    'AWS refused sts:AssumeRole: STS is not activated in eu-west-1 for the account. Activate the Region in the account settings of IAM.',
  ],
  'aws-host-unresolved': [
    { action: 'sts:AssumeRole', host: 'sts.eu-west-1.amazonaws.com', region: 'eu-west-1' },
    'The host sts.eu-west-1.amazonaws.com does not resolve (sts:AssumeRole): AWS does not offer the service in eu-west-1, or its name cannot be looked up from here.',
  ],
  'aws-session-signature': [
    { action: 'wellarchitected:GetAnswer' },
    'AWS rejected the signature of wellarchitected:GetAnswer, made with temporary credentials that AWS itself gave: the request was changed on its way. The access key is not the cause.',
  ],
  'aws-signature': [
    { action: 'sts:AssumeRole' },
    'AWS rejected the signature of sts:AssumeRole: the secret access key does not belong to the access key.',
  ],
  'aws-clock': [
    { action: 'sts:AssumeRole' },
    "AWS rejected sts:AssumeRole because the app's clock differs from AWS's by too many minutes. Try again.",
  ],

  'aws-answer-malformed': [
    {
      call: CALL,
      place: 'AnswerSummaries[3] (QuestionId "q1").Risk',
      value: said('"SEVERE"'),
      problem: { code: 'must-be-one-of', params: { values: ['HIGH', 'NONE'] } },
    },
    `AWS's answer to GetWorkload (workload ${ARN}) has a form that the app does not know, at AnswerSummaries[3] (QuestionId "q1").Risk = "SEVERE": must be one of HIGH, NONE`,
  ],
  'top-of-answer': [{}, 'its top'],
  'no-value': [{}, 'nothing'],
  'aws-list-endless': [
    { call: CALL, pages: 100 },
    `GetWorkload (workload ${ARN}) did not end after 100 pages.`,
  ],
  'lens-arn-unknown': [
    { arn: said('arn:aws:other') },
    'AWS names a lens by an ARN that the app does not know: arn:aws:other',
  ],
  'answers-missing': [
    { subject: SUBJECT },
    `ListAnswers (workload ${ARN}) gave no answers, but AWS counts some.`,
  ],
  'question-repeated': [
    { subject: SUBJECT, question: 'q1' },
    `ListAnswers (workload ${ARN}) gave the question q1 twice: the pages moved while they were read.`,
  ],
  'workload-not-readable-there': [
    { workload: 'x', region: 'eu-west-1', why: { code: 'not-a-workload-arn', params: {} } },
    'The workload x cannot be read from eu-west-1: it is not the ARN of a workload.',
  ],
  'not-a-workload-arn': [{}, 'it is not the ARN of a workload'],
  'workload-of-other-region': [{ region: 'us-east-1' }, 'its Region is us-east-1'],
};

/** What a select says else. */
export const AWS_OTHERS = [
  [
    {
      code: 'aws-unreachable',
      params: { action: 'sts:AssumeRole', subject: 'it', region: 'eu-west-1', how: 'network' },
    },
    'AWS in eu-west-1 could not be reached (sts:AssumeRole, it). Try again later.',
  ],
] as const;
