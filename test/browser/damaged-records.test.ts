/** Stored records that cannot be read, as the pages show them: named, with what they cost and what mends them. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { createConnection } from '../scenarios/connect';
import { type Scenario, scenarioOn } from '../scenarios/open-site';
import { storedIn, type Stored } from '../scenarios/stored';
import { onPage, type OnPage } from './on-page';
import { openPages, type Pages, type Tab } from './pages';

const WORKLOAD = 'Sample workload';
const DAMAGED = { scope: 'of no version', id: 7 };
const ADMIN = '/settings/well-architected';
const OVERVIEW = '/projects/WA/well-architected';
const SETTINGS = '/projects/WA/settings/well-architected';
const SOME = 'Something that is stored cannot be read';
const DEFAULTS = 'The stored settings cannot be read';

let pages: Pages;
let scenario: Scenario;
let stored: Stored;
let tab: Tab;
let on: OnPage;
let workloadArn: string;
beforeAll(async () => {
  pages = await openPages({ fastForward: true });
  scenario = scenarioOn(pages.site);
  stored = storedIn(pages.site);
  await scenario.sync({ workload: WORKLOAD, mode: 'preview' });
  workloadArn = (await linked()).workloads[0]?.workloadArn ?? '';
  tab = await pages.open('/');
  on = onPage(tab);
}, 180_000);
afterAll(() => pages.close());

const linked = () => scenario.call('workload.linked', { projectKey: 'WA' });

/** A preview of the workload plans something. */
async function expectSyncs(): Promise<void> {
  const { runId } = await scenario.call('sync.start', { projectKey: 'WA', workloadArn, mode: 'preview' });
  await pages.site.host.idle();
  expect(await scenario.call('sync.run', { projectKey: 'WA', runId })).toMatchObject({ state: 'done' });
}

test('a link is named wherever it is missing, and is linked anew', async () => {
  const key = stored.keyOf('linked:');
  stored.put(key, DAMAGED);
  for (const part of ['', '/triage']) {
    await tab.goto(`${OVERVIEW}${part}`);
    await on.heading(SOME).waitFor();
    await on.text(`(key ${key})`).waitFor();
    await on.expectClean();
  }
  await tab.goto(SETTINGS);
  await on.heading(SOME).waitFor();
  // AWS is asked for its list until then.
  await on.button(`Link ${WORKLOAD}`).waitFor();
  await on.expectClean();
  await on.button(`Link ${WORKLOAD}`).click();
  await on.button(`Settings of ${WORKLOAD}`).waitFor();
  await on.heading(SOME).waitFor({ state: 'detached' });
  await expectSyncs();
});

test('a link that cannot be linked anew is unlinked', async () => {
  const key = stored.keyOf('linked:');
  stored.put(key, DAMAGED);
  await tab.goto(SETTINGS);
  await on.button(/^Unlink /).click();
  await on
    .group(/^Unlink /)
    .getByRole('button', { name: 'Unlink' })
    .click();
  await on.heading(SOME).waitFor({ state: 'detached' });
  expect(stored.at(key)).toBeUndefined();
  await on.button(`Link ${WORKLOAD}`).click();
  await on.button(`Settings of ${WORKLOAD}`).waitFor();
});

test('settings of a link open with the defaults, say so, and are saved over', async () => {
  await scenario.call('settings.save', {
    projectKey: 'WA',
    workloadArn,
    settings: { issueManagementStatus: 'INHERIT', scope: 'all' },
  });
  const key = stored.keyOf('settings:');
  stored.put(key, DAMAGED);
  await tab.goto(SETTINGS);
  await on.text('Not readable').waitFor();
  await on.button(`Settings of ${WORKLOAD}`).click();
  await on.heading(DEFAULTS).waitFor();
  await on.text(`(key ${key})`).waitFor();
  await on.expectClean();
  await on.button('Save settings').click();
  await on.heading(DEFAULTS).waitFor({ state: 'detached' });
  expect(stored.at(key)).toEqual({ issueManagementStatus: 'INHERIT' });
  await expectSyncs();
});

test('settings of the site open with the defaults, say so, and are saved over', async () => {
  stored.put('site-settings', DAMAGED);
  await tab.goto(`${ADMIN}/settings`);
  await on.heading(DEFAULTS).waitFor();
  await on.text('(key site-settings)').waitFor();
  await on.expectClean();
  await on.button('Save settings').click();
  await on.heading(DEFAULTS).waitFor({ state: 'detached' });
  await expectSyncs();
});

test('settings of a newer version open no form, and say what to do', async () => {
  const before = stored.at('site-settings');
  stored.put('site-settings', { v: 99 });
  await tab.goto(`${ADMIN}/settings`);
  await on.text('Update the app to the version that wrote it.').waitFor();
  expect(await on.button('Save settings').count()).toBe(0);
  await on.expectClean();
  stored.put('site-settings', before);
});

test('a connection is named beside the others, and deleted', async () => {
  const { id } = await createConnection(scenario);
  stored.put(`connection:${id}`, DAMAGED);
  await tab.goto(`${ADMIN}/connections`);
  await on.heading(SOME).waitFor();
  await on.text(`(key connection:${id})`).waitFor();
  await on.expectClean();
  await on.button(`Delete ${id}`).click();
  await on
    .group(/^Delete /)
    .getByRole('button', { name: 'Delete' })
    .click();
  await on.heading(SOME).waitFor({ state: 'detached' });
  expect(await scenario.call('connection.list', {}, JIRA_ADMIN)).not.toHaveProperty('unreadable');
});

test('an access key says what is wrong with it, beside the form that replaces it', async () => {
  storedIn(pages.site, 'forge.secrets').put('access-key:aws', DAMAGED);
  await tab.goto(`${ADMIN}/keys`);
  await on.text('Not usable').waitFor();
  await on.text(/Enter the key again/).waitFor();
  await on.label('Access key ID').waitFor();
  await on.expectClean();
});
