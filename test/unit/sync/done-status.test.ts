import { describe, expect, test } from '@jest/globals';
import type { OurIssue } from '../../../src/jira/model';
import { lens, pillar, practice, question, review } from '../../builders/review';
import { inWords } from '../../../src/in-words';
import { DEFAULT_SETTINGS } from '../../builders/settings';
import { Site } from '../../builders/site';

const DONE: OurIssue['status'] = { id: '31', name: 'Done', category: 'done' };
const REJECTED: OurIssue['status'] = { id: '32', name: 'Rejected', category: 'done' };

/** A synced site, one practice of which was selected since. */
async function siteToClose(): Promise<Site> {
  const of = (state: 'open' | 'selected') =>
    review([
      lens('l1', [pillar('p1', [question('q1', 'HIGH', [practice('c1', state), practice('c2', 'open')])])]),
    ]);
  const site = new Site(of('open'));
  await site.invoke(site.newRun());
  site.review = of('selected');
  return site;
}

/** Id of the issue of that practice. */
const toClose = ({ board }: Site) => board.all().find(({ property }) => property?.choice === 'c1')?.id ?? '';

describe('which done status closes an issue', () => {
  test('one: nothing is asked', async () => {
    const site = await siteToClose();
    const end = await site.invoke(site.newRun());
    expect([end.kind, end.tally.closed]).toEqual(['applied', 1]);
  });

  test('several and no setting: asked by name before anything is written', async () => {
    const site = await siteToClose();
    site.jira.done.subtask = [DONE, REJECTED];
    const end = await site.invoke(site.newRun());
    expect([end.kind, end.tally.closed]).toEqual(['blocked', 0]);
    expect(end.why?.map(inWords)).toEqual([
      'Space WA has several done statuses for work items of the type subtask: Done (31), Rejected (32). Say in the settings which one closes a work item (doneStatusId).',
    ]);
  });

  test('several for the type that an issue has, whatever new ones get: asked in a preview and a run', async () => {
    const site = await siteToClose();
    site.board.issueTypes.set(toClose(site), 'chore');
    site.jira.done.chore = [DONE, REJECTED];
    for (const mode of ['preview', 'sync'] as const) {
      const end = await site.invoke(site.newRun({ mode }));
      expect([end.kind, end.tally.closed]).toEqual(['blocked', 0]);
      expect(end.why?.map(inWords)).toEqual([expect.stringContaining('of the type chore: Done (31)')]);
    }
  });

  test('several for the type of new issues, and the one that is closed has another: nothing is asked', async () => {
    const site = await siteToClose();
    site.board.issueTypes.set(toClose(site), 'chore');
    site.jira.done.chore = [DONE];
    site.jira.done.subtask = [DONE, REJECTED];
    const end = await site.invoke(site.newRun());
    expect([end.kind, end.tally.closed]).toEqual(['applied', 1]);
  });

  test('several at a level of which nothing is closed: nothing is asked', async () => {
    const site = await siteToClose();
    site.jira.done.task = [DONE, REJECTED];
    expect((await site.invoke(site.newRun())).kind).toBe('applied');
  });

  test('several and a setting: the setting decides', async () => {
    const site = await siteToClose();
    site.jira.done.subtask = [DONE, REJECTED];
    site.settings = { ...DEFAULT_SETTINGS, doneStatusId: REJECTED.id };
    const end = await site.invoke(site.newRun());
    expect([end.kind, end.tally.closed, end.failed]).toEqual(['applied', 1, []]);
  });
});
