/** What the log tells of deeds; `words/en/audit.ts` has the words. */
import { reasonsOf, type None, type Reason } from '../reason';

/** Values as JSON. */
type Value = string | Reason;

export interface AuditReasons {
  // What something was done to.
  'target-access-key': { readonly partition: string };
  'target-connection': { readonly connectionId: string };
  'target-site-settings': None;
  'target-workload': { readonly workload: string };
  /** An entry of the log that cannot be read. */
  'target-record': { readonly record: string; readonly key: string };

  'key-saved': { readonly endsWith: string; readonly principalArn: string };
  'key-deleted': None;

  'connection-described': {
    readonly connection: string;
    readonly role: string | Reason;
    readonly access: string;
    readonly regions: readonly string[];
  };
  'role-not-entered': None;
  'record-not-read': None;
  'settings-not-read': None;
  'values-changed': { readonly count: number };
  'serves-projects': { readonly projects: readonly Reason[] };
  'serves-no-project': None;
  'project-served': { readonly projectId: string };
  'project-served-for': { readonly projectId: string; readonly workloads: readonly string[] };
  /** `count` of the checks that failed. */
  'region-tested': { readonly region: string; readonly failed: readonly string[]; readonly count: number };
  'event-key-made': None;
  'event-key-deleted': None;

  'workload-linked': { readonly workload: string; readonly connectionId: string };
  'workload-unlinked': { readonly workload: string };
  /** Told of the site, where a Jira admin ended a project's link. */
  'workload-unlinked-from': { readonly workload: string; readonly projectId: string };
  'milestone-saved': { readonly number: number; readonly name: string };
  'run-started': { readonly run: string };

  // Lines: one thing each.
  /** `name` with the members that lead to the value. */
  'value-changed': { readonly name: string; readonly from: Value; readonly to: Value };
  /** Values that no line tells; `whole` has length and hash of what the setting was and is. */
  'values-left-out': { readonly count: number; readonly whole: Reason };
  'value-none': None;
  'value-person': { readonly ref: string };
  /** States of a choice: `open`, `selected`, `notApplicable`. */
  'answer-changed': {
    readonly lens: string;
    readonly question: string;
    readonly practice: string;
    readonly from: string;
    readonly to: string;
    readonly issue: string;
  };
  'notes-changed': {
    readonly lens: string;
    readonly question: string;
    readonly what: 'written' | 'removed';
    readonly issue: string;
  };
  'issue-changed': {
    readonly what: 'created' | 'updated' | 'closed' | 'reopened' | 'resolved' | 'deleted';
    readonly issue: string;
  };
  /** What a person asked of the run beyond its plan. */
  'asked-for': {
    readonly what: 'confirm' | 'recreate' | 'removeBlocks' | 'putBack' | 'adopt' | 'makeNew';
  };
  /** What a person decided of one issue: whose side stays, or what becomes of a proposal. */
  decided: {
    readonly what: 'keepAws' | 'keepJira' | 'take' | 'leave';
    /** Of a conflict, or which kind of proposal. */
    readonly of: string;
    readonly issue: string;
  };

  // What a check of the chains finds.
  'head-unreadable': None;
  'entry-changed': { readonly position: string };
  'entry-unlinked': { readonly position: string };
  'entries-missing': { readonly position: string; readonly count: number };
  'newest-missing': { readonly position: string; readonly count: number };
}

export const because = reasonsOf<AuditReasons>();
