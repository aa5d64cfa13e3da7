const SUBJECT = ['action', 'subject'] as const;

/**
 * By code of a reason of AWS's clients the params that everybody may be told who sees a project. AWS's own words are for
 * those who manage the connection.
 */
export const AWS_FOR_EVERYBODY: Readonly<Record<string, readonly string[]>> = {
  'the-workload': ['workload'],
  'the-workloads': ['region'],
  'the-account': ['region'],
  'lens-of-workload': ['lens', 'workload'],
  'question-of-workload': ['question', 'workload'],
  'aws-call': SUBJECT,
  'aws-call-page': [...SUBJECT, 'page'],
  'aws-denied': ['action', 'target', 'remedy'],
  'aws-denied-because': ['denied'],
  'aws-resource': ['resource', 'subject'],
  'add-to-policy': ['action', 'policy'],
  'aws-subject-unknown': SUBJECT,
  'aws-invalid': SUBJECT,
  'aws-conflict': SUBJECT,
  'aws-quota': ['action'],
  'aws-throttled': SUBJECT,
  'aws-unreachable': [...SUBJECT, 'region', 'how'],
  'aws-answer-unreadable': SUBJECT,
  'aws-fault': SUBJECT,
  'aws-code-unknown': [...SUBJECT, 'code'],
  'aws-credentials-expired': ['action'],
  'aws-key-unknown': ['action'],
  'aws-key-or-region-unknown': ['action', 'region'],
  'sts-not-activated': ['action', 'region'],
  'aws-host-unresolved': ['action', 'host', 'region'],
  'aws-signature': ['action'],
  'aws-clock': ['action'],
  'aws-answer-malformed': ['call', 'place', 'value', 'problem'],
  'aws-list-endless': ['call', 'pages'],
  'lens-arn-unknown': ['arn'],
  'answers-missing': ['subject'],
  'question-repeated': ['subject', 'question'],
  'workload-not-readable-there': ['workload', 'region', 'why'],
  'workload-of-other-region': ['region'],
};
