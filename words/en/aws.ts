/** Words of what AWS refuses or does not answer, by code: ICU messages. */
export const aws = {
  'the-workload': 'workload {workload}',
  'the-workloads': 'the workloads in {region}',
  'the-account': 'the settings of the account in {region}',
  'lens-of-workload': 'lens {lens} of workload {workload}',
  'question-of-workload': 'question {question} of workload {workload}',

  'aws-call': '{action} ({subject})',
  'aws-call-page': '{action} ({subject}), page {page}',

  'aws-denied': 'AWS refused {action} on {target}. {remedy}',
  'aws-denied-because': "{denied} AWS's reason: {words}",
  'aws-resource': '{resource} ({subject})',
  'take-out-of-deny':
    'A policy forbids it, whatever else allows it: take the action or the resource out of that deny.',
  'report-session': 'The app itself asked for a session without it: please report this.',
  'allow-there-too':
    "What the connection's role allows is not enough here: allow the action in that policy too.",
  'allow-in-role': "Allow this action in the permissions of the connection's role.",
  'add-to-policy':
    'Add "{action}" for this resource to the policy {policy} of the connection\'s role (aws/role.yaml shows it whole).',

  'aws-subject-unknown':
    'AWS does not know {subject} ({action}): it was deleted, or is no longer shared with this account.',
  'aws-invalid': 'AWS refused {action} for {subject} as invalid: {words}',
  'aws-conflict': '{subject} was being changed while the app called {action}. Try again.',
  'aws-quota': 'AWS refused {action}: a service quota of the account is used up. {words}',
  'aws-throttled': 'AWS is limiting the rate of {action} ({subject}). Try again later.',
  'aws-unreachable':
    'AWS in {region} {how, select, timeout {did not answer in time} other {could not be reached}} ({action}, {subject}). Try again later.',
  'aws-answer-unreadable': 'The answer to {action} ({subject}) is not what AWS documents. Try again.',
  'aws-fault': 'AWS failed to answer {action} ({subject}). Try again later.',
  'aws-code-unknown': 'AWS answered {action} ({subject}) with {code}.',
  'aws-credentials-expired':
    'The temporary credentials expired before {action} was done. Start the run again.',
  'aws-key-unknown':
    'AWS does not recognise the credentials used for {action}: the access key was deleted, deactivated or revoked.',
  'aws-key-or-region-unknown':
    'AWS does not recognise the credentials used for {action}: the access key was deleted, deactivated or revoked, or the Region {region}, which every account has to enable first, is not enabled for the account.',
  'aws-session-unknown':
    "AWS no longer accepts the session of the connection's role ({action}): the role was deleted or made anew, or its sessions were revoked. The access key is not the cause. Deploy the role again where it is gone; then test the connection.",
  'aws-session-or-region-unknown':
    "AWS does not accept the session of the connection's role ({action}): the role was deleted or made anew, or its sessions were revoked, or the Region {region}, which every account has to enable first, is not enabled for the account. The access key is not the cause.",
  'sts-not-activated':
    'AWS refused {action}: STS is not activated in {region} for the account. Activate the Region in the account settings of IAM.',
  'aws-host-unresolved':
    'The host {host} does not resolve ({action}): AWS does not offer the service in {region}, or its name cannot be looked up from here.',
  'aws-signature':
    'AWS rejected the signature of {action}: the secret access key does not belong to the access key.',
  'aws-session-signature':
    'AWS rejected the signature of {action}, made with temporary credentials that AWS itself gave: the request was changed on its way. The access key is not the cause.',
  'aws-clock':
    "AWS rejected {action} because the app's clock differs from AWS's by too many minutes. Try again.",

  'aws-answer-malformed':
    "AWS's answer to {call} has a form that the app does not know, at {place} = {value}: {problem}",
  'top-of-answer': 'its top',
  'no-value': 'nothing',
  'aws-list-endless': '{call} did not end after {pages} pages.',
  'lens-arn-unknown': 'AWS names a lens by an ARN that the app does not know: {arn}',
  'answers-missing': 'ListAnswers ({subject}) gave no answers, but AWS counts some.',
  'question-repeated':
    'ListAnswers ({subject}) gave the question {question} twice: the pages moved while they were read.',
  'workload-not-readable-there': 'The workload {workload} cannot be read from {region}: {why}.',
  'not-a-workload-arn': 'it is not the ARN of a workload',
  'workload-of-other-region': 'its Region is {region}',
} as const;
