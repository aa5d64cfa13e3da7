/** The panel on an issue: what is believed of it, what AWS is asked, and what the caller may see. */
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { IssueInReview } from '../../../src/contract';
import { UpstreamError } from '../../../src/upstream-error';
import { notesMemoryRecord } from '../../../src/sync/write-back/notes-memory';
import { viewIssue } from '../../../src/use-cases/view-issue';
import { MemoryPlatform, PROJECT_ADMIN } from '../../builders/platform';
import { ROLE_REFUSES, ROLE_REFUSES_FOR_VIEWERS } from '../../builders/role-refuses';
import { WORKLOAD_ARN } from '../../builders/review';
import { continued, SYNC } from '../runs/a-run';

let platform: MemoryPlatform;
beforeEach(async () => {
  platform = await MemoryPlatform.linked();
  await continued(platform, SYNC);
  platform.aws.asked.length = 0;
});

function issueOf(choice: string | undefined, question = 'q1') {
  const found = platform.board
    .all()
    .find(({ property }) => property?.question === question && property.choice === choice);
  if (!found) throw new Error('There is no such issue');
  return found;
}

const panel = (issueKey: string, caller = PROJECT_ADMIN) =>
  viewIssue({ projectKey: 'WA', issueKey }, caller, platform);

async function ours(issueKey: string): Promise<IssueInReview> {
  const found = await panel(issueKey);
  if (found.kind !== 'ours') throw new Error('It is not ours');
  return found;
}

test('shows where a best practice sits in the review, and its question’s notes', async () => {
  const found = await ours(issueOf('p1').key);
  expect(found).toMatchObject({
    ...{ level: 'subtask', lens: 'Lens main', lensAlias: 'main', pillar: 'Security' },
    question: { id: 'q1', title: 'Question q1', risk: 'HIGH' },
    practice: { id: 'p1', title: 'Practice p1', state: 'open' },
    latestRun: { runId: 'r1', kind: 'applied' },
    maySync: true,
  });
  expect(found.notes?.block?.text).toContain(issueOf(undefined).key);
});

describe('an issue', () => {
  test.each<[string, () => string]>([
    ['that does not exist', () => 'WA-999'],
    [
      'that the caller may not see',
      () => {
        const { key } = issueOf('p1');
        platform.hidden.add(key);
        return key;
      },
    ],
    [
      'of another project',
      () =>
        platform.board.create({
          projectKey: 'OPS',
          level: 'task',
          summary: '',
          property: issueOf(undefined).property!,
        }).key,
    ],
  ])('%s is not found', async (_, keyOf) => {
    await expect(panel(keyOf())).rejects.toMatchObject({ name: 'Refusal', code: 'not-found' });
  });

  test('that carries nothing of ours is not ours', async () => {
    const { key } = platform.board.create({ projectKey: 'WA', level: 'task', summary: '' });
    expect(await panel(key)).toEqual({ kind: 'not-ours' });
  });

  test('that only says so of itself is not ours: whoever edits an issue can write its property', async () => {
    const { property } = issueOf(undefined);
    const { key } = platform.board.create({
      projectKey: 'WA',
      level: 'task',
      summary: '',
      property: property!,
    });
    expect(await panel(key)).toEqual({ kind: 'not-ours' });
    expect(platform.aws.asked).toEqual([]);
  });

  test('whose workload another project links shows what it says itself, and AWS is not asked', async () => {
    await platform.link({ projectId: 'another' });
    const found = await ours(issueOf('p1').key);
    expect(found.problem).toEqual({ code: 'issue-moved-away', params: {} });
    expect(found.maySync).toBe(false);
    expect(found).not.toHaveProperty('notes');
    expect(platform.aws.asked).toEqual([]);
  });

  test('whose link does not sync says why, and AWS is not asked', async () => {
    await platform.link({ ended: { reason: 'unlinked', at: 'now' } });
    const found = await ours(issueOf('p1').key);
    expect(found.problem).toEqual({ code: 'link-unlinked', params: {} });
    expect(found.maySync).toBe(false);
    expect(platform.aws.asked).toEqual([]);
  });

  test('may be synced by admins of its project alone', async () => {
    platform.permissions = ['BROWSE_PROJECTS'];
    expect((await ours(issueOf('p1').key)).maySync).toBe(false);
  });
});

describe('AWS', () => {
  test('shows no notes to a role that may only read', async () => {
    await platform.storeConnection({ ...(await platform.connection()), access: 'read-only' });
    const found = await ours(issueOf('p1').key);
    expect(found).not.toHaveProperty('notes');
    expect(found.practice?.state).toBe('open');
    expect(platform.aws.asked).not.toContain('answer');
  });

  test('that refuses is told beside what the issue says, without identities', async () => {
    const details = { service: 'aws', code: 'AccessDenied', retryable: false } as const;
    platform.aws.trouble = () => new UpstreamError(ROLE_REFUSES, details);
    const found = await ours(issueOf('p1').key);
    expect(found.problem).toEqual(ROLE_REFUSES_FOR_VIEWERS);
    expect(found.practice).toEqual({ id: 'p1', title: 'Practice p1' });
  });

  test('is asked for names once in a day or two', async () => {
    await ours(issueOf('p1').key);
    await ours(issueOf('p2').key);
    expect(platform.aws.asked.filter((call) => call === 'lenses')).toHaveLength(1);
    expect(platform.aws.asked.filter((call) => call === 'answer')).toHaveLength(2);
  });
});

test('the block keeps lines about issues that are hidden from the caller to itself', async () => {
  const hidden = issueOf('p2').key;
  platform.hidden.add(hidden);
  const { notes } = await ours(issueOf('p1').key);
  expect(notes?.block?.text).toContain(issueOf('p1').key);
  expect(notes?.block?.text).not.toContain(hidden);
});

describe('what bears the app’s markers', () => {
  const LENS = () => issueOf(undefined).property?.lens ?? '';
  const originNow = async () => (await ours(issueOf('p1').key)).notes?.block?.origin;

  /** Somebody puts a block that the app wrote for another question in place of this one's: its checksum is valid. */
  function forge(): void {
    platform.aws.answers.set('main/q1', { notes: platform.aws.answers.at('main/q2').notes });
  }

  test('is called the app’s where it is what the app remembers', async () => {
    expect(await originNow()).toBe('confirmed');
  });

  test('is not, where it is another one, however valid its checksum', async () => {
    forge();
    expect(await originNow()).toBe('differs');
  });

  test('is not confirmed while a run is under way, which remembers what it wrote at its end', async () => {
    await platform.runs.save({ ...SYNC, id: 'r2', state: 'running' });
    await platform.latestRuns.saveStarted(WORKLOAD_ARN, 'r2');
    expect(await originNow()).toBe('confirmed');
    forge();
    expect(await originNow()).toBe('not-confirmed');
  });

  test('is not confirmed where the memory is lost, or cannot be read', async () => {
    const key = notesMemoryRecord.key([WORKLOAD_ARN, LENS()]);
    await platform.kvs.set(key, 'damaged');
    expect(await originNow()).toBe('not-confirmed');
    await platform.kvs.delete(key);
    expect(await originNow()).toBe('not-confirmed');
  });
});

test('a line about a hidden issue stays hidden where damage left it among what people wrote', async () => {
  const hidden = issueOf('p2').key;
  const lines = platform.aws.answers.at('main/q1').notes.split('\n').slice(1, -1);
  platform.aws.answers.set('main/q1', { notes: `Ask the auditor.\n${lines.join('\n')}` });
  platform.hidden.add(hidden);
  const { notes } = await ours(issueOf('p1').key);
  expect(notes).not.toHaveProperty('block');
  expect(notes?.people).toContain('Ask the auditor.');
  expect(notes?.people).toContain(issueOf('p1').key);
  expect(notes?.people).toContain('A work item that you may not see');
  expect(notes?.people).not.toContain(hidden);
});

test('conflicts are those of the latest sync about this issue', async () => {
  const outcome = await platform.runs.loadOutcome('r1');
  const { key } = issueOf('p1');
  const remark = (of: string) => ({ key: of, title: 'x', code: 'text-edited', params: {} });
  await platform.runs.saveOutcome('r1', { ...outcome!, conflicts: [remark(key), remark('WA-99')] });
  expect((await ours(key)).conflicts).toEqual([remark(key)]);
});

test('a run under way is shown', async () => {
  await platform.runs.save({ ...SYNC, id: 'r2', state: 'running' });
  await platform.latestRuns.saveStarted(WORKLOAD_ARN, 'r2');
  expect((await ours(issueOf('p1').key)).activeRun).toEqual({ runId: 'r2', mode: 'sync' });
});
