/** What people change between this run's reading of an issue and its write stays, and is told. */
import { describe, expect, test } from '@jest/globals';
import { doc, paragraph, text } from '../../../src/jira/adf/builder';
import { withPractices, withRisk } from '../../builders/review';
import type { Site } from '../../builders/site';
import { down, find, SMALL, synced, WIDE } from './synced-site';

/** A person acts once the run has read the issues, before it writes any. */
function onceRead(act: () => void) {
  let fetches = 0;
  return (when: 'before' | 'after', call: string): void => {
    if (when === 'after' && call === 'jira.fetch' && (fetches += 1) === 1) act();
  };
}

const THEIRS = { summary: 'A better title' };
const REWRITTEN = { description: doc(paragraph(text('As we say it.'))) };

describe('an update', () => {
  const rated = async (): Promise<Site> => {
    const site = await synced();
    site.review = withRisk(SMALL, 'q1', 'MEDIUM');
    return site;
  };

  test.each<[string, Parameters<Site['board']['update']>[1]]>([
    ['title', THEIRS],
    ['description', REWRITTEN],
    ['labels', { addLabels: ['later'] }],
    ['parent', { parentId: 'elsewhere' }],
  ])('of an issue whose %s a person changed meanwhile is left, and told', async (_, change) => {
    const site = await rated();
    const { id, key } = find(site, 'q1', 'p1');
    const end = await site.invoke(
      site.newRun(),
      onceRead(() => site.board.update(id, change)),
    );
    expect(end.failed).toMatchObject([{ key, code: 'changed-meanwhile' }]);
    expect(site.jira.writes.filter((write) => write.includes(id))).toEqual([]);
    expect([end.tally.updated, end.isIncomplete]).toEqual([3, true]);
    expect(await site.sync()).toMatchObject({ kind: 'applied' });
  });

  test('of an issue whose card a person moved meanwhile is made all the same', async () => {
    const site = await rated();
    const { id } = find(site, 'q1', 'p1');
    const moved = onceRead(() => site.board.setStatus(id, 'indeterminate'));
    const end = await site.invoke(site.newRun(), moved);
    expect([end.failed, end.tally.updated]).toEqual([[], 4]);
  });

  test('of an issue that is gone by then is told', async () => {
    const site = await rated();
    const { id, key } = find(site, 'q1', 'p1');
    const deleted = onceRead(() => site.board.delete(id));
    const end = await site.invoke(site.newRun(), deleted);
    expect(end.failed).toMatchObject([{ key, code: 'gone-meanwhile' }]);
  });

  test('that was done and whose answer was lost is not sent again, and counts', async () => {
    const site = await rated();
    site.jira.refusesUpdate = ({ id }, patch) => {
      if (site.jira.writes.filter((write) => write === `update ${id}`).length > 1) return undefined;
      site.board.update(id, patch);
      return down();
    };
    const end = await site.sync();
    expect([end.failed, end.tally.updated, site.jira.writes.length]).toEqual([[], 4, 4]);
  });

  test('that was done and lost, and rewritten by a person before the next try, is left', async () => {
    const site = await rated();
    const { id, key } = find(site, 'q1', 'p1');
    site.jira.refusesUpdate = (issue, patch) => {
      if (issue.id !== id) return undefined;
      site.board.update(id, patch);
      site.board.update(id, REWRITTEN);
      return down();
    };
    const end = await site.sync();
    expect(end.failed).toMatchObject([{ key, code: 'changed-meanwhile' }]);
    expect(site.board.get(id)?.description).toEqual(REWRITTEN.description);
  });

  test('is compared with a read of its own batch, 25 issues at a time', async () => {
    const site = await synced(WIDE);
    site.review = withRisk(WIDE, 'q1', 'MEDIUM');
    const calls: string[] = [];
    await site.invoke(site.newRun(), (when, call) => {
      if (when === 'before' && /jira\.(fetch|update)/.test(call)) calls.push(call);
    });
    const [, ...written] = calls
      .join(' ')
      .split('jira.fetch')
      .map((part) => part.trim().split(' '));
    expect(written.map((part) => part.filter((call) => call === 'jira.update').length)).toEqual(
      expect.arrayContaining([25, 5]),
    );
  });
});

describe('a move', () => {
  test('of a card that a person moved meanwhile is left, and told', async () => {
    const site = await synced();
    site.review = withPractices(SMALL, { p1: 'selected' });
    const { id, key } = find(site, 'q1', 'p1');
    const moved = onceRead(() => site.board.setStatus(id, 'indeterminate'));
    const end = await site.invoke(site.newRun(), moved);
    expect(end.failed).toMatchObject([
      { key, code: 'write-refused', params: { because: { params: { text: 'it was moved meanwhile' } } } },
    ]);
    expect(site.board.get(id)?.status.category).toBe('indeterminate');
  });

  test('to where a person moved it meanwhile is done', async () => {
    const site = await synced();
    site.review = withPractices(SMALL, { p1: 'selected' });
    const { id } = find(site, 'q1', 'p1');
    const moved = onceRead(() => site.board.setStatus(id, 'done'));
    const end = await site.invoke(site.newRun(), moved);
    expect([end.failed, end.tally.closed]).toEqual([[], 1]);
  });
});
