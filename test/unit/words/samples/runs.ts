import type { RunReasons } from '../../../../src/runs/reasons';
import type { VisibleReasons } from '../../../../src/use-cases/visible-reasons';
import type { Samples } from '../said';

const because = { code: 'time-is-up', params: {} };

export const RUNS: Samples<RunReasons> & { readonly text: readonly [{ readonly text: string }, string] } = {
  text: [{ text: 'Secret words, made {already}' }, 'Secret words, made {already}'],

  'run-queued': [{}, 'Waiting for its turn'],
  'run-done': [{}, 'Done'],
  'run-failed': [{}, 'Failed'],

  'goes-on-in': [{ because, seconds: 30 }, 'Time is up for this invocation; going on in 30 s.'],
  'goes-on-at-once': [{ because }, 'Time is up for this invocation; going on at once.'],
  'another-run-works': [{}, 'Another run works on the workload'],

  'queue-silent': [
    {},
    "Forge's queue has not confirmed this run. It begins within 25 minutes; you can also end it and start another.",
  ],

  'run-lost': [
    {},
    'Nothing was heard of it for an hour, although it was queued three times: it was ended. Sync again: nothing is made twice.',
  ],
  'run-ended-by-person': [{}, 'A person ended it; what it had done stays. The next sync goes on from there.'],
  'run-interrupted': [
    {},
    'It was interrupted, and another run took the workload; the next sync does what it left.',
  ],
  'run-met-bug': [
    {},
    'Something went wrong inside the app; its log says what. Sync again: nothing is made twice.',
  ],
  'run-linked-elsewhere': [{}, 'The workload is linked to another space by now: nothing was synced.'],

  'audit-run-started': [{ run: 'r1' }, 'Run r1.'],
  'audit-run-adopts': [
    { run: 'r1', adoption: 'adopt' },
    'Run r1: work items of an earlier installation are adopted.',
  ],
  'audit-run-deletes': [
    { run: 'r1', issues: 2 },
    'Run r1: 2 work items that the app had made twice, to be deleted if nobody has touched them.',
  ],
  'audit-run-puts-back': [{ run: 'r1' }, 'Run r1: what runs changed within 24 hours is put back.'],
  'audit-run-confirms': [{ run: 'r1' }, 'Run r1: its plan was confirmed, whatever the safety check says.'],
  'audit-run-ended-by-person': [{ run: 'r1' }, 'Run r1: ended before it was done.'],
  'audit-run-failed': [{ run: 'r1' }, 'Run r1: failed.'],
  'audit-run-ended': [
    {
      ...{ run: 'r1', kind: 'applied', created: 6, updated: 1, closed: 2, reopened: 3 },
      ...{ chosen: 4, notes: 5, failed: 0 },
    },
    'Run r1: done, 6 created, 1 updated, 2 closed, 3 reopened, 4 answers changed in AWS, notes of 5 questions written.',
  ],
  'audit-workload-gone': [{ workload: 'Web shop' }, 'AWS does not know "Web shop" any more.'],
};

export const VISIBLE: Samples<VisibleReasons> = {
  hidden: [{}, 'It is hidden from you, and so is what there is to say about it.'],
  'hidden-title': [{}, 'A work item that you may not see'],
  'hidden-issue': [{}, 'a work item that you may not see'],
  'for-admins': [{}, '(shown to admins of the space)'],
};
