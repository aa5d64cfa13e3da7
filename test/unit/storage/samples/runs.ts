import type { PlannedChange, Remark, RunOutcome } from '../../../../src/contract';
import { createDueRuns } from '../../../../src/runs/due-runs';
import { createLatestRuns } from '../../../../src/runs/latest-runs';
import type { Run } from '../../../../src/runs/model';
import { createLeaseStore } from '../../../../src/runs/lease-store';
import { createRunStore } from '../../../../src/runs/run-store';
import type { ShownPlan } from '../../../../src/runs/outcome';
import { WORKLOAD_ARN } from '../../../builders/review';
import { clock, LENS, AT, NOW, PERSON, SELECTION } from './facts';
import { guardsIn } from './on-platform';
import { sample, type Sample } from './sample';

export const MINIMAL_RUN: Run = {
  id: 'run-1',
  site: 'jira',
  workloadArn: WORKLOAD_ARN,
  projectId: '10000',
  mode: 'preview',
  selection: {},
  recreate: false,
  settle: [],
  confirm: false,
  state: 'queued',
  workloadName: 'Shop',
  step: 'run-queued',
  progress: { done: 0, total: 0 },
  troubles: 0,
  wake: 0,
  lane: 0,
  revivals: 0,
  notBefore: 0,
  tally: { updated: 0, closed: 0, reopened: 0, chosen: 0, notesWritten: 0 },
  calls: { jira: 0, aws: 0 },
};

const PLANNED: ShownPlan = {
  fingerprint: '0123456789abcdef',
  planned: {
    create: { epics: 1, tasks: 2, subtasks: 3 },
    update: 1,
    close: 1,
    reopen: 1,
    resolve: 1,
    choose: 1,
    notes: 1,
    unchanged: 4,
  },
  planPages: 1,
};
const REMARK: Remark = {
  key: 'WA-2',
  title: 'Separate workloads using accounts',
  code: 'moved-apart',
  params: {
    of: 'source',
    because: { code: 'practice-selected', params: {} },
    status: 'To Do',
    edited: 'yes',
  },
  texts: [{ field: 'title', old: 'a', new: 'b', theirs: 'c' }],
  settledBy: ['aws', 'jira'],
};
const OUTCOME: RunOutcome = {
  kind: 'applied',
  ...PLANNED,
  created: { epics: 0, tasks: 0, subtasks: 0 },
  updated: 0,
  closed: 0,
  reopened: 0,
  chosen: 0,
  notesWritten: 0,
  unchanged: 4,
  outOfScope: [],
  movedInJira: [],
  failed: [],
  conflicts: [],
  notices: [],
  proposals: [],
  calls: { jira: 0, aws: 0 },
};
const CHANGES: PlannedChange[] = [
  {
    kind: 'create',
    level: 'subtask',
    title: 'Separate workloads',
    lens: 'AWS Well-Architected Framework',
    pillar: 'Security',
    question: 'How do you securely operate your workload?',
    choice: 'sec_1',
    risk: 'HIGH',
    labels: ['security'],
  },
  { kind: 'create', level: 'epic', title: 'Shop', labels: [] },
  {
    kind: 'update',
    key: 'WA-2',
    title: 'A title',
    changes: [{ code: 'title', params: { old: 'a', new: 'b' } }],
  },
  { kind: 'close', key: 'WA-3', title: 'A title', reason: { code: 'practice-selected', params: {} } },
  { kind: 'reopen', key: 'WA-4', title: 'A title', reason: { code: 'practice-open', params: {} } },
  {
    ...{ kind: 'resolve', key: 'WA-7', title: 'A title', means: 'notApplicable' },
    reason: { code: 'practice-not-applicable', params: {} },
  },
  {
    ...{ kind: 'choose', key: 'WA-5', title: 'A title', status: 'NOT_APPLICABLE' },
    reason: {
      code: 'means-implemented',
      params: { how: { code: 'unresolved', params: { status: 'Done' } } },
    },
  },
  { kind: 'notes', key: 'WA-6', title: 'A question', what: 'change' },
  { kind: 'notes', title: 'A question', what: 'remove' },
];

export const RUNS: readonly Sample[] = [
  sample('run', 'minimal', ({ kvs }) => createRunStore(kvs).save(MINIMAL_RUN)),
  sample('run', 'full', ({ kvs }) =>
    createRunStore(kvs).save({
      ...MINIMAL_RUN,
      startedBy: PERSON,
      mode: 'sync',
      scope: 'answered',
      selection: SELECTION,
      recreate: true,
      settle: [{ issueKey: 'WA-2', keep: 'jira' }],
      fingerprint: '0123456789abcdef',
      confirm: true,
      state: 'waiting',
      message: { code: 'goes-on-in', params: { because: { code: 'time-is-up', params: {} }, seconds: 30 } },
      progress: { done: 3, total: 7 },
      beganAt: NOW,
      troubles: 1,
      wake: 3,
      lane: 1,
      revivals: 1,
      notBefore: NOW,
      tally: { updated: 1, closed: 2, reopened: 3, chosen: 4, notesWritten: 5 },
      calls: { jira: 10, aws: 20 },
    }),
  ),
  sample('run', 'quiet', ({ kvs }) =>
    createRunStore(kvs).save({ ...MINIMAL_RUN, mode: 'sync', needsQuietWorkload: true }),
  ),
  sample('run', 'question', ({ kvs }) =>
    createRunStore(kvs).save({
      ...MINIMAL_RUN,
      mode: 'sync',
      question: { lens: LENS, question: 'securely-operate' },
    }),
  ),
  sample('run-shown', 'full', ({ kvs }) => createRunStore(kvs).saveShown('run-1', PLANNED)),
  sample('run-plan', 'minimal', ({ kvs }) => createRunStore(kvs).savePlan('run-1', [])),
  sample('run-plan', 'full', ({ kvs }) => createRunStore(kvs).savePlan('run-1', CHANGES)),
  sample('run-plan', 'long', ({ kvs }) =>
    createRunStore(kvs).savePlan(
      'run-1',
      CHANGES.map((change) => ({ ...change, title: 'a title '.repeat(1000) })),
    ),
  ),
  sample('run-outcome', 'minimal', ({ kvs }) => createRunStore(kvs).saveOutcome('run-1', OUTCOME)),
  sample('run-outcome', 'full', ({ kvs }) =>
    createRunStore(kvs).saveOutcome('run-1', {
      ...OUTCOME,
      kind: 'refused',
      refusal: [{ code: 'closes-many', params: { moving: 40, there: 60 } }],
      outOfScope: [REMARK],
      movedInJira: [REMARK],
      failed: [
        {
          title: 'A title',
          code: 'write-refused',
          params: { because: { code: 'moved-away', params: { project: { quote: 'HR', by: 'jira' } } } },
        },
      ],
      conflicts: [REMARK],
      proposals: [
        {
          key: 'WA-2',
          title: 'A title',
          code: 'below-epic',
          params: { taken: 'yes' },
          proposal: { kind: 'below-epic', taken: true },
        },
      ],
      notices: [
        {
          title: 'A title',
          code: 'doubled-identity',
          params: { issues: [{ issueKey: 'WA-2' }, { issueKey: 'WA-4' }] },
        },
      ],
    }),
  ),
  sample('run-outcome', 'stopped', ({ kvs }) =>
    createRunStore(kvs).saveOutcome('run-1', { ...OUTCOME, kind: 'stopped', updated: 3 }),
  ),
  sample('run-approved', 'minimal', ({ kvs }) => createRunStore(kvs).approve('run-1', [])),
  sample('run-approved', 'full', ({ kvs }) => createRunStore(kvs).approve('run-1', ['0123456789abcdef'])),
  sample('lease', 'full', ({ entities }) =>
    createLeaseStore({ guarded: guardsIn(entities), clock }).take(WORKLOAD_ARN, 'run-1'),
  ),
  sample('due-run', 'full', ({ kvs }) => createDueRuns(kvs).set({ id: 'run-1' }, NOW)),
  sample('queue-lane', 'full', ({ kvs }) =>
    createDueRuns(kvs)
      .leaveLane(WORKLOAD_ARN, 0)
      .then(() => undefined),
  ),
  sample('latest-run', 'full', ({ kvs }) =>
    createLatestRuns(kvs).saveEnded(WORKLOAD_ARN, { runId: 'run-1', at: AT, kind: 'applied' }),
  ),
  sample('started-run', 'full', ({ kvs }) => createLatestRuns(kvs).saveStarted(WORKLOAD_ARN, 'run-1')),
  sample('started-run', 'automatic', ({ kvs }) =>
    createLatestRuns(kvs).saveAutomatic(WORKLOAD_ARN, 'still-round', 'run-1'),
  ),
];
