/** Every reason has words, and the words name what the reason is about and nothing else. */
import type { ConnectionReasons } from '../../../src/connection/reasons';
import { connection } from '../../../words/en/connection';
import type { CheckReasons } from '../../../src/connection/checks/reasons';
import { connectionChecks } from '../../../words/en/connection-checks';
import { checkWords } from './said';
import { asReason } from '../../../src/reason';

checkWords<ConnectionReasons>('connection', connection, {
  'connection-switched-off': [
    {},
    'A Jira admin has switched off the connections of spaces. Ask them for a site connection.',
  ],
  'connection-no-role': [{}, 'Create the role in AWS with the values shown, then enter its ARN.'],
  'connection-no-key': [{}, 'The app has no access key for this part of AWS yet. A Jira admin enters one.'],
  'connection-untested': [
    {},
    'Test the connection: the app uses it once AWS has refused its role without the right external ID.',
  ],
  'connection-open-role': [
    {},
    'The role lets the app in without the right external ID, so that others could reach this account through the app. Require the external ID in its trust policy and test again, or accept the risk in words.',
  ],
  'connection-ready': [
    { accepted: 'yes' },
    'The app works through this connection. The risk of an open role was accepted.',
  ],
  'connection-ready-in-part': [
    { failed: ['role', 'wellarchitected:GetAnswer'], untried: 2, accepted: 'yes' },
    'The app gets in through this connection, but its last test failed for role, wellarchitected:GetAnswer. What needs that does not work until it is mended. 2 actions were not tried. The risk of an open role was accepted.',
  ],
  'connection-ready-untried': [
    { untried: ['wellarchitected:ListAnswers', 'wellarchitected:GetAnswer'], accepted: 'no' },
    'The app gets in through this connection, but nobody knows yet whether all works: no test could try wellarchitected:ListAnswers, wellarchitected:GetAnswer. Test again in a Region that has a workload.',
  ],
  'connection-gone': [{}, 'The AWS connection does not exist any more. Connect the AWS account again.'],
  'no-role-yet': [
    { connection: 'Production' },
    'The connection "Production" has no role yet. Create it in AWS, then enter its ARN.',
  ],
  'region-not-covered': [
    { connection: 'Production', regions: ['eu-west-1', 'us-east-1'] },
    'The connection "Production" covers eu-west-1, us-east-1, not the Region asked for.',
  ],
  'may-only-read': [
    { connection: 'Production' },
    'The AWS connection "Production" may only read. Let it read and write to bring status back.',
  ],
  'arn-of-no-workload': [{ arn: 'arn:x' }, 'This is not the ARN of a workload: arn:x'],
  'no-access-key': [{}, 'The app has no access key for this part of AWS. A Jira admin enters one.'],
  'stored-key-unreadable': [
    {},
    'The stored access key is not one that this version of the app wrote. Enter the key again.',
  ],
  'stored-key-newer': [
    {},
    'A newer version of the app stored the access key: this one does not change it. Go back to that version, or delete the key and enter it again.',
  ],
  'variable-missing': [
    { set: 'A', missing: 'B' },
    "The app's environment variable A is set, but B is not. Set both or none.",
  ],
  'variable-no-key-id': [{ variable: 'A' }, 'A is not the access key ID of an IAM user (AKIA…).'],
  'variable-no-secret': [{ variable: 'B' }, 'B is not a secret access key as AWS shows them.'],
  'role-refuses': [
    {
      connection: 'Production',
      roleArn: 'arn:aws:iam::111122223333:role/Backlog',
      known: 'yes',
      principalArn: 'arn:aws:iam::111122223333:user/backlog',
      externalId: '0123',
    },
    'AWS does not let the connection "Production" assume the role arn:aws:iam::111122223333:role/Backlog, for one of three reasons that it does not tell apart. The role does not exist: compare this ARN with the role\'s in IAM, letter by letter. Its trust policy does not name the app\'s IAM user arn:aws:iam::111122223333:user/backlog: compare Principal. The external ID is another one: compare sts:ExternalId with 0123. A role made a moment ago needs a minute.',
  ],
  'user-may-not': [
    { roleArn: 'arn:aws:iam::111122223333:role/Backlog', known: 'no', principalArn: '' },
    "The app's IAM user may not assume the role arn:aws:iam::111122223333:role/Backlog: its own policies or those of its account forbid it, whatever the role says. Allow sts:AssumeRole on this role there (aws/user.yaml, RoleArns).",
  ],
  'key-unknown': [
    { why: asReason('AWS does not know it.') },
    'AWS does not know it. A Jira admin enters a new access key of the same IAM user.',
  ],
  'secret-of-another-key': [
    {},
    'The secret access key that the app signs in with does not belong to its access key. A Jira admin enters both again.',
  ],
  'sts-off': [
    { region: 'eu-west-1', connection: 'Production' },
    'AWS STS is not activated in eu-west-1 for the account of the connection "Production". Activate the Region in the account settings of IAM.',
  ],
  'session-invalid': [
    { connection: 'Production', roleArn: 'arn:aws:iam::111122223333:role/Backlog' },
    'AWS refused the request of the connection "Production" for the role arn:aws:iam::111122223333:role/Backlog as invalid: the role\'s maximum session duration may be shorter than the app\'s.',
  ],
  'sts-answer-unreadable': [
    { action: 'sts:AssumeRole' },
    'The answer to sts:AssumeRole is not what AWS documents. Try again.',
  ],
  'the-role': [
    { roleArn: 'arn:aws:iam::111122223333:role/Backlog' },
    'role arn:aws:iam::111122223333:role/Backlog',
  ],
  'the-access-key': [{ endsWith: 'WXYZ' }, 'the access key ending WXYZ'],
  'tested-workload': [
    { workload: 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/x' },
    'workload arn:aws:wellarchitected:eu-west-1:111122223333:workload/x',
  ],
  'tested-workloads': [{ region: 'eu-west-1' }, 'the workloads in eu-west-1'],
  'tested-account': [{ region: 'eu-west-1' }, 'the settings of the account in eu-west-1'],
  'not-a-users-key': [
    { what: { code: 'key-of-something-else', params: {} } },
    'This is not an access key of an IAM user. Enter the access key of an IAM user made for the app.',
  ],
  'key-of-root': [{}, 'This is an access key of the root user of the account: it may do everything.'],
  'key-of-role-session': [{}, 'This is an access key of the session of a role: it ends within hours.'],
  'key-of-federated-session': [{}, 'This is an access key of a federated session: it ends within hours.'],
  'key-of-other-partition': [{ partition: 'aws' }, 'This is an access key of another part of AWS than aws.'],
  'key-of-something-else': [{}, 'This is not an access key of an IAM user.'],
  'no-such-connection': [{ id: 'c1' }, 'There is no such AWS connection here: c1.'],
  'too-many-connections': [
    { most: 20 },
    'There are 20 connections already, as many as the app keeps here. Delete one that is not used, then make the new one.',
  ],
  'connection-unfinished': [
    { connection: 'Production' },
    'The connection "Production" has no role yet. Enter its role, or delete it, then make the next one.',
  ],
  'project-connections-off': [{}, 'A Jira admin has switched off connections of spaces. Ask them for one.'],
  'account-connected-already': [
    { connection: 'Production', account: '111122223333' },
    'The connection "Production" is of the same AWS account 111122223333. Change that one.',
  ],
});

checkWords<CheckReasons>('connection checks', connectionChecks, {
  'signs-in-as': [
    { principalArn: 'arn:aws:iam::111122223333:user/backlog' },
    'The app signs in as arn:aws:iam::111122223333:user/backlog.',
  ],
  'role-lets-in': [
    { roleArn: 'arn:aws:iam::111122223333:role/Backlog' },
    'The role arn:aws:iam::111122223333:role/Backlog lets the app in with its external ID.',
  ],
  'role-closed': [{ how: 'without' }, 'AWS refuses the role without an external ID, as it should.'],
  'user-refused': [
    { how: 'wrong' },
    "AWS refuses the app's own user with a wrong external ID, before it asks the role; what the role itself would answer is not proven.",
  ],
  'role-open': [
    { how: 'without', condition: '{"StringEquals":{}}' },
    'The role lets the app in without an external ID, so that another site of this app could reach the account through it: add "Condition": {"StringEquals":{}} to every statement of its trust policy that names the app\'s user or its account.',
  ],
  'action-allowed': [{ action: 'a:B' }, 'a:B is allowed.'],
  'action-allowed-nothing-there': [
    { action: 'a:B' },
    'a:B is allowed: AWS went on to say that there is no such thing.',
  ],
  'action-not-in-policy': [
    {
      action: 'a:B',
      resource: '*',
      others: 0,
      policy: 'ReadReviews',
      roleArn: 'arn:aws:iam::111122223333:role/Backlog',
    },
    'AWS refuses a:B on *: add the action to the policy ReadReviews of the role arn:aws:iam::111122223333:role/Backlog, or give the role this statement.',
  ],
  'action-refused-otherwise': [
    {
      action: 'a:B',
      resource: 'arn:aws:wellarchitected:eu-west-1:111122223333:workload/x',
      others: 4,
      why: { quote: 'an explicit deny', by: 'aws' },
    },
    "AWS refuses a:B on arn:aws:wellarchitected:eu-west-1:111122223333:workload/x and 4 more tried because of another policy than the role's permissions: an explicit deny.",
  ],
  'not-tried-key-refused': [{}, 'Not tried: AWS refuses the access key.'],
  'not-tried-not-in-role': [{}, 'Not tried: the app did not get into the role.'],
  'not-tried-role-open': [{}, 'Not tried: the role lets in others too.'],
  'not-tried-workload-unknown': [{}, 'Not tried: the app does not know a workload to try it on.'],
  'not-tried-no-workload': [
    { account: '111122223333', region: 'eu-west-1' },
    'Not tried: the account 111122223333 has no workload of its own in eu-west-1. Define one and test again.',
  ],
  'test-time-over': [{}, 'The time for one test is over. Test again.'],
});
