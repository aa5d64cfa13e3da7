/** Words of how runs fare, by code: ICU messages. */
export const runs = {
  text: '{text}',

  'run-queued': 'Waiting for its turn',
  'run-done': 'Done',
  'run-failed': 'Failed',

  'goes-on-in': '{because}; going on in {seconds} s.',
  'goes-on-at-once': '{because}; going on at once.',
  'another-run-works': 'Another run works on the workload',
  'queue-silent':
    "Forge's queue has not confirmed this run. It begins within 25 minutes; you can also end it and start another.",

  'run-interrupted':
    'It was interrupted, and another run took the workload; the next sync does what it left.',
  'run-met-bug': 'Something went wrong inside the app; its log says what. Sync again: nothing is made twice.',
  'run-lost':
    'Nothing was heard of it for an hour, although it was queued three times: it was ended. Sync again: nothing is made twice.',
  'run-ended-by-person': 'A person ended it; what it had done stays. The next sync goes on from there.',
  'run-linked-elsewhere': 'The workload is linked to another space by now: nothing was synced.',

  'audit-run-started': 'Run {run}.',
  'audit-run-adopts':
    'Run {run}: work items of an earlier installation are {adoption, select, adopt {adopted} other {left as they are, and new ones made}}.',
  'audit-run-deletes':
    'Run {run}: {issues, plural, one {1 work item} other {# work items}} that the app had made twice, to be deleted if nobody has touched them.',
  'audit-run-puts-back': 'Run {run}: what runs changed within 24 hours is put back.',
  'audit-run-confirms': 'Run {run}: its plan was confirmed, whatever the safety check says.',
  'audit-run-failed': 'Run {run}: failed.',
  'audit-run-ended-by-person': 'Run {run}: ended before it was done.',
  'audit-run-ended':
    'Run {run}: {kind, select, applied {done} refused {stopped by the safety check} blocked {it could not work} other {nothing done, since the review had changed}}{created, plural, =0 {} other {, # created}}{updated, plural, =0 {} other {, # updated}}{closed, plural, =0 {} other {, # closed}}{reopened, plural, =0 {} other {, # reopened}}{chosen, plural, =0 {} one {, # answer changed in AWS} other {, # answers changed in AWS}}{notes, plural, =0 {} one {, notes of # question written} other {, notes of # questions written}}{failed, plural, =0 {} other {, # failed}}.',
  'audit-workload-gone': 'AWS does not know "{workload}" any more.',
} as const;
