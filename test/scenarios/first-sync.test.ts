import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FRAMEWORK, openScenario, outcomeOf, type Issue, type Scenario } from './open-site';

describe('the framework lens, every question answered with nothing selected', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await openScenario({ lensFiles: [FRAMEWORK], answered: 'none' });
  });
  afterAll(() => scenario.close());

  test('a preview plans everything and writes nothing', async () => {
    const outcome = outcomeOf(await scenario.sync({ mode: 'preview' }));
    expect(outcome.kind).toBe('previewed');
    expect(outcome.planned.create).toEqual({ epics: 1, tasks: 57, subtasks: 307 });
    expect(scenario.writes()).toEqual([]);
    expect(await scenario.issues()).toHaveLength(0);
  });

  test('the sync makes 1 Epic, 57 Tasks and 307 Sub-tasks in at most 10 create calls', async () => {
    scenario.site.clearRequests();
    const outcome = outcomeOf(await scenario.sync());
    expect(outcome.created).toEqual({ epics: 1, tasks: 57, subtasks: 307 });
    expect(outcome.failed).toEqual([]);
    const writes = scenario.writes();
    expect(new Set(writes)).toEqual(new Set(['POST /rest/api/3/issue/bulk']));
    expect(writes.length).toBeLessThanOrEqual(10);
  });

  test('each issue that it made is read once, by which it is confirmed', () => {
    const [charges] = Object.values(scenario.site.charges());
    const read = charges?.jira.points.byOperation['POST /rest/api/3/issue/bulkfetch'];
    expect(read && read.points - read.calls).toBe(365);
  });

  test('each question is told its status in one UpdateAnswer, which is read just before', () => {
    expect([callsOf('GetAnswer'), callsOf('UpdateAnswer')]).toEqual([57, 57]);
  });

  test('the issues form the tree, with labels, priorities and identities', async () => {
    const issues = await scenario.issues();
    const level = (hierarchyLevel: number) =>
      issues.filter((issue) => issue.fields.issuetype.hierarchyLevel === hierarchyLevel);
    expect([level(1).length, level(0).length, level(-1).length]).toEqual([1, 57, 307]);
    const byId = new Map(issues.map((issue) => [issue.id, issue]));
    for (const issue of issues) {
      const parent = issue.fields.parent && byId.get(issue.fields.parent.id);
      expect(parent?.fields.issuetype.hierarchyLevel).toBe(parentLevel(issue));
      expect(issue.fields.labels).toContain('well-architected');
    }
    const identities = issues.map((issue) => JSON.stringify(identityOf(issue)));
    expect(new Set(identities).size).toBe(365);
    const pillars = new Set(level(0).flatMap((issue) => issue.fields.labels));
    expect([...pillars].sort()).toEqual([
      'cost-optimization',
      'operational-excellence',
      'performance-efficiency',
      'reliability',
      'security',
      'sustainability',
      'well-architected',
    ]);
    expect(new Set(level(0).map((issue) => issue.fields.priority?.name))).toEqual(
      new Set(['High', 'Medium']),
    );
  });

  test('boards can filter by the property', async () => {
    const high = await scenario.issues('waRisk = HIGH AND waPillar = security ORDER BY key');
    expect(high.length).toBeGreaterThan(50);
    expect(high.every(({ fields }) => fields.labels.includes('security'))).toBe(true);
  });

  test('a second sync plans nothing and writes nothing', async () => {
    scenario.site.clearRequests();
    const outcome = outcomeOf(await scenario.sync());
    expect(outcome.planned).toEqual({
      create: { epics: 0, tasks: 0, subtasks: 0 },
      update: 0,
      close: 0,
      reopen: 0,
      choose: 0,
      resolve: 0,
      notes: 0,
      unchanged: 365,
    });
    expect(scenario.writes()).toEqual([]);
    expect(callsOf('UpdateAnswer')).toBe(0);
    expect(outcome.calls.jira).toBeLessThanOrEqual(6);
  });

  test('a sync after one that found nothing to write reads no answer by itself', async () => {
    scenario.site.clearRequests();
    outcomeOf(await scenario.sync());
    expect(callsOf('ListAnswers')).toBeGreaterThan(0);
    expect(callsOf('GetAnswer')).toBe(0);
  });

  function callsOf(name: string): number {
    return scenario.site.requests().filter(({ operation }) => operation === name).length;
  }
});

function parentLevel(issue: Issue): number | undefined {
  const level = issue.fields.issuetype.hierarchyLevel;
  return level === 1 ? undefined : level + 1;
}

function identityOf(issue: Issue): unknown {
  const { workload, lens, question, choice } = issue.properties['well-architected'] as Record<string, string>;
  return [workload, lens, question, choice];
}
