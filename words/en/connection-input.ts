/** Words of what is wrong with what a person enters for connections, by code: ICU messages. */
export const connectionInput = {
  'unknown-fields': 'Leave out the fields that the app does not know.',
  'too-many': 'Name at most {limit}.',
  'named-twice': 'Name each one only once.',
  'too-long': 'Use at most {max} characters.',
  'not-visible': 'Leave out characters that cannot be seen.',

  'enter-connection': 'Send the fields of the connection.',
  'enter-connection-name': 'Give the connection a name.',
  'no-tool-in-china': 'AWS does not offer the Well-Architected Tool in the Regions of China.',
  'choose-known-region': 'Choose from the Regions that have the Well-Architected Tool: {regions}.',
  'choose-a-region': 'Choose at least one Region.',
  'choose-access': 'Choose what the app may do: read-only or read-write.',
  'regions-of-both-partitions':
    'Choose Regions of the commercial Regions (arn:aws) or of GovCloud (arn:aws-us-gov), not of both: they are separate AWS accounts.',
  'role-of-other-partition':
    "The chosen Regions are of {partition, select, aws {the commercial Regions (arn:aws)} other {GovCloud (arn:aws-us-gov)}}, the role is not. Choose the role's Regions or enter another role.",

  'enter-role-arn': 'Enter the ARN of an IAM role: arn:aws:iam::<12-digit account>:role/<name>.',
  'no-role-arn': '{mistake} Enter the ARN of an IAM role: arn:aws:iam::<12-digit account>:role/<name>.',
  'arn-of-china': 'AWS does not offer the Well-Architected Tool in the Regions of China (arn:aws-cn).',
  'arn-of-unserved-partition':
    'The app works in the commercial Regions (arn:aws) and in GovCloud (arn:aws-us-gov) only.',
  'arn-of-no-role': 'This is not a role.',
  'arn-of-session': 'This is the session of a role, not the role.',
  'arn-without-account': 'The account must have 12 digits.',

  'enter-key': 'Send the fields of the access key.',
  'enter-key-id': 'Enter the access key ID.',
  'temporary-key': 'This is a temporary key (ASIA…). Enter the access key of an IAM user (AKIA…).',
  'no-key-id': 'Enter an access key ID: AKIA followed by capital letters and digits.',
  'enter-secret': 'Enter the secret access key.',
  'no-secret': 'Enter the secret access key as AWS showed it, usually 40 characters.',
  'choose-partition': 'Choose the partition of the IAM user: aws or aws-us-gov.',
  'answer-other-user': 'Answer whether another IAM user is meant: true or false.',

  'enter-risk-words': 'Say in {min} to {max} characters why the risk is acceptable.',

  'enter-workload-arn':
    'Enter the ARN of a workload: arn:aws:wellarchitected:<Region>:<12-digit account>:workload/<32 hexadecimal digits>.',
  'enter-project-key': 'Enter a space key.',
  'no-project-key': 'Enter a space key in capitals, such as WA.',
  'no-workloads-named':
    'Name at least one workload, or leave the list out: then the space gets all that the role reaches.',
  'enter-served': 'Name a space and, if wanted, its workloads.',
  'enter-list-of-served': 'Send the list of spaces.',
  'too-many-projects': 'Name at most {limit} spaces.',
  'project-served-twice': 'Name each space only once.',
  'too-many-workloads': 'Name at most {limit} workloads in all.',
} as const;
