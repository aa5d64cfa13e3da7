/**
 * The invocation is ended before or after each outside call of a first sync; then a person syncs again.
 * The search index lags all the while, so that it cannot help.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { FRAMEWORK, openScenario, outcomeOf, type Scenario } from './open-site';

const INDEX_LAG_MS = 600_000;
/** Sweeps every call of a sync of this lens; large enough for several batches of each kind. */
const OPTIONS = { lensFiles: [FRAMEWORK], answered: 'none', indexLagMs: INDEX_LAG_MS } as const;
const PILLARS = [{ PillarId: 'security' }, { PillarId: 'sustainability' }];

describe('a first sync that is killed at every outside call', () => {
  let calls = 0;
  let expected: readonly string[] = [];

  beforeAll(async () => {
    const scenario = await openScenario(OPTIONS);
    scenario.site.host.resetCalls();
    const run = await start(scenario);
    calls = scenario.site.host.calls().count;
    expected = await identities(scenario);
    expect(outcomeOf(run).created.subtasks).toBeGreaterThan(50);
    await scenario.close();
  }, 120_000);

  for (const when of ['before', 'after'] as const) {
    for (const redeliver of [false, true]) {
      const how = redeliver ? 'and the platform delivers the event again' : 'and a person syncs again';
      test(`killed ${when} call N, ${how}: the same issues, no duplicate`, async () => {
        expect(calls).toBeGreaterThan(40);
        // Odd calls with redelivery, even ones without, so that both sweeps together see every call twice.
        for (let call = redeliver ? 1 : 2; call <= calls; call += 2) {
          const scenario = await openScenario(OPTIONS);
          await killedAt(scenario, call, when, redeliver);
          const again = await start(scenario);
          const found = await identities(scenario);
          await scenario.close();
          expect({ call, found: found.length, state: again.state }).toEqual({
            call,
            found: expected.length,
            state: 'done',
          });
          expect(found).toEqual(expected);
        }
      }, 600_000);
    }
  }
});

let open: Scenario | undefined;
afterAll(() => open?.close());

async function killedAt(
  scenario: Scenario,
  call: number,
  when: 'before' | 'after',
  redeliver: boolean,
): Promise<void> {
  open = scenario;
  scenario.site.host.killAt({ call, when, redeliver });
  await start(scenario).catch(() => undefined);
  await scenario.site.host.idle(60_000);
  expect(scenario.site.host.calls().killed).toBe(true);
  scenario.site.host.resetCalls();
}

function start(scenario: Scenario) {
  return scenario.sync({ selection: { selectedPillars: PILLARS } });
}

/** Read from the issues themselves: the index would not show them yet. */
async function identities(scenario: Scenario): Promise<readonly string[]> {
  scenario.site.host.advanceClock(INDEX_LAG_MS);
  const issues = await scenario.issues('project = WA ORDER BY key');
  return issues
    .map(
      ({ properties, fields }) =>
        `${fields.issuetype.hierarchyLevel} ${JSON.stringify(identityOf(properties))}`,
    )
    .sort();
}

function identityOf(properties: Record<string, unknown>): unknown {
  const { lens, question, choice } = properties['well-architected'] as Record<string, string>;
  return [lens, question, choice];
}
