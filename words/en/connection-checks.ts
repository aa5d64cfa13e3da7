/** Words of what a test of a connection finds, by code: ICU messages. */
export const connectionChecks = {
  'signs-in-as': 'The app signs in as {principalArn}.',
  'role-lets-in': 'The role {roleArn} lets the app in with its external ID.',
  'role-closed':
    'AWS refuses the role {how, select, without {without an external ID} other {with a wrong external ID}}, as it should.',
  'user-refused':
    "AWS refuses the app's own user {how, select, without {without an external ID} other {with a wrong external ID}}, before it asks the role; what the role itself would answer is not proven.",
  'role-open':
    'The role lets the app in {how, select, without {without an external ID} other {with a wrong external ID}}, so that another site of this app could reach the account through it: add "Condition": {condition} to every statement of its trust policy that names the app\'s user or its account.',

  'action-allowed': '{action} is allowed.',
  'action-allowed-nothing-there': '{action} is allowed: AWS went on to say that there is no such thing.',
  'action-not-in-policy':
    'AWS refuses {action} on {resource}{others, plural, =0 {} other { and # more tried}}: add the action to the policy {policy} of the role {roleArn}, or give the role this statement.',
  'action-refused-otherwise':
    "AWS refuses {action} on {resource}{others, plural, =0 {} other { and # more tried}} because of another policy than the role's permissions: {why}.",

  'not-tried-key-refused': 'Not tried: AWS refuses the access key.',
  'not-tried-not-in-role': 'Not tried: the app did not get into the role.',
  'not-tried-role-open': 'Not tried: the role lets in others too.',
  'not-tried-workload-unknown': 'Not tried: the app does not know a workload to try it on.',
  'not-tried-no-workload':
    'Not tried: the account {account} has no workload of its own in {region}. Define one and test again.',
  'test-time-over': 'The time for one test is over. Test again.',
} as const;
