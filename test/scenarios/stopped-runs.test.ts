/** A run that fails, or that a person ends, says why and what it did until then. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { SiteOptions } from '../../sandbox/site/site';
import { FRAMEWORK, openScenario, outcomeOf, type Scenario } from './open-site';
import type { RunView } from './worded';

let scenario: Scenario;
let beforeCall: SiteOptions['beforeCall'];
beforeEach(async () => {
  beforeCall = undefined;
  scenario = await openScenario({ lensFiles: [FRAMEWORK], beforeCall: async (call) => beforeCall?.(call) });
});
afterEach(() => scenario.close());

const FAILING = { operation: 'UpdateAnswer', code: 'InternalServerException', status: 500 };
/** 11 questions. */
const SELECTION = { selectedPillars: [{ PillarId: 'security' }] };
const sync = (selection = SELECTION) => scenario.sync({ scope: 'all', selection });

const QUESTIONS = 11;

async function madeInJira(): Promise<{ epics: number; tasks: number; subtasks: number }> {
  const levels = (await scenario.issues()).map(({ fields }) => fields.issuetype.hierarchyLevel);
  const count = (level: number) => levels.filter((each) => each === level).length;
  return { epics: count(1), tasks: count(0), subtasks: count(-1) };
}

/** @returns what the stopped run did */
function stopped({ state, message, outcome }: RunView): NonNullable<RunView['outcome']> {
  expect([state, outcome?.kind]).toEqual(['failed', 'stopped']);
  expect(message).toBeTruthy();
  if (!outcome) throw new Error('it has no outcome');
  return outcome;
}

test('one question that AWS fails for ever is told, and the others go on', async () => {
  let failing: string | undefined;
  beforeCall = ({ kind, method, url }) => {
    if (kind !== 'aws' || method !== 'PATCH') return Promise.resolve();
    failing ??= url;
    if (url === failing) scenario.site.aws.admin.failNext(FAILING);
    return Promise.resolve();
  };
  const { kind, failed, notesWritten, created } = outcomeOf(await sync());
  expect([kind, failed.map(({ code }) => code)]).toEqual(['applied', ['answer-failed']]);
  expect(notesWritten).toBe(QUESTIONS - 1);
  expect(created).toEqual(await madeInJira());
});

test('AWS fails every question for ever: the issues are made, and the questions that failed are told', async () => {
  scenario.site.aws.admin.failNext({ ...FAILING, times: 10_000 });
  const { created, failed, notesWritten } = stopped(await sync());
  expect(created).toEqual(await madeInJira());
  expect([created.epics, created.tasks, notesWritten]).toEqual([1, QUESTIONS, 0]);
  expect(new Set(failed.map(({ code }) => code))).toEqual(new Set(['answer-failed']));
  // Five in a row are an outage; three more were under way beside the fifth.
  expect(failed.length).toBeGreaterThanOrEqual(5);
  expect(failed.length).toBeLessThanOrEqual(8);
});

test('Jira is away for ever after the first batches', async () => {
  beforeThirdBatch(() => {
    for (const operation of ['issue/bulk', 'search/jql', 'issue/bulkfetch']) {
      const order = { operation: `POST /rest/api/3/${operation}`, status: 503, times: 10_000 };
      scenario.site.jira.admin.failNext(order);
    }
  });
  const { created, failed, notesWritten } = stopped(await sync());
  expect(created).toEqual({ epics: 1, tasks: QUESTIONS, subtasks: 0 });
  expect([failed, notesWritten]).toEqual([[], 0]);
});

test('a person ends the link halfway', async () => {
  beforeThirdBatch(async () => {
    const { workloads } = await scenario.call('workload.linked', { projectKey: 'WA' });
    await scenario.call('workload.unlink', { projectKey: 'WA', workloadArn: workloads[0]?.workloadArn });
    scenario.site.host.advanceClock(1100);
  });
  // More Sub-tasks than the four batches that are under way at a time.
  const pillars = ['security', 'reliability', 'operationalExcellence', 'costOptimization'];
  const run = await sync({ selectedPillars: pillars.map((PillarId) => ({ PillarId })) });
  const { created, planned } = stopped(run);
  expect(run.message).toMatch(/unlinked/);
  expect(created).toEqual(await madeInJira());
  expect(created).toMatchObject({ epics: 1, tasks: planned.create.tasks });
  expect(created.subtasks).toBeLessThan(planned.create.subtasks);
});

function beforeThirdBatch(act: () => unknown): void {
  let batches = 0;
  beforeCall = async ({ url }) => {
    if (url.endsWith('/issue/bulk') && (batches += 1) === 3) await act();
  };
}
