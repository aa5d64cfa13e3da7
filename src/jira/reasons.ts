/** Every reason that Jira's client gives, with what it is about; `words/en/jira.ts` has the words. */
import { reasonsOf, type None, type Quote, type Reason } from '../reason';
import type { FieldKind, Level } from './model';

/** Keys of GET /permissions without which the app cannot work in a project. */
export type NeededPermission = 'BROWSE_PROJECTS' | 'CREATE_ISSUES' | 'EDIT_ISSUES' | 'TRANSITION_ISSUES';

export interface JiraReasons {
  // What was asked of Jira.
  'to-read-project': { readonly project: string };
  'to-read-project-statuses': None;
  'to-read-issue-types': None;
  'to-read-create-screen': None;
  'to-read-permissions': None;
  'to-read-security': None;
  'to-read-site-address': None;
  'to-read-issue': { readonly issue: string };
  'to-read-issues': None;
  'to-read-transitions': { readonly issue: string };
  'to-read-status': { readonly status: string };
  'to-read-default-resolution': None;
  'to-see-issues': None;
  'to-search-issues': None;
  'to-read-account': None;
  'to-search-open-subtasks': None;
  'to-create-issues': { readonly count: number };
  'to-delete-issue': { readonly issue: string };
  'to-update-issue': { readonly issue: string };
  'to-resolve-issue': { readonly issue: string };
  'to-move-issue': { readonly issue: string; readonly status: string };

  // Why a call failed.
  'jira-refused-call': { readonly call: Reason; readonly said: Reason };
  /** `code`: as `UpstreamError`'s. */
  'jira-silent': { readonly call: Reason; readonly code: string };
  'jira-answer-malformed': {
    readonly call: Reason;
    readonly place: string;
    readonly problem: Reason;
  };
  'jira-issues-unread': { readonly issues: readonly string[] };
  'jira-page-repeated': None;
  'not-a-web-address': None;

  // What Jira said.
  'jira-said': { readonly words: Quote };
  'jira-status': { readonly status: number };
  'jira-gave-no-reason': None;
  'jira-creates-unaccounted': { readonly count: number };

  // What would make a create fail.
  'project-invisible': { readonly project: string };
  'project-archived': { readonly project: string };
  'project-of-other-type': { readonly project: string; readonly type: string };
  'project-lacks-permission': { readonly project: string; readonly permission: NeededPermission };
  'project-lacks-level': { readonly project: string; readonly level: Level };
  /** `offered`: names with ids. */
  'issue-type-undecided': {
    readonly project: string;
    readonly level: Level;
    readonly offered: readonly string[];
  };
  'issue-type-lost': {
    readonly project: string;
    readonly level: Level;
    readonly id: string;
    readonly offered: readonly string[];
  };
  'create-needs-field': {
    readonly field: string;
    readonly id: string;
    readonly type: string;
    readonly typeId: string;
    readonly kind: FieldKind;
  };
  /** Of a kind that settings cannot give a value. */
  'create-needs-foreign-field': { readonly field: string; readonly id: string; readonly type: string };
  'field-not-for-settings': { readonly field: string; readonly id: string; readonly type: string };
  /** `offered`: types of the project, names with ids. */
  'value-of-unknown-type': {
    readonly project: string;
    readonly typeId: string;
    readonly offered: readonly string[];
  };
  'field-off-screen': { readonly id: string; readonly type: string };
  'value-of-other-kind': {
    readonly field: string;
    readonly id: string;
    readonly type: string;
    readonly kind: FieldKind;
  };
  /** `values`: ids; `offered`: names with ids, the first of them. */
  'value-not-offered': {
    readonly field: string;
    readonly id: string;
    readonly type: string;
    readonly values: readonly string[];
    readonly offered: readonly string[];
  };
  'create-lacks-parent': { readonly type: string };

  // Why an issue stays where it is; `from` is the name of its status.
  'issue-gone': { readonly issue: string };
  'resolved-meanwhile': { readonly status: string };
  'move-not-offered': { readonly from: string };
  'move-leads-elsewhere': {
    readonly from: string;
    readonly wanted: Reason;
    readonly offered: readonly string[];
    readonly count: number;
  };
  'move-to-several': { readonly from: string; readonly offered: readonly string[] };
  'move-needs-fields': { readonly from: string; readonly demands: Reason };
  'move-needs-resolution': {
    readonly from: string;
    readonly to: string;
    readonly field: string;
    readonly offered: readonly string[];
    readonly count: number;
  };
  /** The workflow has the transition and keeps it from the issue. */
  'move-has-condition': { readonly from: string; readonly to: readonly string[] };
  /** `steps`: how many were made. */
  'move-too-long': { readonly from: string; readonly wanted: Reason; readonly steps: number };
  'moved-meanwhile': { readonly from: string; readonly to: string };
  'move-refused-by-jira': { readonly from: string; readonly to: string; readonly said: Reason };

  // Where a move was to lead.
  'any-open-status': None;
  'any-done-status': None;
  'done-status-unknown': { readonly id: string };
  'done-status-named': { readonly id: string; readonly name: string };

  // What transitions ask for.
  'demand-of-transition': { readonly status: string; readonly fields: readonly string[] };
  'demand-and-others': { readonly demand: Reason; readonly others: Reason };
}

/** A reason of the table with its params. */
export const because = reasonsOf<JiraReasons>();
