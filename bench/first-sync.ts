/**
 * `npm run bench:sync`: how long the runs of one framework workload take on a local site as slow as the real
 * services, in real time, beside what the way of most tools takes in the same run and beside the least that the
 * calls of a first sync can take; and what the platform charges for each.
 */
import type { Site } from '../sandbox/site/site';
import { scenarioOn } from '../test/scenarios/open-site';
import { addOpenWorkload, FRAMEWORK_ALIAS } from './add-workload';
import { seconds, startWatched, timed, told, type Measured } from './measured-run';
import { timeOfPeers } from './peers';

const ISSUES = 1 + 57 + 307;
/** So many findings are measured, and the time of all counted from them: each takes as long as another. */
const PEERS_MEASURED = 40;

/**
 * AssumeRole and three dependent reads of the review; a search beside the create metadata; three levels of creates;
 * one read each of Tasks and Sub-tasks; 57 answers read and written, four at a time; five steps of storage.
 */
const BOUND = 4 * 60 + 150 + 3 * (20 + 150) + 2 * 150 + 15 * 120 + 5 * 20;

async function main(): Promise<void> {
  const { site, watch } = await startWatched();
  try {
    const peers =
      ((await timeOfPeers(site, { projectKey: 'WA', count: PEERS_MEASURED })) * ISSUES) / PEERS_MEASURED;
    console.log(
      `${ISSUES} issues the way of most tools: ${seconds(peers)}, from ${PEERS_MEASURED}; the bound ${seconds(BOUND)}`,
    );
    const measured = {
      site,
      scenario: scenarioOn(site),
      workloadArn: addOpenWorkload(site, 'First sync'),
      issues: ISSUES,
      watch,
    };
    await measured.scenario.link(measured.workloadArn);
    await site.idle();
    const first = await timed(measured, 'sync');
    console.log(
      `first sync: ${told(first)}, ${(peers / first.ms).toFixed(1)} × faster than most tools, ${(first.ms / BOUND).toFixed(2)} × the bound`,
    );
    for (const mode of ['preview', 'sync', 'preview', 'sync'] as const)
      console.log(`${mode} with nothing changed: ${told(await timed(measured, mode))}`);
    selectPractice(0, site, measured.workloadArn);
    console.log(`sync with one best practice changed in AWS: ${told(await timed(measured, 'sync'))}`);
    await automatic(measured);
    selectPractice(1, site, measured.workloadArn);
    console.log(`the same in automatic mode, by a person: ${told(await timed(measured, 'sync'))}`);
  } finally {
    await site.close();
  }
}

/** Its own first run is over then. */
async function automatic({ site, scenario, workloadArn }: Measured): Promise<void> {
  const settings = { issueManagementStatus: 'ENABLED', issueManagementType: 'AUTO' };
  await scenario.call('settings.save', { projectKey: 'WA', workloadArn, settings });
  if (!(await site.idle())) throw new Error('the first run in automatic mode did not end');
}

/** Selects the first best practice of a question. @param nth question of the first pillar */
function selectPractice(nth: number, { aws: { admin } }: Site, workloadArn: string): void {
  const lens = admin.lenses().find(({ alias }) => alias === FRAMEWORK_ALIAS);
  const question = lens?.pillars[0]?.questions[nth];
  const practice = question?.choices[0];
  const id = workloadArn.split('/').at(-1);
  if (!id || !question || !practice) throw new Error('the framework lens has no practice');
  admin.setAnswer(id, FRAMEWORK_ALIAS, question.id, { SelectedChoices: [practice.id] });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
