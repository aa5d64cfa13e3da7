/** A site with one small review, for scenarios that need to know each issue by name. */
import path from 'node:path';
import type { AnswerUpdate } from '../../sandbox/aws/wellarchitected/answers';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import type { SiteOptions } from '../../sandbox/site/site';
import type { RunView } from './worded';
import { openScenario, outcomeOf, type Issue, type Scenario, type SyncOptions } from './open-site';

const LENS = path.join(__dirname, '../fixtures/lenses/small-lens.json');
export const WORKLOAD = 'Small Lens';

export interface SmallSite extends Scenario {
  readonly workloadId: string;
  readonly lensAlias: string;
  /** Syncs and answers the outcome of a run that must have ended. */
  run(options?: SyncOptions): Promise<NonNullable<RunView['outcome']>>;
  answer(questionId: string, update: AnswerUpdate): void;
  /** The issue with that title; fails where there is not exactly one. */
  issue(title: string): Promise<Issue>;
  /** Lets the site's connection serve another project too. */
  connectProject(projectKey: string): Promise<void>;
}

/** 3 questions with 7 best practices; answered with nothing in place unless said otherwise. */
export async function openSmallSite(
  answered: 'none' | 'unanswered' = 'none',
  options: SiteOptions = {},
): Promise<SmallSite> {
  const scenario = await openScenario({ lensFiles: [LENS], answered, ...options });
  const { aws, host } = scenario.site;
  const workload = aws.admin.workloads().find(({ details }) => details.WorkloadName === WORKLOAD);
  const lens = aws.admin.lenses().find(({ name }) => name === WORKLOAD);
  if (!workload || !lens) throw new Error('the small lens was not loaded');
  return {
    ...scenario,
    workloadId: workload.id,
    lensAlias: lens.alias,
    run: async (options = {}) => outcomeOf(await scenario.sync({ workload: WORKLOAD, ...options })),
    answer: (questionId, update) => aws.admin.setAnswer(workload.id, lens.alias, questionId, update),
    async issue(title) {
      const found = (await scenario.issues()).filter(({ fields }) => fields.summary === title);
      if (found.length !== 1 || !found[0]) throw new Error(`${found.length} issues are titled "${title}"`);
      return found[0];
    },
    async connectProject(projectKey) {
      const { connections } = await scenario.call('connection.list', {}, JIRA_ADMIN);
      const [connection] = connections;
      if (!connection) throw new Error('the site has no connection');
      const served = connection.serves.flatMap(({ projectKey: key }) => (key === undefined ? [] : [key]));
      const serves = [...served, projectKey].map((key) => ({ projectKey: key }));
      await scenario.call('connection.serve', { connectionId: connection.id, serves }, JIRA_ADMIN);
      await host.idle();
    },
  };
}
