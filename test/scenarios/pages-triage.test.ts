/** The triage table: every open best practice of a project that has an issue, as the caller sees them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, MEMBER, OUTSIDER, VIEWER } from '../../sandbox/jira/seed/users';
import type { TriageIndex, TriageRow, TriageSearch } from '../../src/contract';
import { asPerson, openScenario, outcomeOf, type Issue, type Scenario } from './open-site';

const ALL = { scope: 'all' } as const;
const SMALL = { name: 'Small', lenses: ['wellarchitected'] };
const PRIORITIES = { questionIds: ['priorities'] };

let scenario: Scenario;
let large: string;
let small: string;

beforeAll(async () => {
  scenario = await openScenario();
  const { workloads } = await scenario.call('workload.list', { projectKey: 'WA' });
  large = workloads[0]?.arn ?? '';
  small = scenario.site.aws.admin.addWorkload(SMALL).arn;
  outcomeOf(await scenario.sync({ ...ALL, workload: large }));
  outcomeOf(await scenario.sync({ ...ALL, workload: small, selection: PRIORITIES }));
}, 180_000);
afterAll(() => scenario.close());

const list = (accountId?: string, projectKey = 'WA') =>
  scenario.call('triage.list', { projectKey }, accountId);

const rowsOf = (issueIds: readonly string[], accountId?: string) =>
  scenario.call('triage.rows', { projectKey: 'WA', issueIds }, accountId);

const search = (asked: TriageSearch, accountId?: string, cursor?: string) =>
  scenario.call(
    'triage.search',
    { projectKey: 'WA', search: asked, ...(cursor === undefined ? {} : { cursor }) },
    accountId,
  );

/** What is stored, one by one. */
async function stored(accountId?: string) {
  const { workloads, texts } = (await list(accountId)) as unknown as TriageIndex;
  return workloads.flatMap(({ arn, lenses }) =>
    lenses.flatMap((lens) =>
      lens.pillars.flatMap((pillar) =>
        pillar.questions.flatMap(({ title, task, risk, issues }) =>
          issues.map(([id, text]) => ({
            ...{ id, arn, lens: lens.identity, pillar: pillar.label, task, risk },
            ...{ title: texts[text], question: texts[title] },
          })),
        ),
      ),
    ),
  );
}

async function allRows(accountId?: string): Promise<readonly TriageRow[]> {
  const ids = (await stored()).map(({ id }) => id);
  return (await rowsOf(ids, accountId)).rows;
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

const sorted = (texts: readonly string[]) => [...texts].sort();

describe('the table', () => {
  test('has every open Sub-task of all workloads once', async () => {
    const found = await stored(VIEWER);
    const expected = (await subtasks()).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(200);
    expect(sorted(found.map(({ id }) => id))).toEqual(sorted(expected));
    expect(new Set(found.map(({ arn }) => arn))).toEqual(new Set([large, small]));
    expect(sorted((await allRows(VIEWER)).map(({ id }) => id))).toEqual(sorted(expected));
  });

  test('tells question, risk and pillar as stored, and status, assignee and due date as Jira has them', async () => {
    const issue = await aSubtask();
    const change = { fields: { assignee: { accountId: MEMBER }, duedate: '2030-11-22' } };
    expect((await asPerson(scenario.site, 'PUT', `issue/${issue.key}`, change)).status).toBe(204);
    const entry = (await stored()).find(({ id }) => id === issue.id);
    expect(entry).toMatchObject({
      ...{ arn: small, lens: 'arn:aws:wellarchitected::aws:lens/wellarchitected' },
      ...{ pillar: 'operational-excellence', title: issue.fields.summary, task: issue.fields.parent?.id },
      question: expect.stringMatching(/\?$/),
      risk: expect.stringMatching(/^(?:HIGH|MEDIUM|UNANSWERED|NONE)$/),
    });
    expect((await rowsOf([issue.id])).rows).toEqual([
      {
        ...{ id: issue.id, key: issue.key, title: issue.fields.summary, risk: entry?.risk },
        parent: { id: entry?.task, key: issue.fields.parent?.key, title: entry?.question },
        status: { name: 'To Do', category: 'new' },
        assignee: { accountId: MEMBER, displayName: 'Member' },
        dueDate: '2030-11-22',
      },
    ]);
  });

  test('has a query that finds the same issues in Jira', async () => {
    const found = await scenario.issues((await list()).jql);
    expect(sorted(found.map(({ id }) => id))).toEqual(sorted((await stored()).map(({ id }) => id)));
  });

  test('loses a row that is done at once, and what is stored with the next sync', async () => {
    const { key, id } = await aSubtask();
    const { body } = await asPerson(scenario.site, 'GET', `issue/${key}/transitions`);
    const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
    const done = transitions.find(({ to }) => to.name === 'Done')?.id;
    await asPerson(scenario.site, 'POST', `issue/${key}/transitions`, { transition: { id: done } });
    expect((await rowsOf([id])).rows).toEqual([]);
    expect((await stored()).map((entry) => entry.id)).toContain(id);
    outcomeOf(await scenario.sync({ ...ALL, workload: small, selection: PRIORITIES }));
    expect((await stored()).map((entry) => entry.id)).not.toContain(id);
  });

  test('of a project that links nothing is empty, with a query that Jira takes', async () => {
    const { workloads, jql, cursor } = await list(VIEWER, 'KAN');
    expect([workloads, cursor]).toEqual([[], undefined]);
    expect(await scenario.issues(jql)).toEqual([]);
  });

  test('has no workload that was unlinked, and has it again once it is linked', async () => {
    await scenario.call('workload.unlink', { projectKey: 'WA', workloadArn: small });
    expect((await stored()).every(({ arn }) => arn === large)).toBe(true);
    await scenario.link(small);
    expect((await stored()).some(({ arn }) => arn === small)).toBe(true);
  });
});

describe('what Jira filters and sorts', () => {
  test('comes a hundred at a time, in the order that is asked for', async () => {
    const first = await search({ order: { by: 'due', isDescending: false } });
    expect([first.rows.length, first.rows[0]?.dueDate]).toEqual([100, undefined]);
    const mine = await aSubtask();
    await asPerson(scenario.site, 'PUT', `issue/${mine.key}`, { fields: { duedate: '2020-01-01' } });
    const again = await search({ order: { by: 'due', isDescending: false } });
    expect(again.rows[0]).toMatchObject({ id: mine.id, dueDate: '2020-01-01' });
    const next = await search({ order: { by: 'due', isDescending: false } }, undefined, again.cursor);
    const ids = new Set([...again.rows, ...next.rows].map(({ id }) => id));
    expect(ids.size).toBe(200);
  });

  test.each<[what: string, asked: () => TriageSearch, fits: (row: TriageRow) => boolean]>([
    ['what is overdue', () => ({ overdue: true }), ({ dueDate = '' }) => dueDate === '2020-01-01'],
    ['a person', () => ({ assignees: [MEMBER] }), ({ assignee }) => assignee?.accountId === MEMBER],
    ['a status', () => ({ statuses: ['To Do'] }), ({ status }) => status.name === 'To Do'],
    [
      'a workload',
      () => ({ workloads: [small], unassigned: true }),
      ({ assignee }) => assignee === undefined,
    ],
  ])('%s', async (_, asked, fits) => {
    const mine = await aSubtask();
    const change = { fields: { assignee: { accountId: MEMBER }, duedate: '2020-01-01' } };
    await asPerson(scenario.site, 'PUT', `issue/${mine.key}`, change);
    const { rows } = await search(asked());
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(fits)).toBe(true);
  });

  test.each([
    ['no cursor', 'not a cursor'],
    ['a number', 7],
    ['too long', 'x'.repeat(70_000)],
  ])('a cursor that is %s is refused before Jira is asked', async (_words, cursor) => {
    scenario.site.clearRequests();
    await expect(scenario.call('triage.search', { projectKey: 'WA', search: {}, cursor })).rejects.toThrow(
      /^invalid: The request is not valid: cursor/,
    );
    expect(scenario.site.requests().filter(({ operation }) => operation.includes('search'))).toEqual([]);
  });

  test('a cursor that is made up, or of a list that reads otherwise by now, says so', async () => {
    await expect(search({}, VIEWER, 'bWFkZSB1cA')).rejects.toThrow(/^invalid: .*Load the list again\.$/);
    const { cursor } = await search({});
    await scenario.call('workload.unlink', { projectKey: 'WA', workloadArn: small });
    await expect(search({}, VIEWER, cursor)).rejects.toThrow(/^invalid: .*Load the list again\.$/);
    await scenario.link(small);
  });
});

describe('who may see what', () => {
  test('an issue behind a security level is not there, and neither is its title as a parent', async () => {
    const issue = await aSubtask();
    const parent = issue.fields.parent?.key ?? '';
    scenario.site.jira.admin.hideIssue(parent, [JIRA_ADMIN]);
    const seen = JSON.stringify([await allRows(VIEWER), (await search({}, VIEWER)).rows]);
    expect(seen).not.toContain(`"${issue.key}"`);
    expect(seen).not.toContain(`"${parent}"`);
    expect(JSON.stringify(await allRows(JIRA_ADMIN))).toContain(`"${issue.key}"`);
    expect(JSON.stringify(await list(VIEWER))).not.toContain(issue.key);
    scenario.site.jira.admin.showIssue(parent);
  });

  test('an issue of another project is nobody’s row, whatever its id', async () => {
    const fields = { summary: 'Not ours', project: { key: 'KAN' }, issuetype: { name: 'Task' } };
    const { body } = await asPerson(scenario.site, 'POST', 'issue', { fields });
    expect((await rowsOf([(body as { id: string }).id])).rows).toEqual([]);
  });

  test('an outsider sees nothing', async () => {
    await expect(list(OUTSIDER)).rejects.toThrow(/^unauthorised/);
    await expect(rowsOf(['10001'], OUTSIDER)).rejects.toThrow(/^unauthorised/);
    await expect(search({}, OUTSIDER)).rejects.toThrow(/^unauthorised/);
  });

  test.each([[[]], [['WA-1']], [Array.from({ length: 1001 }, (_, nth) => String(nth))]])(
    'ids that are none, or too many, are refused: %#',
    async (issueIds) => {
      await expect(rowsOf(issueIds)).rejects.toThrow(/^invalid: The request is not valid: issueIds/);
    },
  );
});

test('whoever edits a property changes neither which issues are listed nor what is stored of them', async () => {
  const issue = await aSubtask();
  const before = await stored();
  const own = issue.properties['well-architected'] as object;
  const write = (value: unknown) =>
    asPerson(scenario.site, 'PUT', `issue/${issue.key}/properties/well-architected`, value, MEMBER);
  for (const forged of [{ ...own, workload: `${large.slice(0, -4)}ffff` }, { workload: large }, 'text']) {
    await write(forged);
    expect((await rowsOf([issue.id])).rows.map(({ id }) => id)).toEqual([issue.id]);
  }
  await write({ ...own, risk: '<b>HIGH</b>' });
  expect((await rowsOf([issue.id])).rows[0]).not.toHaveProperty('risk');
  await write(own);
  expect(await stored()).toEqual(before);
});
