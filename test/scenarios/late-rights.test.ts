/** Right after an install Jira keeps the app out for some minutes: that is no refusal of what it asked for. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { openScenario, outcomeOf, type Scenario } from './open-site';

const LENS = path.join(__dirname, '../fixtures/lenses/small-lens.json');
const CREATE = 'POST /rest/api/3/issue/bulk';

let scenario: Scenario;
beforeEach(async () => {
  scenario = await openScenario({ lensFiles: [LENS], answered: 'none' });
});
afterEach(() => scenario.close());

const sync = () => scenario.sync({ workload: 'Small Lens' });

describe('creates that Jira turns away because of who asks', () => {
  test.each([
    ['one 401', 401, 1],
    ['one 403', 403, 1],
    ['403 for some minutes', 403, 7],
    ['401 for some minutes', 401, 12],
  ])('%s: everything is made once, and nothing counts as refused', async (_, status, times) => {
    const whole = await countIssues();
    scenario.site.jira.admin.failNext({ operation: CREATE, status, times });
    const outcome = outcomeOf(await sync());
    expect(outcome.failed).toEqual([]);
    expect(outcome.kind).toBe('applied');
    expect((await scenario.issues()).length).toBe(whole);
  });

  test('a 403 that stays is told with what was not made, and the run has an outcome', async () => {
    scenario.site.jira.admin.failNext({ operation: CREATE, status: 403, times: 1000 });
    const run = await sync();
    expect(run.state).toBe('done');
    const { failed, created } = outcomeOf(run);
    expect(created).toEqual({ epics: 0, tasks: 0, subtasks: 0 });
    expect(failed[0]?.reason).toContain('403');
  });
});

test('reads that Jira turns away for a while cost time alone', async () => {
  scenario.site.jira.admin.failNext({ operation: 'POST /rest/api/3/search/jql', status: 401, times: 9 });
  expect(outcomeOf(await sync()).failed).toEqual([]);
});

async function countIssues(): Promise<number> {
  const { planned } = outcomeOf(await scenario.sync({ workload: 'Small Lens', mode: 'preview' }));
  const { epics, tasks, subtasks } = planned.create;
  return epics + tasks + subtasks;
}
