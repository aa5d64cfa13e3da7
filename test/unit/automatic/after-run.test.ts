/** What runs leave behind: for the poll, for the next run, and for whoever looks at the link. */
import { describe, expect, test } from '@jest/globals';
import { afterRunEnded, afterRunFailed } from '../../../src/automatic/after-run';
import type { Attention } from '../../../src/automatic/attention';
import { inWords } from '../../../src/in-words';
import { asReason } from '../../../src/reason';
import type { Run } from '../../../src/runs/model';
import { newRun } from '../../../src/runs/new-run';
import { NO_NOTES } from '../../../src/sync/write-back/plan-notes';
import type { SyncEnd } from '../../../src/sync/sync-end';
import { MemoryPlatform, PROJECT } from '../../builders/platform';
import { workload, WORKLOAD_ARN } from '../../builders/review';

const COUNTS = { UNANSWERED: 0, HIGH: 1, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };
const { updatedAt } = workload();
const BEFORE: Attention = { why: 'failed', reasons: [asReason('It failed before.')], at: 'then' };

type Started = 'automatic' | 'by a person' | 'preview';

function run(started: Started, selection: Run['selection'] = {}): Run {
  return newRun({
    ...{ id: 'r1', site: 'a-site', projectId: PROJECT.id, workloadArn: WORKLOAD_ARN, selection },
    ...{ mode: started === 'preview' ? 'preview' : 'sync', workloadName: 'Web shop' },
    ...(started === 'automatic' ? {} : { startedBy: 'project admin' }),
    ...{ recreate: false, settle: [], confirm: false },
  });
}

type End = Pick<SyncEnd, 'kind' | 'why' | 'sawAll'> & Partial<SyncEnd>;

/** Only what this looks at of how a run ended. */
async function ended(started: Started, end: End, selection: Run['selection'] = {}, lastWriteAt?: number) {
  const platform = await MemoryPlatform.automatic();
  await platform.attention.set(WORKLOAD_ARN, BEFORE);
  await afterRunEnded(run(started, selection), end as SyncEnd, lastWriteAt, platform);
  return platform;
}

const attentionOf = (platform: MemoryPlatform) => platform.attention.get(WORKLOAD_ARN);

const APPLIED: End = {
  kind: 'applied',
  failed: [],
  why: undefined,
  notes: NO_NOTES,
  sawAll: { updatedAt, riskCounts: COUNTS },
};
const LEFT_SOMETHING: End = { ...APPLIED, sawAll: undefined };
const GAVE_UP: End = { ...APPLIED, gaveUp: asReason('Jira makes nothing.') };
const REFUSED: End = { kind: 'refused', why: [asReason('Too much at once.')], sawAll: undefined };
const BLOCKED: End = { kind: 'blocked', why: [asReason('No Epics here.')], sawAll: undefined };

describe('questions that events named', () => {
  const FAILED = { title: 'Question q1', ...asReason('AWS said no') };

  test.each<[string, End, number, readonly string[]]>([
    ['are read by a run that began after them', APPLIED, 1, []],
    ['stay named for the next one where they came later', APPLIED, -1, ['q1']],
    ['or where it left something out', LEFT_SOMETHING, 1, ['q1']],
    ['or was refused', REFUSED, 1, ['q1']],
    ['or an answer could not be written', { ...APPLIED, failed: [FAILED] }, 1, ['q1']],
  ])('%s', async (_, end, began, named) => {
    const platform = await MemoryPlatform.automatic();
    await platform.namedQuestions.add(WORKLOAD_ARN, 'q1', platform.now);
    const begun = { ...run('automatic'), beganAt: platform.now + began };
    await afterRunEnded(begun, end as SyncEnd, undefined, platform);
    expect(await platform.namedQuestions.of(WORKLOAD_ARN)).toEqual(named);
  });
});

describe('what waits for a person', () => {
  test.each<[string, Started, End, Run['selection'], string | undefined]>([
    ['a run that worked takes it away', 'automatic', APPLIED, {}, undefined],
    ['also a person’s', 'by a person', APPLIED, {}, undefined],
    ['but not one of a part', 'by a person', APPLIED, { questionIds: ['q1'] }, 'failed'],
    ['nor a preview', 'preview', { ...APPLIED, kind: 'previewed' }, {}, 'failed'],
    ['an automatic run that the safety check refused waits', 'automatic', REFUSED, {}, 'refused'],
    ['and one that the project blocks', 'automatic', BLOCKED, {}, 'blocked'],
    [
      'and one beside AWS’s connector, by its code and not by its words',
      'automatic',
      { ...BLOCKED, why: [{ code: 'aws-connector', params: {} }] },
      {},
      'aws-connector',
    ],
    [
      'and one that was switched off',
      'automatic',
      { ...BLOCKED, why: [{ code: 'automatic-off', params: {} }] },
      {},
      'blocked',
    ],
    [
      'and one of whose plan a part waits',
      'automatic',
      { ...APPLIED, why: [asReason('Too much at once.')] },
      {},
      'refused',
    ],
    ['and one that gave up creates', 'automatic', GAVE_UP, {}, 'failed'],
    [
      'and one that left what only a person decides',
      'automatic',
      { ...APPLIED, undecided: [asReason('Which is which?')] },
      {},
      'undecided',
    ],
    [
      'also where a person ran it, who need not be who decides',
      'by a person',
      { ...APPLIED, undecided: [asReason('Which is which?')] },
      {},
      'undecided',
    ],
    ['nothing where all is decided', 'by a person', { ...APPLIED, undecided: [] }, {}, undefined],
    ['a person sees for themselves', 'by a person', REFUSED, {}, 'failed'],
  ])('%s', async (_, started, end, selection, why) => {
    expect((await attentionOf(await ended(started, end, selection)))?.why).toBe(why);
  });

  test.each<[string, Run['selection'], boolean]>([
    [
      'a run that saw a part has automatic mode look whether something is left',
      { questionIds: ['q1'] },
      true,
    ],
    ['one that saw all knows', {}, false],
  ])('%s', async (_, selection, looks) => {
    const platform = await MemoryPlatform.automatic();
    const undecided: Attention = { why: 'undecided', reasons: [asReason('Which is which?')], at: 'then' };
    await platform.attention.set(WORKLOAD_ARN, undecided);
    await afterRunEnded(run('by a person', selection), APPLIED as SyncEnd, undefined, platform);
    expect(await attentionOf(platform)).toEqual(looks ? undecided : undefined);
    expect(platform.jobs).toHaveLength(looks ? 1 : 0);
  });

  test('what was refused and what is to be decided are told together', async () => {
    const platform = await ended('automatic', { ...REFUSED, undecided: [asReason('Which is which?')] });
    expect((await attentionOf(platform))?.reasons.map(inWords)).toEqual([
      'Too much at once.',
      'Which is which?',
    ]);
  });

  test('tells which run, why and when', async () => {
    const platform = await ended('automatic', REFUSED);
    expect(await attentionOf(platform)).toEqual({
      ...{ why: 'refused', runId: 'r1', reasons: [asReason('Too much at once.')] },
      at: new Date(platform.now).toISOString(),
    });
  });

  test.each<[string, Started, End, readonly string[]]>([
    ['what nobody asked for', 'automatic', GAVE_UP, ['Jira makes nothing.']],
    [
      'beside what was refused',
      'automatic',
      { ...GAVE_UP, why: [asReason('No.')] },
      ['No.', 'Jira makes nothing.'],
    ],
    ['to a person in their result', 'by a person', GAVE_UP, ['It failed before.']],
  ])('tells creates that were given up: %s', async (_, started, end, reasons) => {
    const told = await attentionOf(await ended(started, end));
    expect(told?.reasons).toEqual(reasons.map(asReason));
  });

  test.each<[Started, string]>([
    ['automatic', 'It failed now.'],
    ['by a person', 'It failed before.'],
    ['preview', 'It failed before.'],
  ])('of a run that failed (%s)', async (started, words) => {
    const platform = await MemoryPlatform.automatic();
    await platform.attention.set(WORKLOAD_ARN, BEFORE);
    await afterRunFailed(run(started), asReason('It failed now.'), platform);
    expect((await attentionOf(platform))?.reasons).toEqual([asReason(words)]);
  });
});

describe('the next poll', () => {
  const summary = (at: number) => ({ arn: WORKLOAD_ARN, updatedAt: at, riskCounts: COUNTS });

  test('finds no news in what the run saw, nor in what it wrote', async () => {
    const { watermarks } = await ended('automatic', APPLIED, {}, updatedAt + 9_000);
    expect(await watermarks.explains(summary(updatedAt), undefined)).toBe(true);
    expect(await watermarks.explains(summary(updatedAt + 9_000), undefined)).toBe(true);
    expect(await watermarks.explains(summary(updatedAt + 90_000), undefined)).toBe(false);
  });

  test.each([false, true])('is told whether notes were left unread: %s', async (leavesUnread) => {
    const { watermarks } = await ended('automatic', { ...APPLIED, notes: { ...NO_NOTES, leavesUnread } });
    expect(await watermarks.leftNotes(WORKLOAD_ARN)).toBe(leavesUnread);
    await watermarks.wrote(WORKLOAD_ARN, { before: updatedAt, at: updatedAt + 9_000 });
    expect(await watermarks.leftNotes(WORKLOAD_ARN)).toBe(leavesUnread);
    await watermarks.sawAll(WORKLOAD_ARN, updatedAt);
    expect(await watermarks.leftNotes(WORKLOAD_ARN)).toBe(false);
  });

  test('is told that something failed in a person’s run, which leaves no notice', async () => {
    const failed = [{ title: 'Question q1', ...asReason('AWS said no') }];
    const { watermarks } = await ended('by a person', { ...APPLIED, failed });
    expect(await watermarks.leftNotes(WORKLOAD_ARN)).toBe(true);
  });

  test('finds news where the run left something out', async () => {
    const { watermarks } = await ended('automatic', LEFT_SOMETHING);
    expect(await watermarks.explains(summary(updatedAt), undefined)).toBe(false);
  });
});

test.each<[string, Started, End, number]>([
  ['an automatic run that left something out is followed by another', 'automatic', LEFT_SOMETHING, 1],
  ['one that saw all is not', 'automatic', APPLIED, 0],
  ['so is a person’s, where automatic mode is on', 'by a person', LEFT_SOMETHING, 1],
  ['nor one that was refused', 'automatic', REFUSED, 0],
])('%s', async (_, started, end, jobs) => {
  const platform = await ended(started, end);
  expect(platform.jobs).toHaveLength(jobs);
  if (jobs > 0) {
    expect(platform.jobs).toMatchObject([{ change: { direction: 'aws', workloadArn: WORKLOAD_ARN } }]);
  }
});

test('how the latest sync ended is remembered, of previews nothing', async () => {
  const latest = async (platform: MemoryPlatform) => (await platform.latestRuns.ended(WORKLOAD_ARN))?.kind;
  expect(await latest(await ended('by a person', REFUSED))).toBe('refused');
  expect(await latest(await ended('preview', { ...APPLIED, kind: 'previewed' }))).toBeUndefined();
});
