/** Every reason that the life of a run gives; `words/en/runs.ts` has the words. */
import { reasonsOf, type None, type Reason } from '../reason';

/** What a run is doing while the engine does not work on it. */
export interface RunSteps {
  'run-queued': None;
  'run-done': None;
  'run-failed': None;
}

export interface RunReasons extends RunSteps {
  // Why a run waits.
  'goes-on-in': { readonly because: Reason; readonly seconds: number };
  'goes-on-at-once': { readonly because: Reason };
  'another-run-works': None;
  /** The queue did not say that it has the run. */
  'queue-silent': None;

  // Why a run failed.
  'run-interrupted': None;
  'run-met-bug': None;
  'run-linked-elsewhere': None;
  /** Nothing was heard of it, however often it was queued again. */
  'run-lost': None;
  'run-ended-by-person': None;

  // What the audit log tells.
  'audit-run-started': { readonly run: string };
  /** What becomes of issues of an earlier installation. */
  'audit-run-adopts': { readonly run: string; readonly adoption: 'adopt' | 'make-new' };
  /** Issues that the app made twice. */
  'audit-run-deletes': { readonly run: string; readonly issues: number };
  'audit-run-puts-back': { readonly run: string };
  /** A person confirmed its plan over the safety check. */
  'audit-run-confirms': { readonly run: string };
  'audit-run-failed': { readonly run: string };
  'audit-run-ended-by-person': { readonly run: string };
  'audit-run-ended': {
    readonly run: string;
    readonly kind: string;
    readonly created: number;
    readonly updated: number;
    readonly closed: number;
    readonly reopened: number;
    readonly chosen: number;
    readonly notes: number;
    readonly failed: number;
  };
  'audit-workload-gone': { readonly workload: string };
}

/** A reason of the table with its params. */
export const because = reasonsOf<RunReasons>();
