/**
 * The invocation is ended before or after each outside call of a first sync; then somebody syncs again.
 * The search index lags behind all of it, so that it cannot help. Each try has a workload of its own.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answerLens } from '../../sandbox/aws';
import { openScenario, type Scenario } from './open-site';

const INDEX_LAG_MS = 600_000;
const FRAMEWORK = 'wellarchitected';
/** 6 Tasks and 53 Sub-tasks: one batch of Tasks, two of Sub-tasks, and few answers, each of which is more calls. */
const SELECTION = {
  questionIds: [
    'dev-integ',
    'permissions',
    'evolve-ops',
    'cloud-financial-management',
    'sus_data',
    'securely-operate',
  ],
};

describe('a first sync that is killed at an outside call', () => {
  let scenario: Scenario;
  let expected: readonly string[] = [];

  beforeAll(async () => {
    scenario = await openScenario({ indexLagMs: INDEX_LAG_MS });
    const arn = await addWorkload(scenario, 'Undisturbed');
    await start(scenario, arn);
    expected = await issuesOf(scenario, arn);
    expect(expected).toHaveLength(60);
  }, 120_000);
  afterAll(() => scenario.close());

  /**
   * Dying after call N and dying before call N + 1 leave the same outside, so each call is met in one of the two
   * ways. Half of the kills are followed by the platform's own redelivery and a person's sync, half by the latter
   * alone.
   */
  test('killed at call N, for every N: a re-run ends with the same issues and no duplicate', async () => {
    let call = 1;
    for (; ; call++) {
      const when = call % 2 === 1 ? 'before' : 'after';
      const redeliver = call % 4 < 2;
      const arn = await addWorkload(scenario, `Killed ${when} ${call}`);
      scenario.site.host.killAt({ call, when, redeliver });
      await start(scenario, arn).catch(() => undefined);
      const { killed } = scenario.site.host.calls();
      scenario.site.host.resetCalls();
      if (!killed) break;
      const again = await start(scenario, arn);
      const found = await issuesOf(scenario, arn);
      expect({ call, redeliver, state: again.state, issues: found.length }).toEqual({
        call,
        redeliver,
        state: 'done',
        issues: expected.length,
      });
      expect(found).toEqual(expected);
    }
    expect(call).toBeGreaterThan(40);
    process.stdout.write(`killed at each of ${call - 1} calls\n`);
  }, 900_000);
});

/** A workload that is linked to the project. */
async function addWorkload(scenario: Scenario, name: string): Promise<string> {
  const { admin } = scenario.site.aws;
  const workloadArn = admin.batch(() => {
    const workload = admin.addWorkload({ name, lenses: [FRAMEWORK] });
    const lens = admin.lenses().find(({ alias }) => alias === FRAMEWORK);
    if (!lens) throw new Error('the framework lens is missing');
    answerLens(admin, workload.id, lens, 'none');
    return workload.arn;
  });
  await scenario.link(workloadArn);
  return workloadArn;
}

/** Starts a sync and answers its view once nothing runs any more. */
async function start(scenario: Scenario, workloadArn: string) {
  const { host } = scenario.site;
  const request = { projectKey: 'WA', mode: 'sync', workloadArn, selection: SELECTION };
  const started = await scenario.call('sync.start', request).catch(async (error: unknown) => {
    await host.idle(60_000);
    throw error;
  });
  if (!(await host.idle(60_000))) throw new Error('the queue did not drain');
  return scenario.call('sync.run', { projectKey: 'WA', runId: started.runId });
}

/** By level and identity, once the index has caught up. */
async function issuesOf(scenario: Scenario, workload: string): Promise<readonly string[]> {
  scenario.site.host.advanceClock(INDEX_LAG_MS);
  const issues = await scenario.issues(`waWorkload = "${workload}"`);
  return issues
    .map(({ properties, fields }) => {
      const { lens, question, choice } = properties['well-architected'] as Record<string, string>;
      return JSON.stringify([fields.issuetype.hierarchyLevel, lens, question, choice]);
    })
    .sort();
}
