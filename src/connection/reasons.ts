/** Every reason that a connection gives, with what it is about; `words/en/connection.ts` has the words. */
import { reasonsOf, type ForEverybody, type None, type Reason } from '../reason';
import type { Partition } from './regions';

type YesNo = 'yes' | 'no';

export interface ConnectionReasons {
  // Whether the app may work through it.
  'connection-switched-off': None;
  'connection-no-role': None;
  'connection-no-key': None;
  'connection-untested': None;
  'connection-open-role': None;
  /** `accepted`: its role is open, and a person answers for it. */
  'connection-ready': { readonly accepted: YesNo };
  /** `failed`: what its last test found missing, as a check names it. */
  'connection-ready-in-part': {
    readonly failed: readonly string[];
    /** How many actions no test could try. */
    readonly untried: number;
    readonly accepted: YesNo;
  };
  /** `untried`: actions that no test could try. */
  'connection-ready-untried': { readonly untried: readonly string[]; readonly accepted: YesNo };

  // What it does not allow or have.
  'connection-gone': None;
  'no-role-yet': { readonly connection: string };
  'region-not-covered': { readonly connection: string; readonly regions: readonly string[] };
  'may-only-read': { readonly connection: string };
  'arn-of-no-workload': { readonly arn: string };
  'no-access-key': None;

  // What is wrong with a stored key, or with the app's own.
  'stored-key-unreadable': None;
  'stored-key-newer': None;
  'variable-missing': { readonly set: string; readonly missing: string };
  'variable-no-key-id': { readonly variable: string };
  'variable-no-secret': { readonly variable: string };

  // Why AWS refuses the role; `known`: whose key it is.
  'role-refuses': RoleFacts & { readonly externalId: string };
  'user-may-not': Omit<RoleFacts, 'connection'>;
  'key-unknown': { readonly why: Reason };
  'secret-of-another-key': None;
  'sts-off': { readonly region: string; readonly connection: string };
  'session-invalid': { readonly connection: string; readonly roleArn: string };
  'sts-answer-unreadable': { readonly action: string };

  // What a call is for.
  'the-role': { readonly roleArn: string };
  'the-access-key': { readonly endsWith: string };
  'tested-workload': { readonly workload: string };
  'tested-workloads': { readonly region: string };
  'tested-account': { readonly region: string };

  // Whose key it is instead of a user's.
  'not-a-users-key': { readonly what: Reason };
  'key-of-root': None;
  'key-of-role-session': None;
  'key-of-federated-session': None;
  'key-of-other-partition': { readonly partition: Partition };
  'key-of-something-else': None;

  // Why it is not changed.
  'no-such-connection': { readonly id: string };
  'project-connections-off': None;
  'too-many-connections': { readonly most: number };
  'connection-unfinished': { readonly connection: string };
  'account-connected-already': { readonly connection: string; readonly account: string };
}

type RoleFacts = {
  readonly connection: string;
  readonly roleArn: string;
  readonly known: YesNo;
  readonly principalArn: string;
};

export const because = reasonsOf<ConnectionReasons>();

/** Not whom a role trusts, nor how: the connection itself tells that to those who manage it. */
export const FOR_EVERYBODY: ForEverybody<ConnectionReasons> = {
  'connection-ready': ['accepted'],
  'connection-ready-in-part': ['accepted', 'untried'],
  'connection-ready-untried': ['accepted'],
  'no-role-yet': ['connection'],
  'region-not-covered': ['connection', 'regions'],
  'may-only-read': ['connection'],
  'arn-of-no-workload': ['arn'],
  'variable-missing': ['set', 'missing'],
  'variable-no-key-id': ['variable'],
  'variable-no-secret': ['variable'],
  'role-refuses': ['connection', 'known'],
  'user-may-not': ['known'],
  'key-unknown': ['why'],
  'sts-off': ['region', 'connection'],
  'session-invalid': ['connection'],
  'sts-answer-unreadable': ['action'],
  'tested-workload': ['workload'],
  'tested-workloads': ['region'],
  'tested-account': ['region'],
};
