/** Whether a project can take the issues of a review. */
import type { Reason } from '../reason';

export interface Preflight {
  checks: PreflightCheck[];
}

export interface PreflightCheck {
  /** Some come several times: a required field each, the priority of each level. */
  what:
    | 'project'
    | 'permissions'
    | 'epic'
    | 'task'
    | 'subtask'
    | 'description'
    | 'labels'
    | 'priority'
    | 'required-fields'
    | 'done-status'
    | 'way-to-done'
    | 'issue-security'
    | 'stored-records';
  /** `failed`: a sync is blocked; `warning`: it works without that. */
  result: 'ok' | 'warning' | 'failed';
  /** What is there, or what is missing and what to do. */
  reason: Reason;
}
