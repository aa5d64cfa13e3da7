/** AWS connections, the access keys behind them, and what testing one finds. */
import type { Reason } from '../reason';

export type Partition = 'aws' | 'aws-us-gov';
export type Access = 'read-only' | 'read-write';

/** The IAM user that the app signs in as, one for each partition. Its secret never leaves the app. */
export interface AccessKeyView {
  partition: Partition;
  /** `app`: set by whoever deployed the app, for every site; `site`: entered by a Jira admin, which goes first. */
  from: 'app' | 'site';
  /** Roles trust this principal. Absent while AWS does not say. */
  principalArn?: string;
  /** The last four characters of the access key ID. */
  endsWith: string;
  /** ISO 8601; absent for the app's own key. */
  since?: string;
  ageDays?: number;
}

/** A key that is there and cannot be used: the stored one cannot be read, or the app's own is none. */
export interface UnusableKey {
  partition: Partition;
  /** What is wrong, and what to do. */
  reason: Reason;
}

export interface SaveAccessKey {
  partition: Partition;
  accessKeyId: string;
  secretAccessKey: string;
  /** Accept a key of another IAM user than the one that roles trust now. */
  acceptOtherUser?: boolean;
}

/** What a person enters. The role comes later: its trust policy needs the external id, which the app makes. */
export interface NewConnection {
  name: string;
  roleArn?: string;
  regions: string[];
  access: Access;
}

export interface Serves {
  projectKey: string;
  /** ARNs; without them every workload that the role reaches. */
  workloadArns?: string[];
}

export interface ConnectionView {
  id: string;
  name: string;
  owner: { kind: 'site' } | { kind: 'project'; projectId: string };
  roleArn?: string;
  /** The AWS account of the role. */
  account?: string;
  externalId: string;
  regions: string[];
  access: Access;
  /** Projects that a site connection serves; the project itself of a project connection. No key: it is gone. */
  serves: { projectId: string; projectKey?: string; workloadArns?: string[] }[];
  state: ConnectionState;
  /** The latest test of each Region. */
  tests: ConnectionTest[];
  /** `words`: the person's own. */
  acceptedRisk?: { by: string; at: string; words: string };
  setup: RoleSetup;
  /** ISO 8601: since when EventBridge may tell of changes; absent: it may not. */
  eventsSince?: string;
  createdAt: string;
}

/** What a person saw of a connection when they accepted the risk of its open role. */
export interface RiskShown {
  roleArn: string;
  access: Access;
  regions: string[];
  /** The latest time among `tests`. */
  testedAt: string;
}

/** Whether the app works through the connection, and if not, why and what to do. */
export interface ConnectionState {
  /** `ready` lets a run begin, also where the tests found something missing or could not try everything. */
  code: 'ready' | 'no-role' | 'no-key' | 'untested' | 'open-role' | 'switched-off';
  reason: Reason;
  /** Where it is ready: the checks that failed in a Region's last test. */
  failed?: string[];
  /** Where it is ready: the needed actions that no test could try, in any Region. */
  untried?: string[];
}

/** What the account's administrator needs to create the role, with the values filled in. */
export interface RoleSetup {
  /** Absent while the app has no access key: nothing can be trusted yet. */
  trustedPrincipalArn?: string;
  /** Parameters of aws/role.yaml. */
  parameters: Record<string, string>;
  /** For the console: JSON, indented. */
  trustPolicy?: string;
  permissions: string;
  /** For a terminal. */
  command?: string;
  /** For the CloudFormation console. */
  launch?: LaunchStack;
}

/** A page of the CloudFormation console that makes a stack. */
export interface LaunchStack {
  region: string;
  url: string;
  /** Whether template and parameters are filled in there; otherwise a person uploads the one and pastes the others. */
  filled: boolean;
}

/** One Region of a connection, tested. */
export interface ConnectionTest {
  region: string;
  /** ISO 8601. */
  at: string;
  ok: boolean;
  checks: Check[];
}

export interface Check {
  /** `key`, `role`, `missing-external-id`, `wrong-external-id` or an action such as `wellarchitected:ListAnswers`. */
  what: string;
  /** `unknown`: it could not be found out, and `reason` says why. */
  result: 'ok' | 'failed' | 'unknown';
  reason: Reason;
  /** What to add to the role's permissions, as JSON. */
  statement?: string;
}

/** What aws/events.yaml is deployed with. The key is shown this one time. */
export interface EventSetup {
  /** Parameters of aws/events.yaml. */
  parameters: { RoleArn: string; WebTriggerUrl: string; WebTriggerKey: string };
  /** Each needs a stack of its own. */
  regions: string[];
  /** For the CloudFormation console, a Region each; the key is to be pasted in any case. */
  launch: LaunchStack[];
}
