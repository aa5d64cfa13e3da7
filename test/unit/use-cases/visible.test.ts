import { describe, expect, test } from '@jest/globals';
import type { PlannedChange, Reason, Remark, RunOutcome } from '../../../src/contract';
import { inWords } from '../../../src/in-words';
import { visibleChanges, visibleOutcome, type Viewer } from '../../../src/use-cases/visible';
import { hasWordsOfOthers, keysIn } from '../../../src/use-cases/naming';
import { SAMPLES } from '../words/samples';
import { REMARK_CODES } from './remark-codes';

const TITLE = 'A work item that you may not see';
const SECRET = 'Secret words of WA-2';
const ADMIN: Viewer = { visible: new Set(['WA-1']), administers: true };

const SECTIONS = ['outOfScope', 'movedInJira', 'failed', 'conflicts', 'notices', 'proposals'] as const;

const TOLD: Omit<RunOutcome, (typeof SECTIONS)[number]> = {
  kind: 'applied',
  fingerprint: 'f',
  planned: {
    create: { epics: 0, tasks: 0, subtasks: 0 },
    update: 1,
    close: 0,
    reopen: 0,
    resolve: 0,
    choose: 0,
    notes: 0,
    unchanged: 3,
  },
  planPages: 1,
  created: { epics: 0, tasks: 0, subtasks: 0 },
  updated: 1,
  closed: 0,
  reopened: 0,
  chosen: 0,
  notesWritten: 0,
  unchanged: 3,
  calls: { jira: 1, aws: 1 },
};
const NONE = { outOfScope: [], movedInJira: [], failed: [], conflicts: [], notices: [], proposals: [] };

const apart = (status: string): Reason => ({
  code: 'moved-apart',
  params: { of: 'source', because: { code: 'practice-open', params: {} }, status, edited: 'no' },
});
const naming = (...keys: readonly string[]): Reason => ({
  code: 'doubled-identity',
  params: { issues: keys.map((issueKey) => ({ issueKey })) },
});
const remark = (more: Partial<Remark>): Remark => ({ title: SECRET, ...apart(SECRET), ...more });
const HIDDEN = { code: 'hidden', params: {} };
const hidden: Remark = { title: TITLE, ...HIDDEN };
const HIDDEN_ISSUE = { code: 'hidden-issue', params: {} };
const GONE = { code: 'lens-removed', params: {} };

describe('a remark', () => {
  test.each<[words: string, remark: Remark, seen: Remark]>([
    ['on a visible issue: as it is', remark({ key: 'WA-1' }), remark({ key: 'WA-1' })],
    [
      'on a visible issue, with texts and what settles it: as it is',
      remark({ key: 'WA-1', texts: [{ field: 'title', new: 'a', theirs: 'b' }], settledBy: ['aws'] }),
      remark({ key: 'WA-1', texts: [{ field: 'title', new: 'a', theirs: 'b' }], settledBy: ['aws'] }),
    ],
    ['without an issue: as it is', remark(GONE), remark(GONE)],
    ['on a hidden issue: no key, no title, no reason', remark({ key: 'WA-2' }), hidden],
    [
      'on a hidden issue, with texts: none of them, nor what settles it',
      remark({ key: 'WA-2', texts: [{ field: 'title', new: SECRET, theirs: SECRET }], settledBy: ['aws'] }),
      hidden,
    ],
    [
      'on a hidden issue that was moved: not where to',
      remark({ key: 'HR-1', code: 'moved-away', params: { project: 'HR' } }),
      hidden,
    ],
    [
      'on a hidden issue that Jira refused: not why',
      remark({ key: 'WA-2', code: 'write-refused', params: { because: { quote: SECRET, by: 'jira' } } }),
      hidden,
    ],
    [
      'on a hidden issue, with a reason that says the same of all',
      remark({ key: 'WA-2', ...GONE }),
      { title: TITLE, ...GONE },
    ],
    [
      'on a visible issue, naming a hidden one: without its key',
      remark({ key: 'WA-1', ...naming('WA-1', 'HR_X-22') }),
      remark({
        key: 'WA-1',
        code: 'doubled-identity',
        params: { issues: [{ issueKey: 'WA-1' }, HIDDEN_ISSUE] },
      }),
    ],
    [
      'without an issue, naming a hidden one: without its key',
      remark({ code: 'write-failed', params: { because: naming('WA-2') } }),
      remark({
        code: 'write-failed',
        params: { because: { code: 'doubled-identity', params: { issues: [HIDDEN_ISSUE] } } },
      }),
    ],
    [
      'whose texts look like keys: as it is',
      remark({ key: 'WA-1', title: 'Use UTF-8', ...apart('PHASE-2') }),
      remark({ key: 'WA-1', title: 'Use UTF-8', ...apart('PHASE-2') }),
    ],
  ])('%s', (_words, told, seen) => {
    for (const section of SECTIONS) {
      expect(visibleOutcome({ ...TOLD, ...NONE, [section]: [told] }, ADMIN)).toEqual({
        ...TOLD,
        ...NONE,
        [section]: [seen],
      });
    }
  });

  test('is not left out, so that numbers stay true', () => {
    const conflicts = [remark({ key: 'WA-2' }), remark({ key: 'WA-3' })];
    expect(visibleOutcome({ ...TOLD, ...NONE, conflicts }, ADMIN).conflicts).toEqual([hidden, hidden]);
  });

  test.each(REMARK_CODES)('%s on a hidden issue: its key, title and reason never appear', (code) => {
    const [params, words] = SAMPLES[code]!;
    const told: Remark = { key: 'WA-2', title: SECRET, code, params };
    for (const section of SECTIONS) {
      const outcome = visibleOutcome({ ...TOLD, ...NONE, [section]: [told] }, ADMIN);
      expect(JSON.stringify(outcome)).not.toMatch(/WA-2|Secret/);
      const [seen] = outcome[section];
      const isAlike = code === 'lens-removed' || code.endsWith('-withdrawn');
      expect(inWords(seen!)).toBe(isAlike ? words : inWords(HIDDEN));
    }
  });

  test.each(REMARK_CODES)('%s on a visible issue is shown', (code) => {
    const told: Remark = { key: 'WA-1', title: 'Mine', code, params: SAMPLES[code]![0] };
    const { failed } = visibleOutcome({ ...TOLD, ...NONE, failed: [told] }, ADMIN);
    expect(failed).toMatchObject([{ key: 'WA-1', title: 'Mine', code }]);
  });

  test.each([
    ['on a visible issue', 'WA-1'],
    ['on a hidden issue', 'WA-2'],
    ['on none', undefined],
  ])('of a kind that nobody has judged is hidden: %s', (_words, key) => {
    for (const code of ['never-heard-of', 'toString']) {
      const told = remark({ ...(key === undefined ? {} : { key }), code });
      expect(visibleOutcome({ ...TOLD, ...NONE, notices: [told] }, ADMIN).notices).toEqual([hidden]);
    }
  });
});

test('a section that nobody has judged is not passed', () => {
  const outcome = { ...TOLD, ...NONE, postponed: [remark({ key: 'WA-2' })] };
  expect(visibleOutcome(outcome, ADMIN)).toEqual({ ...TOLD, ...NONE });
});

test('why a run was refused names no hidden issue', () => {
  const outcome = { ...TOLD, ...NONE, refusal: [naming('WA-1', 'WA-2')] };
  expect(visibleOutcome(outcome, ADMIN).refusal?.map(inWords)).toEqual([
    expect.stringMatching(/^WA-1, a work item that you may not see say/),
  ]);
});

describe('a planned change', () => {
  const reason = apart('Done');
  const create: PlannedChange = { kind: 'create', level: 'task', title: 'Question', labels: ['security'] };
  const changes = [{ code: 'title', params: { old: 'a', new: 'b' } }];
  const update: PlannedChange = { kind: 'update', key: 'WA-1', title: 'Mine', changes };
  const close: PlannedChange = { kind: 'close', key: 'WA-1', title: 'Mine', reason };

  test.each<[string, PlannedChange, PlannedChange]>([
    ["that makes an issue: as it is, the title is the review's", create, create],
    ['of a visible issue: as it is', update, update],
    ['that closes a visible issue: as it is', close, close],
    [
      'of a hidden issue: that there is one',
      { kind: 'update', key: 'WA-2', title: SECRET, changes: [apart(SECRET)] },
      { kind: 'update', title: TITLE, changes: [] },
    ],
    ...(['close', 'reopen'] as const).map((kind): [string, PlannedChange, PlannedChange] => [
      `that would ${kind} a hidden issue: that it would`,
      { kind, key: 'WA-2', title: SECRET, reason: apart(SECRET) },
      { kind, title: TITLE, reason: HIDDEN },
    ]),
    [
      'that tells AWS of a hidden issue: what AWS will say',
      { kind: 'choose', key: 'WA-2', title: SECRET, status: 'SELECTED', reason: apart(SECRET) },
      { kind: 'choose', title: TITLE, status: 'SELECTED', reason: HIDDEN },
    ],
    [
      'of notes: its title is the question’s',
      { kind: 'notes', key: 'WA-2', title: 'Question', what: 'add' },
      { kind: 'notes', title: 'Question', what: 'add' },
    ],
  ])('%s', (_words, change, seen) => {
    expect(visibleChanges([change], ADMIN)).toEqual([seen]);
  });
});

test('whatever a run names can be asked for: remarks, their reasons, the refusal, changes, the message', () => {
  const outcome: RunOutcome = {
    ...TOLD,
    outOfScope: [remark({ key: 'WA-1' })],
    movedInJira: [remark({ key: 'WA-3' })],
    failed: [remark({ code: 'write-failed', params: { because: naming('WA-4') } })],
    conflicts: [remark({ key: 'WA-5', ...naming('WA-5', 'HR-6') })],
    notices: [],
    proposals: [],
    refusal: [naming('WA-7')],
  };
  const changes: PlannedChange[] = [
    { kind: 'create', level: 'epic', title: 'WA-99', labels: [] },
    { kind: 'update', key: 'WA-8', title: 'x', changes: [naming('WA-11')] },
    { kind: 'close', key: 'WA-9', title: 'x', reason: naming('WA-12') },
  ];
  const message = { code: 'goes-on-at-once', params: { because: naming('WA-10', 'A_B2-11') } };
  expect([...keysIn({ outcome, changes, message })].sort()).toEqual([
    ...['A_B2-11', 'HR-6', 'WA-1', 'WA-10', 'WA-11', 'WA-12', 'WA-3', 'WA-4', 'WA-5', 'WA-7', 'WA-8', 'WA-9'],
  ]);
});

test.each<[string, Reason, boolean]>([
  ['a reason of the app', apart('Done'), false],
  ['a quote', { code: 'write-refused', params: { because: { quote: 'No.', by: 'aws' } } }, true],
  ['a quote within', { code: 'goes-on-at-once', params: { because: { code: 'text', params: {} } } }, true],
])('whether a run has words of others can be told: %s', (_words, message, has) => {
  expect(hasWordsOfOthers({ message })).toBe(has);
  expect(hasWordsOfOthers({ outcome: { ...TOLD, ...NONE, failed: [remark(message)] } })).toBe(has);
});
