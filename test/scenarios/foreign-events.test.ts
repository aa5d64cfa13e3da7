/** Events of Jira start a function of the app only where they may be about an issue of its own. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openAutomaticSite } from './automatic-site';
import { readStatusBlock } from '../builders/status-block';
import { asPerson } from './open-site';
import type { ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openAutomaticSite();
}, 120_000);

afterAll(() => site.close());

function started(): number {
  const [charges] = Object.values(site.site.charges());
  return charges?.functions['jira-event']?.invocations ?? 0;
}

/** How many invocations it sets off. */
async function causes(act: () => Promise<unknown>): Promise<number> {
  const before = started();
  await act();
  await site.pass(0);
  return started() - before;
}

const edit = (id: string, summary: string) =>
  asPerson(site.site, 'PUT', `issue/${id}`, { fields: { summary } });

async function foreign(): Promise<string> {
  const fields = { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'Of somebody else' };
  const { body } = await asPerson(site.site, 'POST', 'issue', { fields });
  return (body as { id: string }).id;
}

describe('a function starts', () => {
  test('for a card of the app that moves', async () => {
    expect(await causes(() => site.moveCard('Shut doors', 'In Progress'))).toBe(1);
  });

  test('not for the issue of somebody else', async () => {
    const id = await foreign();
    expect(await causes(() => edit(id, 'Of somebody else, edited'))).toBe(0);
  });

  test('for the deletion of any issue: what it bore may be gone with it', async () => {
    const id = await foreign();
    expect(await causes(() => asPerson(site.site, 'DELETE', `issue/${id}`))).toBe(1);
  });
});

test('a card whose property somebody took away is found by no event, and stays its question’s in a full run', async () => {
  const { id } = await site.issue('Shut doors');
  const taken = () => asPerson(site.site, 'DELETE', `issue/${id}/properties/well-architected`);
  await site.pass(5 * 60_000);
  expect((await taken()).status).toBe(204);
  expect(await causes(() => site.moveCard('Shut doors', 'Done'))).toBe(0);
  await site.call('sync.start', { projectKey: 'WA', workloadArn: site.workloadArn, mode: 'sync' });
  await site.pass(5000);
  expect(readStatusBlock((await site.answerOf('doors')).Notes)?.done).toBe(1);
  expect((await site.issue('Shut doors')).properties['well-architected']).toMatchObject({
    choice: 'doors_shut',
  });
});
