/** What the triage of fifty workloads costs, each with the framework lens and everything open. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { VIEWER } from '../../sandbox/jira/seed/users';
import type { TriageIndex } from '../../src/contract';
import { openScenario, type Scenario } from './open-site';
import { triageMany } from './triaged-many';

const WORKLOADS = 50;
const PAGE = { projectKey: 'WA' };

let scenario: Scenario;
let open: number;

beforeAll(async () => {
  scenario = await openScenario();
  open = await triageMany(scenario, WORKLOADS);
}, 180_000);
afterAll(() => scenario.close());

function charged() {
  const [charges] = Object.values(scenario.site.charges());
  if (!charges) throw new Error('the site has no installation');
  return {
    ...{ keys: charges.storage.operations, refused: charges.storage.refused },
    points: charges.jira.points.total,
  };
}

/** Jira’s points, keys of storage and calls to Jira and AWS of some work. */
async function costOf<T>(work: () => Promise<T>) {
  scenario.site.clearRequests();
  const before = charged();
  const answer = await work();
  const after = charged();
  const own = scenario.site.requests().filter(({ via }) => via === 'app');
  return {
    answer,
    points: after.points - before.points,
    keys: after.keys - before.keys,
    refused: after.refused - before.refused,
    aws: own.filter(({ service }) => service !== 'jira').length,
  };
}

const list = async () => (await scenario.call('triage.list', PAGE, VIEWER)) as unknown as TriageIndex;
const idsIn = ({ workloads }: TriageIndex): readonly string[] =>
  workloads.flatMap(({ lenses }) =>
    lenses.flatMap(({ pillars }) =>
      pillars.flatMap(({ questions }) => questions.flatMap(({ issues }) => issues.map(([id]) => id))),
    ),
  );

describe('the triage of 50 workloads', () => {
  test('lists all, with 100 rows, for at most 110 points and 60 keys, and AWS is not asked', async () => {
    await list();
    const { answer, ...cost } = await costOf(async () => {
      const index = await list();
      const { rows } = await scenario.call(
        'triage.rows',
        { ...PAGE, issueIds: idsIn(index).slice(0, 100) },
        VIEWER,
      );
      return { index, rows };
    });
    expect(open).toBe(WORKLOADS * 307);
    expect(new Set(idsIn(answer.index)).size).toBe(open);
    expect(answer.rows).toHaveLength(100);
    process.stdout.write(`${JSON.stringify(cost)}\n`);
    expect(cost.points).toBeLessThanOrEqual(110);
    expect(cost.keys).toBeLessThanOrEqual(60);
    expect([cost.refused, cost.aws]).toEqual([0, 0]);
  });

  test('fits an answer of Forge’s, each title once', async () => {
    const index = await list();
    expect(JSON.stringify(index).length).toBeLessThan(1024 * 1024);
    expect(new Set(index.texts).size).toBe(index.texts.length);
    expect(index.cursor).toBeUndefined();
  });

  test('the rest costs a point an issue, and of storage what keeps account of that', async () => {
    const issueIds = idsIn(await list()).slice(100, 1100);
    const { answer, ...cost } = await costOf(() =>
      scenario.call('triage.rows', { ...PAGE, issueIds }, VIEWER),
    );
    expect(answer.rows).toHaveLength(1000);
    // What the page says before an export: one an issue, one each hundred, two a call.
    expect(cost).toMatchObject({ points: 1000 + 10 + 2, aws: 0 });
    expect(cost.keys).toBeLessThanOrEqual(2);
  });
});
