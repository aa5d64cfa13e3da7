/** Words of what connections say, by code: ICU messages. */
export const connection = {
  'connection-switched-off':
    'A Jira admin has switched off the connections of spaces. Ask them for a site connection.',
  'connection-no-role': 'Create the role in AWS with the values shown, then enter its ARN.',
  'connection-no-key': 'The app has no access key for this part of AWS yet. A Jira admin enters one.',
  'connection-untested':
    'Test the connection: the app uses it once AWS has refused its role without the right external ID.',
  'connection-open-role':
    'The role lets the app in without the right external ID, so that others could reach this account through the app. Require the external ID in its trust policy and test again, or accept the risk in words.',
  'connection-ready':
    'The app works through this connection.{accepted, select, yes { The risk of an open role was accepted.} other {}}',
  'connection-ready-in-part':
    'The app gets in through this connection, but its last test failed for {failed}. What needs that does not work until it is mended.{untried, plural, =0 {} one { # action was not tried.} other { # actions were not tried.}}{accepted, select, yes { The risk of an open role was accepted.} other {}}',
  'connection-ready-untried':
    'The app gets in through this connection, but nobody knows yet whether all works: no test could try {untried}. Test again in a Region that has a workload.{accepted, select, yes { The risk of an open role was accepted.} other {}}',

  'connection-gone': 'The AWS connection does not exist any more. Connect the AWS account again.',
  'no-role-yet': 'The connection "{connection}" has no role yet. Create it in AWS, then enter its ARN.',
  'region-not-covered': 'The connection "{connection}" covers {regions}, not the Region asked for.',
  'may-only-read':
    'The AWS connection "{connection}" may only read. Let it read and write to bring status back.',
  'arn-of-no-workload': 'This is not the ARN of a workload: {arn}',
  'no-access-key': 'The app has no access key for this part of AWS. A Jira admin enters one.',

  'stored-key-unreadable':
    'The stored access key is not one that this version of the app wrote. Enter the key again.',
  'stored-key-newer':
    'A newer version of the app stored the access key: this one does not change it. Go back to that version, or delete the key and enter it again.',
  'variable-missing': "The app's environment variable {set} is set, but {missing} is not. Set both or none.",
  'variable-no-key-id': '{variable} is not the access key ID of an IAM user (AKIA…).',
  'variable-no-secret': '{variable} is not a secret access key as AWS shows them.',

  'role-refuses':
    'AWS does not let the connection "{connection}" assume the role {roleArn}, for one of three reasons that it does not tell apart. The role does not exist: compare this ARN with the role\'s in IAM, letter by letter. Its trust policy does not name the app\'s IAM user{known, select, yes { {principalArn}} other {}}: compare Principal. The external ID is another one: compare sts:ExternalId with {externalId}. A role made a moment ago needs a minute.',
  'user-may-not':
    "The app's IAM user{known, select, yes { {principalArn}} other {}} may not assume the role {roleArn}: its own policies or those of its account forbid it, whatever the role says. Allow sts:AssumeRole on this role there (aws/user.yaml, RoleArns).",
  'key-unknown': '{why} A Jira admin enters a new access key of the same IAM user.',
  'secret-of-another-key':
    'The secret access key that the app signs in with does not belong to its access key. A Jira admin enters both again.',
  'sts-off':
    'AWS STS is not activated in {region} for the account of the connection "{connection}". Activate the Region in the account settings of IAM.',
  'session-invalid':
    'AWS refused the request of the connection "{connection}" for the role {roleArn} as invalid: the role\'s maximum session duration may be shorter than the app\'s.',
  'sts-answer-unreadable': 'The answer to {action} is not what AWS documents. Try again.',

  'the-role': 'role {roleArn}',
  'the-access-key': 'the access key ending {endsWith}',
  'tested-workload': 'workload {workload}',
  'tested-workloads': 'the workloads in {region}',
  'tested-account': 'the settings of the account in {region}',

  'not-a-users-key': '{what} Enter the access key of an IAM user made for the app.',
  'key-of-root': 'This is an access key of the root user of the account: it may do everything.',
  'key-of-role-session': 'This is an access key of the session of a role: it ends within hours.',
  'key-of-federated-session': 'This is an access key of a federated session: it ends within hours.',
  'key-of-other-partition': 'This is an access key of another part of AWS than {partition}.',
  'key-of-something-else': 'This is not an access key of an IAM user.',

  'no-such-connection': 'There is no such AWS connection here: {id}.',
  'too-many-connections':
    'There are {most} connections already, as many as the app keeps here. Delete one that is not used, then make the new one.',
  'connection-unfinished':
    'The connection "{connection}" has no role yet. Enter its role, or delete it, then make the next one.',
  'project-connections-off': 'A Jira admin has switched off connections of spaces. Ask them for one.',
  'account-connected-already':
    'The connection "{connection}" is of the same AWS account {account}. Change that one.',
} as const;
