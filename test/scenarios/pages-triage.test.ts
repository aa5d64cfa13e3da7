/** The triage table: every open best practice of a project that has an issue, as the caller sees them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, MEMBER, OUTSIDER, VIEWER } from '../../sandbox/jira/seed/users';
import type { TriagePage, TriageRow } from '../../src/contract';
import { asPerson, openScenario, outcomeOf, type Issue, type Scenario } from './open-site';

const ALL = { scope: 'all' } as const;
const SMALL = { name: 'Small', lenses: ['wellarchitected'] };
const PRIORITIES = { questionIds: ['priorities'] };

let scenario: Scenario;
let large: string;
let small: string;

beforeAll(async () => {
  // The app's triage reads a link an issue: more storage than there is in a second, and in a minute.
  scenario = await openScenario({ limits: { storage: Infinity, 'storage-second': Infinity } });
  const { workloads } = await scenario.call('workload.list', { projectKey: 'WA' });
  large = workloads[0]?.arn ?? '';
  small = scenario.site.aws.admin.addWorkload(SMALL).arn;
  outcomeOf(await scenario.sync({ ...ALL, workload: large }));
  outcomeOf(await scenario.sync({ ...ALL, workload: small, selection: PRIORITIES }));
}, 180_000);
afterAll(() => scenario.close());

const list = (accountId?: string, cursor?: string, projectKey = 'WA'): Promise<TriagePage> =>
  scenario.call('triage.list', { projectKey, ...(cursor === undefined ? {} : { cursor }) }, accountId);

async function allRows(accountId?: string): Promise<readonly TriageRow[]> {
  const rows: TriageRow[] = [];
  let cursor: string | undefined;
  do {
    const page: TriagePage = await list(accountId, cursor);
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}

const subtasks = async (jql = 'statusCategory != Done'): Promise<readonly Issue[]> =>
  (await scenario.issues(`labels = well-architected AND project = WA AND ${jql} ORDER BY key ASC`)).filter(
    ({ fields }) => fields.issuetype.hierarchyLevel < 0,
  );

async function aSubtask(): Promise<Issue> {
  const found = (await subtasks()).at(-1);
  if (!found) throw new Error('there is no Sub-task');
  return found;
}

describe('the table', () => {
  test('has every open Sub-task of all workloads once, on pages of 100, in the order of keys', async () => {
    const first = await list(VIEWER);
    expect(first.rows).toHaveLength(100);
    const rows = await allRows(VIEWER);
    const expected = (await subtasks()).map(({ key }) => key);
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.map(({ key }) => key)).toEqual(expected);
    expect(new Set(rows.map(({ workloadArn }) => workloadArn))).toEqual(new Set([large, small]));
  });

  test('tells the question, its risk, pillar, status, assignee and due date', async () => {
    const issue = await aSubtask();
    const change = { fields: { assignee: { accountId: MEMBER }, duedate: '2030-11-22' } };
    expect((await asPerson(scenario.site, 'PUT', `issue/${issue.key}`, change)).status).toBe(204);
    const row = (await allRows()).find(({ key }) => key === issue.key);
    expect(row).toMatchObject({
      title: issue.fields.summary,
      workloadArn: small,
      lens: 'arn:aws:wellarchitected::aws:lens/wellarchitected',
      pillar: 'operational-excellence',
      question: { key: issue.fields.parent?.key, title: expect.stringMatching(/\?$/) },
      status: { name: 'To Do', category: 'new' },
      assignee: { accountId: MEMBER, displayName: 'Member' },
      dueDate: '2030-11-22',
    });
    expect(row?.risk).toMatch(/^(?:HIGH|MEDIUM|UNANSWERED|NONE)$/);
  });

  test('has a query that finds the same issues in Jira', async () => {
    const [rows, { jql }] = await Promise.all([allRows(), list()]);
    const found = await scenario.issues(jql);
    expect(found.map(({ key }) => key)).toEqual(rows.map(({ key }) => key));
  });

  test('loses what is done', async () => {
    const { key } = await aSubtask();
    const { body } = await asPerson(scenario.site, 'GET', `issue/${key}/transitions`);
    const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
    const id = transitions.find(({ to }) => to.name === 'Done')?.id;
    await asPerson(scenario.site, 'POST', `issue/${key}/transitions`, { transition: { id } });
    expect((await allRows()).map((row) => row.key)).not.toContain(key);
  });

  test('of a project that links nothing is empty, with a query that Jira takes', async () => {
    const { rows, jql, cursor } = await list(VIEWER, undefined, 'KAN');
    expect([rows, cursor]).toEqual([[], undefined]);
    expect(await scenario.issues(jql)).toEqual([]);
  });
});

describe('who may see what', () => {
  test('an issue behind a security level is not there, and neither is its title as a parent', async () => {
    const issue = await aSubtask();
    const parent = issue.fields.parent?.key ?? '';
    scenario.site.jira.admin.hideIssue(parent, [JIRA_ADMIN]);
    const seen = JSON.stringify(await allRows(VIEWER));
    expect(seen).not.toContain(`"${issue.key}"`);
    expect(seen).not.toContain(`"${parent}"`);
    expect(JSON.stringify(await allRows(JIRA_ADMIN))).toContain(`"${issue.key}"`);
    scenario.site.jira.admin.showIssue(parent);
  });

  test('an outsider sees nothing', async () => {
    await expect(list(OUTSIDER)).rejects.toThrow(/^unauthorised/);
  });
});

describe('what people write', () => {
  const property = (key: string, value: unknown) =>
    asPerson(scenario.site, 'PUT', `issue/${key}/properties/well-architected`, value, MEMBER);

  test('a property that claims another workload, or nothing whole, is no row', async () => {
    const issue = await aSubtask();
    const own = issue.properties['well-architected'] as object;
    for (const forged of [{ ...own, workload: `${large.slice(0, -4)}ffff` }, { workload: large }, 'text']) {
      await property(issue.key, forged);
      expect((await allRows()).map(({ key }) => key)).not.toContain(issue.key);
    }
    await property(issue.key, { ...own, risk: '<b>HIGH</b>' });
    const row = (await allRows()).find(({ key }) => key === issue.key);
    expect(row).toMatchObject({ workloadArn: small });
    expect(row).not.toHaveProperty('risk');
    await property(issue.key, own);
  });

  test.each([
    ['no cursor', 'not a cursor'],
    ['a number', 7],
    ['too long', 'x'.repeat(70_000)],
  ])('a cursor that is %s is refused before Jira is asked', async (_words, cursor) => {
    scenario.site.clearRequests();
    await expect(scenario.call('triage.list', { projectKey: 'WA', cursor })).rejects.toThrow(
      /^invalid: The request is not valid: cursor/,
    );
    expect(scenario.site.requests().filter(({ operation }) => operation.includes('search'))).toEqual([]);
  });

  test('a cursor that is made up, or of a list that reads otherwise by now, says so', async () => {
    await expect(list(VIEWER, 'bWFkZSB1cA')).rejects.toThrow(/^invalid: .*Load the list again\.$/);
    const { cursor } = await list();
    await scenario.call('workload.unlink', { projectKey: 'WA', workloadArn: small });
    await expect(list(VIEWER, cursor)).rejects.toThrow(/^invalid: .*Load the list again\.$/);
    const { rows } = await list();
    expect(rows.every(({ workloadArn }) => workloadArn === large)).toBe(true);
    expect((await allRows()).map(({ workloadArn }) => workloadArn)).not.toContain(small);
    await scenario.link(small);
  });
});
