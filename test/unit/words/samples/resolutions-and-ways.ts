import type { SyncReasons } from '../../../../src/sync/reasons';
import type { Samples } from '../said';
import { DONE_AS } from './plan';

/** How an issue is done, and on which way it comes there. */
export const RESOLUTIONS_AND_WAYS = {
  'closed-otherwise': [
    { how: DONE_AS, means: 'notApplicable' },
    'it is "Done" (resolution "Won\'t Do") now, which the settings do not call not applicable, as the review does: the way there in its workflow offers no resolution that they name for that.',
  ],
  'resolution-stays': [
    { how: DONE_AS, means: 'implemented' },
    'it stays "Done" (resolution "Won\'t Do"), although the review has it as implemented: its workflow offers no way to resolve it so from there.',
  ],
  'would-keep-resolution': [
    { type: 'Sub-task', issues: 2 },
    '2 work items of the type Sub-task would be reopened and keep their resolution: neither the way there nor the edit screen lets the app clear it. If the workflow clears it by itself, all is well.',
  ],
  'would-close-otherwise': [
    { type: 'Sub-task', issues: 1, means: 'notApplicable' },
    '1 work item of the type Sub-task would be closed and not say not applicable, as the review does: neither the way there nor the edit screen offers a resolution that the settings name for that. If the workflow sets one by itself, all is well.',
  ],
  'resolution-kept': [
    { resolution: "Won't Do" },
    'it is open again and still has the resolution "Won\'t Do": its workflow does not let the app clear it.',
  ],
  'way-not-tried': [
    {},
    'it was not moved: another work item of its type got stuck on the way that it would take. Help that one on, or mend the workflow; the next sync tries again once that work item has left the status in which it is stuck.',
  ],
  'way-known': [
    { kind: 'close', type: 'Sub-task', issues: 12, steps: ['Open', 'Doing', 'Closed'] },
    '12 work items of the type "Sub-task" will be closed in several steps, through the statuses Open, Doing, Closed.',
  ],
  'way-stuck': [
    { type: 'Task', issues: 1, steps: ['Open', 'Doing'] },
    '1 work item of the type "Task" may stay: a work item of that type got stuck on its way through the statuses Open, Doing. Help that one on, or mend the workflow.',
  ],
} satisfies Partial<Samples<SyncReasons>>;
