/** The settings that say how issues are made, in a browser: their types, and values of required fields. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { scenarioOn, type Scenario } from '../scenarios/open-site';
import { onPage, overhang, type OnPage } from './on-page';
import { openPages, type Pages, type Tab } from './pages';

const WORKLOAD = 'Sample workload';

let pages: Pages;
let scenario: Scenario;
let tab: Tab;
let on: OnPage;
let area: string;
let workloadArn: string;

beforeAll(async () => {
  pages = await openPages({ fastForward: true });
  scenario = scenarioOn(pages.site);
  const { admin } = pages.site.jira;
  area = admin.addRequiredField('WA', { name: 'Area', kind: 'select', options: ['North', 'South'] });
  const { workloads } = await scenario.call('workload.list', { projectKey: 'WA' });
  workloadArn = workloads.find(({ name }) => name === WORKLOAD)?.arn ?? '';
  await scenario.link(workloadArn);
  tab = await pages.open('/projects/WA/settings/well-architected', { as: PROJECT_ADMIN });
  on = onPage(tab);
}, 180_000);
afterAll(() => pages.close());

const settings = async () =>
  (await scenario.call('settings.get', { projectKey: 'WA', workloadArn })).settings;

const choose = async (group: RegExp, box: string, option: string) => {
  const inGroup = on.group(group).getByRole('combobox', { name: box });
  await inGroup.fill(option);
  await tab.app.getByRole('option', { name: option }).first().click();
};

async function save(): Promise<void> {
  await on.button('Save settings').click();
  await on.text('You have changes that are not saved.').waitFor({ state: 'detached' });
}

test('a required field is there for each type, and its value is saved', async () => {
  await on.button(`Settings of ${WORKLOAD}`).click();
  const values = on.group('Values of other fields');
  await values.getByRole('combobox', { name: 'Area' }).nth(2).waitFor();
  await on.expectClean();
  for (const type of ['Epic', 'Task', 'Subtask'])
    await choose(new RegExp(`^New work items of the type ${type}$`), 'Area', 'South');
  await save();
  await on.expectClean();
  const { fieldValues = [] } = await settings();
  expect(fieldValues.map(({ fieldId, value }) => [fieldId, value])).toEqual(
    Array.from({ length: 3 }, () => [area, '10001']),
  );
});

test('another field can be given a value, and taken back', async () => {
  await choose(/^New work items of the type Task$/, 'Another field of Task', 'Due date');
  await tab.app.getByLabel('Due date').fill('2026-12-31');
  await save();
  expect((await settings()).fieldValues).toContainEqual(expect.objectContaining({ fieldId: 'duedate' }));
  await tab.app.getByLabel('Due date').fill('');
  await save();
  expect((await settings()).fieldValues).toHaveLength(3);
});

test('a type is chosen, and what Jira does not take is told where it was entered', async () => {
  await choose(/^Work types$/, 'A question becomes', 'Task');
  await save();
  expect((await settings()).issueTypes).toEqual({ task: expect.stringMatching(/^\d+$/) });
  await choose(/^New work items of the type Task$/, 'Another field of Task', 'Due date');
  await tab.app.getByLabel('Due date').fill('tomorrow');
  await on.button('Save settings').click();
  await on.text(/is not what the field takes, which is a day such as 2026-01-31/).waitFor();
  await on.button('Discard changes').click();
  expect(await overhang(tab)).toBeLessThanOrEqual(0);
  await on.expectClean();
});
