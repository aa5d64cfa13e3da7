/**
 * The invocation of a first sync is ended at its outside calls; then somebody syncs again. The search index lags
 * behind all of it, so that it cannot help. Each try has a workload of its own.
 */
import { expect } from '@jest/globals';
import { answerLens } from '../../sandbox/aws';
import { openScenario, type Scenario } from './open-site';

const INDEX_LAG_MS = 600_000;
const FRAMEWORK = 'wellarchitected';

export interface Sweep {
  readonly of: 'all' | 'jira';
  /**
   * Every how many calls it dies: before one, after the next, by turns. In memory, `test/unit/sync/crashes` dies
   * before and after each.
   */
  readonly step: 1 | 5;
  readonly questionIds: readonly string[];
  readonly issues: number;
}

/** Fails unless every re-run ends with the same issues as an undisturbed run and no duplicate. */
export async function sweep({ of, step, questionIds, issues }: Sweep): Promise<void> {
  const scenario = await openScenario({ indexLagMs: INDEX_LAG_MS });
  try {
    const undisturbed = await addWorkload(scenario, 'Undisturbed');
    await start(scenario, undisturbed, questionIds);
    const expected = await issuesOf(scenario, undisturbed);
    expect(expected).toHaveLength(issues);
    let tries = 0;
    for (let call = 1; ; call += step, tries++) {
      const when = tries % 2 === 0 ? 'before' : 'after';
      // Half of the kills are followed by the platform's own redelivery and a person's sync, half by the latter alone.
      const redeliver = tries % 4 === 0 || tries % 4 === 3;
      const arn = await addWorkload(scenario, `Killed ${when} ${call}`);
      scenario.site.host.killAt({ call, when, of, redeliver });
      await start(scenario, arn, questionIds).catch(() => undefined);
      const { killed } = scenario.site.host.calls();
      scenario.site.host.resetCalls();
      if (!killed) break;
      const { state } = await start(scenario, arn, questionIds);
      const found = await issuesOf(scenario, arn);
      const tried = { call, when, redeliver };
      expect({ ...tried, state, found }).toEqual({ ...tried, state: 'done', found: expected });
    }
    expect(tries).toBeGreaterThan(20);
    process.stdout.write(`killed at ${tries} places: ${of}\n`);
  } finally {
    await scenario.close();
  }
}

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
async function start(scenario: Scenario, workloadArn: string, questionIds: readonly string[]) {
  const { host } = scenario.site;
  const request = { projectKey: 'WA', mode: 'sync', workloadArn, selection: { questionIds } };
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
