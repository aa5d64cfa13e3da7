/** Connections that may only read, and roles that lack what write-back needs. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { roleTemplate } from '../../sandbox/aws';
import { connect, deployRole, newAccount, testIt, viewOf } from './connect';
import { openScenario, outcomeOf, type Scenario } from './open-site';

const SELECTION = { selection: { questionIds: ['priorities', 'ops-model'] }, scope: 'all' as const };
const ANSWERS = /^(?:Get|Update)Answer$/;

let scenario: Scenario;

beforeAll(async () => {
  scenario = await openScenario();
});
afterAll(() => scenario.close());

const answerCalls = () =>
  scenario.site
    .requests()
    .filter(({ via, operation }) => via === 'app' && ANSWERS.test(operation))
    .map(({ operation }) => operation);

const reasonsOf = (remarks: readonly { reason: string }[]) => remarks.map(({ reason }) => reason);

function addWorkload(name: string, account: string): string {
  return scenario.site.aws.admin.addWorkload({ name, lenses: ['wellarchitected'], account }).arn;
}

test('through a read-only connection issues are synced, and no answer is read or written', async () => {
  const account = newAccount();
  await connect(scenario, { account, access: 'read-only' });
  const workload = addWorkload('Read only', account);
  scenario.site.clearRequests();
  const outcome = outcomeOf(await scenario.sync({ workload, ...SELECTION }));
  expect(outcome.created.tasks).toBe(2);
  expect([outcome.planned.notes, outcome.notesWritten, outcome.notices]).toEqual([0, 0, []]);
  expect(answerCalls()).toEqual([]);
});

describe('a role that lacks an action', () => {
  const without = (action: string) => roleTemplate().replace(new RegExp(`^ *- ${action}\n`, 'm'), '');

  test.each([
    // Known before anything is written, so that it is no failure of a question.
    ['GetAnswer', 'notices'],
    ['UpdateAnswer', 'failed'],
  ] as const)(
    '%s: issues are synced all the same, and every run tells',
    async (action, where) => {
      const account = newAccount();
      const { id } = await connect(scenario, { account });
      const workload = addWorkload(`Without ${action}`, account);
      const view = await viewOf(scenario, id);
      deployRole(scenario, view, { account, template: without(`wellarchitected:${action}`) });
      scenario.site.clearRequests();

      const first = outcomeOf(await scenario.sync({ workload, ...SELECTION }));
      expect(first).toMatchObject({ kind: 'applied', created: { epics: 1, tasks: 2 }, notesWritten: 0 });
      expect(reasonsOf(first.failed)).toEqual([expect.stringContaining(`wellarchitected:${action}`)]);
      // All would meet the same refusal: it is asked for once.
      expect(answerCalls().filter((call) => call === action)).toHaveLength(1);
      const second = outcomeOf(await scenario.sync({ workload, ...SELECTION }));
      expect(second).toMatchObject({ kind: 'applied', notesWritten: 0 });
      expect(reasonsOf(second[where])).toEqual([expect.stringContaining(`wellarchitected:${action}`)]);

      deployRole(scenario, view, { account });
      await testIt(scenario, id);
      const mended = outcomeOf(await scenario.sync({ workload, ...SELECTION }));
      expect([mended.notesWritten, mended.notices, mended.failed]).toEqual([2, [], []]);
    },
    60_000,
  );
});
