/** What the preflight of a project finds; `words/en/preflight.ts` has the words. */
import type { Level, OptionalField } from '../jira/model';
import { reasonsOf, type None, type Reason } from '../reason';

export interface PreflightReasons {
  'project-fits': { readonly project: string };
  'permissions-there': None;
  'level-has-type': { readonly level: Level; readonly type: string };
  'no-other-field-required': None;
  'field-on-every-screen': { readonly field: OptionalField };
  'field-missing': { readonly field: OptionalField; readonly type: string };
  'priorities-there': { readonly type: string; readonly high: string; readonly medium: string };
  'no-priorities': { readonly type: string };
  'no-done-status': { readonly type: string };
  'one-done-status': { readonly type: string; readonly status: string };
  'done-status-chosen': { readonly type: string; readonly offered: readonly Offered[] };
  'done-status-not-chosen': {
    readonly type: string;
    readonly offered: readonly Offered[];
    /** Names of workloads, or that one is to be linked. */
    readonly undecided: readonly string[] | Reason;
  };
  'workload-to-come': None;
  'way-not-tried-yet': { readonly type: string };
  /** Names of statuses, in the order in which an issue had them. */
  'way-worked': { readonly type: string; readonly steps: readonly string[] };
  'way-got-stuck': { readonly type: string; readonly steps: readonly string[] };
  'security-open': { readonly scheme: string };
  /** Names of levels that hide their issues from the app. */
  'security-hides': { readonly scheme: string; readonly levels: readonly string[] };
  'security-hides-new': { readonly scheme: string; readonly levels: readonly string[] };
  'security-unknown': { readonly scheme: string };
}

/** `Done (10002)`: a name and an id of Jira's. */
type Offered = string;

export const because = reasonsOf<PreflightReasons>();
