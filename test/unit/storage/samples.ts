/** What each stored record looks like: its own store writes it, in several shapes, into storage in memory. */
import { createAttentionStore } from '../../../src/automatic/attention';
import { createEventSecretStore } from '../../../src/automatic/event-secret-store';
import { createPulseStore } from '../../../src/automatic/pulse-store';
import { createSeenEvents } from '../../../src/automatic/seen-events';
import { createTouches, type Subject } from '../../../src/automatic/touches';
import { createWatchStore } from '../../../src/automatic/watch-store';
import { createWatchedPlaces } from '../../../src/automatic/watched-places';
import { createAccessKeyStore } from '../../../src/connection/access-key-store';
import { createConnectionStore } from '../../../src/connection/connection-store';
import type { PlannedChange, Remark, RunOutcome } from '../../../src/contract';
import { createLinkedWorkloadStore } from '../../../src/linked-workloads/linked-workload-store';
import { createIntentStore } from '../../../src/links/intent-store';
import { createIssueIndex } from '../../../src/links/issue-index';
import { createLinkStore } from '../../../src/links/link-store';
import type { Link } from '../../../src/plan/link';
import { createReviewMemory } from '../../../src/reviews/review-memory';
import { createLatestRuns } from '../../../src/runs/latest-runs';
import type { Run } from '../../../src/runs/model';
import { createRunStore } from '../../../src/runs/run-store';
import type { ShownPlan } from '../../../src/runs/outcome';
import { createSettingsStore } from '../../../src/settings/settings-store';
import { createSiteSettingsStore } from '../../../src/settings/site-settings';
import { createNotesMemory } from '../../../src/write-back/notes-memory';
import { aLink } from '../linked-workloads/a-link';
import { CONNECTION, draftOf, probed, withoutRole } from '../connection/a-connection';
import { lensIdentity, WORKLOAD_ARN } from '../../builders/review';
import type { MemoryStorage } from './memory-storage';
import { auditEntry, siteUrl } from './samples-on-platform';

export interface Sample {
  readonly record: string;
  readonly shape: string;
  readonly write: (storage: MemoryStorage) => Promise<unknown>;
}

const AT = '2026-03-01T10:00:00.000Z';
const NOW = Date.parse(AT);
const clock = { now: () => NOW };
/** As long as asked for, and the same each time. */
const random = (bytes: number) => new Uint8Array(bytes).fill(7);
const PERSON = '557058:00000000-0000-4000-8000-0000000000a3';
const LENS = lensIdentity('wellarchitected');
const QUESTION = { workloadArn: WORKLOAD_ARN, lens: LENS, question: 'securely-operate' };
const SUBJECT: Subject = { direction: 'jira', ...QUESTION };
const SELECTION = {
  lensAliases: ['wellarchitected'],
  selectedPillars: [{ PillarId: 'security', SelectedQuestionIds: ['securely-operate'] }],
  questionIds: ['securely-operate'],
};
const RESOLVE = {
  implemented: [{ statusId: '10002' }, { resolutionId: '10000' }],
  notApplicable: [{ statusId: '10003', reason: 'OUT_OF_SCOPE' as const }],
};

const EPIC: Link = {
  identity: { workload: WORKLOAD_ARN },
  issueId: '10001',
  summary: 'Shop',
  descriptionHash: '0123456789abcdef',
  labels: [],
  synced: { review: 'open', jira: 'open' },
};
const SUBTASK: Link = {
  identity: { workload: WORKLOAD_ARN, lens: LENS, question: 'securely-operate', choice: 'sec_1' },
  pillar: 'security',
  issueId: '10003',
  summary: 'Separate workloads using accounts',
  descriptionHash: 'fedcba9876543210',
  labels: ['well-architected', 'security'],
  synced: { review: 'done', jira: 'done', practice: 'selected' },
  createdBy: 'run-1',
};

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
  step: 'Waiting for its turn',
  progress: { done: 0, total: 0 },
  troubles: 0,
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
    choose: 1,
    notes: 1,
    unchanged: 4,
  },
  planPages: 1,
};
const REMARK: Remark = {
  key: 'WA-2',
  title: 'Separate workloads using accounts',
  code: 'text-edited',
  reason: 'Somebody changed it.',
  texts: [{ field: 'title', old: 'a', new: 'b', theirs: 'c' }],
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
  { kind: 'update', key: 'WA-2', title: 'A title', changes: ['title: "a" → "b"'] },
  { kind: 'close', key: 'WA-3', title: 'A title', reason: 'It is selected in AWS.' },
  { kind: 'reopen', key: 'WA-4', title: 'A title', reason: 'It is open in AWS.' },
  { kind: 'choose', key: 'WA-5', title: 'A title', status: 'NOT_APPLICABLE', reason: 'It is done.' },
  { kind: 'notes', key: 'WA-6', title: 'A question', what: 'change' },
  { kind: 'notes', title: 'A question', what: 'remove' },
];

const RISKS = { UNANSWERED: 1, HIGH: 2, MEDIUM: 3, NONE: 4, NOT_APPLICABLE: 5 };

function sample(record: string, shape: string, write: Sample['write']): Sample {
  return { record, shape, write };
}

const settings: readonly Sample[] = [
  sample('site-settings', 'minimal', ({ kvs }) =>
    createSiteSettingsStore(kvs).save({
      projectConnections: true,
      issueManagementStatus: 'ENABLED',
      issueManagementType: 'MANUAL',
      scope: 'risks',
      selection: {},
      quietSeconds: 120,
      parentsFollow: false,
    }),
  ),
  sample('site-settings', 'full', ({ kvs }) =>
    createSiteSettingsStore(kvs).save({
      projectConnections: false,
      issueManagementStatus: 'DISABLED',
      issueManagementType: 'AUTO',
      scope: 'all',
      selection: SELECTION,
      quietSeconds: 3600,
      parentsFollow: true,
      resolveSelects: RESOLVE,
    }),
  ),
  sample('link-settings', 'minimal', ({ kvs }) =>
    createSettingsStore(kvs).save('10000', WORKLOAD_ARN, { issueManagementStatus: 'INHERIT' }),
  ),
  sample('link-settings', 'full', ({ kvs }) =>
    createSettingsStore(kvs).save('10000', WORKLOAD_ARN, {
      issueManagementStatus: 'ENABLED',
      issueManagementType: 'AUTO',
      scope: 'answered',
      selection: SELECTION,
      quietSeconds: 30,
      parentsFollow: true,
      resolveSelects: RESOLVE,
      doneStatusId: '10002',
      besideAwsConnector: true,
    }),
  ),
];

const connections: readonly Sample[] = [
  sample('connection', 'minimal', (storage) =>
    createConnectionStore({ kvs: storage.connections, random, clock }).create(
      draftOf(withoutRole(CONNECTION)),
    ),
  ),
  sample('connection', 'full', async (storage) => {
    const store = createConnectionStore({ kvs: storage.connections, random, clock });
    const made = await store.create({
      ...draftOf(CONNECTION),
      serves: [{ projectId: '10000' }, { projectId: '10001', workloadArns: [WORKLOAD_ARN] }],
    });
    const tests = [
      {
        ...probed('eu-west-1', 'ok', 'failed'),
        checks: [{ what: 'list', result: 'unknown' as const, message: 'No answer.', statement: 'Read' }],
      },
    ];
    await store.save({ ...made, tests, acceptedRisk: { by: PERSON, at: AT, words: 'I know.' } });
  }),
  sample('connection', 'of-a-project', (storage) =>
    createConnectionStore({ kvs: storage.connections, random, clock }).create({
      ...draftOf(CONNECTION),
      owner: { kind: 'project', projectId: '10000' },
      access: 'read-only',
    }),
  ),
  sample('connection-index', 'full', async (storage) => {
    let made = 0;
    const store = createConnectionStore({
      kvs: storage.connections,
      random: (bytes) => new Uint8Array(bytes).fill((made += 1)),
      clock,
    });
    await store.create(draftOf(CONNECTION));
    await store.create(draftOf(CONNECTION));
  }),
  sample('access-key', 'full', ({ secrets }) =>
    createAccessKeyStore({ kvs: secrets, environment: {}, clock }).save('aws', {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
      principalArn: 'arn:aws:iam::111122223333:user/backlog',
    }),
  ),
  sample('event-secret', 'full', ({ secrets }) =>
    createEventSecretStore({ kvs: secrets, random, clock }).renew(CONNECTION.id),
  ),
];

const links: readonly Sample[] = [
  sample('linked-workload', 'minimal', ({ kvs }) => createLinkedWorkloadStore(kvs).save(aLink(1))),
  sample('linked-workload', 'full', ({ kvs }) =>
    createLinkedWorkloadStore(kvs).save(aLink(1, { ended: { reason: 'unlinked', at: AT, by: PERSON } })),
  ),
  sample('linked-workload', 'gone', ({ kvs }) =>
    createLinkedWorkloadStore(kvs).save(aLink(1, { ended: { reason: 'workload-gone', at: AT } })),
  ),
  sample('linked-workload-place', 'full', async ({ kvs }) => {
    for (const nth of [1, 2]) await createLinkedWorkloadStore(kvs).save(aLink(nth));
  }),
  sample('link-head', 'minimal', ({ kvs }) => createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [EPIC])),
  // Storage stops before the index is put right, so that the head says what is unsettled.
  sample('link-head', 'full', async ({ kvs, stopping }) => {
    await createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [EPIC, SUBTASK]);
    const changed = [EPIC, { ...SUBTASK, issueId: '10004' }];
    await createLinkStore(stopping(2))
      .save(WORKLOAD_ARN, '10000', changed)
      .catch(() => undefined);
  }),
  sample('link-shard', 'minimal', ({ kvs }) => createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [EPIC])),
  sample('link-shard', 'full', ({ kvs }) => createLinkStore(kvs).save(WORKLOAD_ARN, '10000', [SUBTASK])),
  sample('issue-index', 'minimal', ({ kvs }) => createIssueIndex(kvs).put([EPIC])),
  sample('issue-index', 'full', ({ kvs }) => createIssueIndex(kvs).put([SUBTASK])),
  sample('intent', 'minimal', ({ kvs }) =>
    createIntentStore(kvs).save(WORKLOAD_ARN, {
      runId: 'run-1',
      at: NOW,
      projectId: '10000',
      afterNumber: 0,
      items: [],
    }),
  ),
  sample('intent', 'full', ({ kvs }) =>
    createIntentStore(kvs).save(WORKLOAD_ARN, {
      runId: 'run-1',
      at: NOW,
      projectId: '10000',
      afterNumber: 41,
      items: [JSON.stringify([WORKLOAD_ARN, LENS, 'securely-operate', null])],
      hidden: [JSON.stringify([WORKLOAD_ARN, null, null, null])],
    }),
  ),
];

const runs: readonly Sample[] = [
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
      message: 'Jira asks to wait; going on in 30 s.',
      progress: { done: 3, total: 7 },
      troubles: 1,
      notBefore: NOW,
      tally: { updated: 1, closed: 2, reopened: 3, chosen: 4, notesWritten: 5 },
      calls: { jira: 10, aws: 20 },
    }),
  ),
  sample('run', 'quiet', ({ kvs }) =>
    createRunStore(kvs).save({ ...MINIMAL_RUN, mode: 'sync', needsStillWorkload: true }),
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
      refusal: 'It would close 40 of 60 issues.',
      outOfScope: [REMARK],
      movedInJira: [REMARK],
      failed: [REMARK],
      conflicts: [REMARK],
      notices: [{ title: 'A title', code: 'no-room', reason: 'The notes are full.' }],
    }),
  ),
  sample('run-approved', 'minimal', ({ kvs }) => createRunStore(kvs).approve('run-1', [])),
  sample('run-approved', 'full', ({ kvs }) => createRunStore(kvs).approve('run-1', ['0123456789abcdef'])),
  sample('workload-lease', 'full', ({ kvs }) =>
    createRunStore(kvs).take(WORKLOAD_ARN, { runId: 'run-1', invocation: 'i-1' }),
  ),
  sample('latest-run', 'full', ({ kvs }) =>
    createLatestRuns(kvs).saveEnded(WORKLOAD_ARN, { runId: 'run-1', at: AT, kind: 'applied' }),
  ),
  sample('started-run', 'full', ({ kvs }) => createLatestRuns(kvs).saveStarted(WORKLOAD_ARN, 'run-1')),
  sample('started-run', 'automatic', ({ kvs }) =>
    createLatestRuns(kvs).saveRound(WORKLOAD_ARN, 'still-round', 'run-1'),
  ),
];

const automatic: readonly Sample[] = [
  sample('attention', 'minimal', ({ kvs }) =>
    createAttentionStore(kvs).set(WORKLOAD_ARN, { why: 'failed', message: 'Jira is down.', at: AT }),
  ),
  sample('attention', 'full', ({ kvs }) =>
    createAttentionStore(kvs).set(WORKLOAD_ARN, {
      why: 'refused',
      runId: 'run-1',
      message: 'It would close 40 of 60 issues.',
      at: AT,
    }),
  ),
  sample('pulse', 'minimal', ({ kvs }) =>
    createPulseStore(kvs).wrote(WORKLOAD_ARN, { before: NOW, at: NOW + 1000 }),
  ),
  sample('pulse', 'full', async ({ kvs }) => {
    await createPulseStore(kvs).sawAll(WORKLOAD_ARN, NOW, RISKS);
    await createPulseStore(kvs).wrote(WORKLOAD_ARN, { before: NOW, at: NOW + 1000 });
  }),
  sample('seen-event', 'full', ({ kvs }) =>
    createSeenEvents(kvs).once(CONNECTION.id, 'event-1', () => Promise.resolve()),
  ),
  sample('touch', 'full', async ({ kvs }) => {
    const touches = createTouches({ kvs, clock, push: () => Promise.resolve() });
    await touches.touch(SUBJECT, 120);
    await touches.done(SUBJECT, NOW);
  }),
  sample('watch', 'full', ({ kvs }) =>
    createWatchStore(kvs, CONNECTION.id, 'eu-west-1').save(
      new Map([[WORKLOAD_ARN, { updatedAt: NOW, counts: '1.2.3.4.5', fullAt: NOW }]]),
    ),
  ),
  sample('watched-region', 'full', ({ kvs }) =>
    createWatchedPlaces(kvs).checked(CONNECTION.id, 'eu-west-1', NOW),
  ),
];

const memories: readonly Sample[] = [
  sample('review-memory', 'minimal', ({ kvs }) =>
    createReviewMemory(kvs).save(WORKLOAD_ARN, { readAt: NOW, lenses: [] }),
  ),
  sample('review-memory', 'full', ({ kvs }) =>
    createReviewMemory(kvs).save(WORKLOAD_ARN, {
      readAt: NOW,
      lenses: [
        {
          identity: LENS,
          alias: 'wellarchitected',
          version: '2024-06-27',
          name: 'AWS Well-Architected Framework',
          status: 'CURRENT',
          riskCounts: RISKS,
          pillars: [{ id: 'security', name: 'Security', riskCounts: RISKS }],
        },
      ],
    }),
  ),
  sample('notes-memory', 'minimal', ({ kvs }) =>
    createNotesMemory(kvs).save(WORKLOAD_ARN, LENS, {
      alias: 'wellarchitected',
      updatedAt: 0,
      verifiedAt: 0,
      questions: {},
    }),
  ),
  sample('notes-memory', 'full', ({ kvs }) =>
    createNotesMemory(kvs).save(WORKLOAD_ARN, LENS, {
      alias: 'wellarchitected',
      updatedAt: NOW,
      verifiedAt: NOW,
      questions: { 'securely-operate': '0123456789abcdef' },
    }),
  ),
];

export const SAMPLES: readonly Sample[] = [
  ...settings,
  ...connections,
  ...links,
  ...runs,
  ...automatic,
  ...memories,
  sample('audit-entry', 'minimal', (storage) => auditEntry(storage, clock, random, undefined)),
  sample('audit-entry', 'full', (storage) => auditEntry(storage, clock, random, '10000')),
  sample('site-url', 'full', siteUrl),
];
