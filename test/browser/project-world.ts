/** What happens in AWS and on the board while somebody has the project page open. */
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { WorkloadView } from '../../src/contract';
import { asPerson, scenarioOn, type Scenario } from '../scenarios/open-site';
import type { Pages } from './pages';

/** 3 questions with 7 best practices. */
export const SMALL_LENS = path.join(__dirname, '../fixtures/lenses/small-lens.json');
export const SMALL = 'Small Lens';
export const SAMPLE = 'Sample workload';

export interface ProjectWorld extends Pick<Scenario, 'call' | 'link'> {
  readonly arnOf: (workload: string) => string;
  /** The last part of the ARN. */
  readonly idOf: (workload: string) => string;
  /** Somebody answers a question of the small lens. */
  readonly answer: (question: string, choices: readonly string[]) => void;
  readonly moveCard: (title: string, status: string) => Promise<void>;
  /** A sync of the small workload to its end, that no page shows. */
  readonly syncSmall: () => Promise<void>;
}

export async function openProjectWorld({ site }: Pages): Promise<ProjectWorld> {
  const scenario = scenarioOn(site);
  const { workloads } = await scenario.call('workload.list', { projectKey: 'WA' });
  const byName = new Map(workloads.map((workload: WorkloadView) => [workload.name, workload.arn]));
  const arnOf = (workload: string) => byName.get(workload) ?? '';
  const idOf = (workload: string) => arnOf(workload).split('/')[1] ?? '';
  return {
    call: (...call) => scenario.call(...call),
    link: (...link) => scenario.link(...link),
    arnOf,
    idOf,
    answer(question, choices) {
      const lens = site.aws.admin.lenses().find(({ name }) => name === SMALL);
      site.aws.admin.setAnswer(idOf(SMALL), lens?.alias ?? '', question, { SelectedChoices: [...choices] });
    },
    async moveCard(title, status) {
      const issue = (await scenario.issues()).find(({ fields }) => fields.summary === title);
      const { body } = await asPerson(site, 'GET', `issue/${issue?.key}/transitions`);
      const { transitions } = body as { transitions: { id: string; to: { name: string } }[] };
      const id = transitions.find(({ to }) => to.name === status)?.id;
      const moved = await asPerson(site, 'POST', `issue/${issue?.key}/transitions`, { transition: { id } });
      if (moved.status !== 204) throw new Error(`"${title}" did not move to ${status}`);
    },
    async syncSmall() {
      const start = { projectKey: 'WA', workloadArn: arnOf(SMALL), mode: 'sync' };
      const { runId } = await scenario.call('sync.start', start);
      while ((await scenario.call('sync.run', { projectKey: 'WA', runId })).state !== 'done') {
        await setTimeout(200);
      }
    },
  };
}
