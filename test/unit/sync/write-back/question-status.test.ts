import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Identity, OurIssue } from '../../../../src/jira/model';
import {
  questionKey,
  questionStatuses,
  type KnownIssue,
} from '../../../../src/sync/write-back/question-status';
import { STATUSES } from '../../../builders/board';
import { identity, SITE_URL, ToldSite } from './told-site';

async function issues(): Promise<Readonly<Record<string, OurIssue>>> {
  const { world } = await ToldSite.synced();
  return Object.fromEntries(
    world.board.ours().map((issue) => [issue.property.choice ?? issue.property.question ?? 'epic', issue]),
  );
}

function known(of: Identity, issue: OurIssue | undefined, title = 'In AWS'): KnownIssue {
  if (!issue) throw new Error('no such issue');
  return { identity: of, issue, title };
}

async function question(change: Partial<OurIssue> = {}): Promise<readonly KnownIssue[]> {
  const { q1, p1, p2 } = await issues();
  return [
    known(identity('q1'), q1, 'Question'),
    known(identity('q1', 'p1'), p1 && { ...p1, ...change }),
    known(identity('q1', 'p2'), p2),
  ];
}

const only = (of: readonly KnownIssue[]) => [...questionStatuses(of, SITE_URL).values()][0];

describe('what is told', () => {
  test('key, status and link of the Task; each Sub-task with the title that AWS gave', async () => {
    const { p1 } = await issues();
    const told = only(await question({ status: STATUSES.done, summary: 'Edited in Jira' }));
    expect(told?.status).toMatchObject({
      task: { key: 'WA-2', status: 'To do', statusCategory: 'new', url: `${SITE_URL}/browse/WA-2` },
      subtasks: [
        { key: p1?.key, status: 'Done', done: true, practice: 'In AWS' },
        { status: 'To do', done: false },
      ],
    });
    expect(JSON.stringify(told?.status)).not.toContain('Edited');
  });

  test('a Sub-task whose title in AWS is not known is told without one', async () => {
    const [task, first] = await question();
    const told = only([task, { ...first, title: '' }] as KnownIssue[]);
    expect(told?.status.subtasks[0]).not.toHaveProperty('practice');
  });

  test('a Task whose title in AWS is not known is named as Jira does', async () => {
    const [task] = await question();
    expect(only([{ ...task, title: '' }] as KnownIssue[])?.title).toBe('Question q1');
  });

  test('the latest change of Task and Sub-tasks', async () => {
    const statusChangedAt = '2026-03-01T10:00:00.000+0100';
    expect(only(await question({ statusChangedAt }))?.status.changedAt).toBe(statusChangedAt);
    const earlier = '2020-03-01T10:00:00.000+0100';
    expect(only(await question({ statusChangedAt: earlier }))?.status.changedAt).not.toBe(earlier);
  });

  test('a question without a Task is not told, nor is an Epic', async () => {
    const { epic, p1 } = await issues();
    const { workload } = identity('q1');
    expect(
      questionStatuses([known({ workload }, epic), known(identity('q1', 'p1'), p1)], SITE_URL).size,
    ).toBe(0);
  });

  test('Sub-tasks are those of their own question', async () => {
    const { q2, p3 } = await issues();
    const all = [...(await question()), known(identity('q2'), q2), known(identity('q2', 'p3'), p3)];
    const told = questionStatuses(all, SITE_URL);
    expect(told.get(questionKey(identity('q1')))?.status.subtasks).toHaveLength(2);
    expect(told.get(questionKey(identity('q2', 'p3')))?.status.subtasks).toHaveLength(1);
  });
});

describe('the digest', () => {
  test.each<readonly [string, Partial<OurIssue>, 'same' | 'other']>([
    ['nothing', {}, 'same'],
    ['a title that was edited in Jira', { summary: 'Edited' }, 'same'],
    ['labels', { labels: ['team'] }, 'same'],
    ['a resolution', { resolution: { id: '1', name: 'Done' } }, 'same'],
    ['a status', { status: STATUSES.indeterminate }, 'other'],
    [
      'a status of another name in the same category',
      { status: { ...STATUSES.new, name: 'Backlog' } },
      'other',
    ],
    ['a later change', { statusChangedAt: '2027-01-01T00:00:00.000+0000' }, 'other'],
    ['another key', { key: 'OPS-1' }, 'other'],
  ])('after a change of %s is the %3$s', async (_, change, which) => {
    const before = only(await question())?.digest;
    const after = only(await question(change))?.digest;
    expect(after === before ? 'same' : 'other').toBe(which);
  });

  test('is the same in whatever order the issues come', async () => {
    const all = await question({ status: STATUSES.done });
    const { digest } = only(all) ?? {};
    fc.assert(
      fc.property(fc.shuffledSubarray([...all], { minLength: all.length }), (shuffled) => {
        expect(only(shuffled)?.digest).toBe(digest);
      }),
    );
  });
});
