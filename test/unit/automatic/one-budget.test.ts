/** 109 cards moved to Done at once: at most half of the open best practices are selected, however events come. */
import { expect, test } from '@jest/globals';
import { handlePendingChange } from '../../../src/automatic/pending-change';
import { noteIssueChange } from '../../../src/automatic/note-change';
import { continueRun } from '../../../src/runs/continue-run';
import { startRun } from '../../../src/runs/start-run';
import { MemoryPlatform, PROJECT, type Job } from '../../builders/platform';
import { practice, question, smallReview, withPractices, WORKLOAD_ARN } from '../../builders/review';
import { ON } from '../plan/practice-cases';

const QUESTIONS = Array.from({ length: 26 }, (_, nth) => `q${nth}`);
const REVIEW = smallReview(
  ...QUESTIONS.map((id) =>
    question(
      id,
      'HIGH',
      [0, 1, 2, 3].map((nth) => practice(`${id}p${nth}`)),
    ),
  ),
);
const OPEN = 104;

/** What comes, and when. */
type Coming = { readonly at: number } & ({ readonly issueId: string } | { readonly job: Job });

/** Numbers from 0 to 1 that the seed decides (a linear congruential generator, Numerical Recipes). */
function chance(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;
}

async function person(platform: MemoryPlatform, more: { confirm: boolean; putBack?: true }) {
  const run = await startRun(
    {
      ...{ site: 'a-site', startedBy: 'project admin', projectId: PROJECT.id, mode: 'sync' },
      ...{ workloadArn: WORKLOAD_ARN, workloadName: 'Web shop', selection: {}, recreate: false, settle: [] },
      ...more,
    },
    platform,
  );
  asAnswered(platform);
  await continueRun({ runId: run.id }, 'a-site', platform);
  return platform.runs.loadOutcome(run.id);
}

function selectedIn(platform: MemoryPlatform): readonly string[] {
  return QUESTIONS.flatMap((id) => [...platform.aws.answers.at(`main/${id}`).selected]);
}

/** A run of the whole workload reads what the answers say by now. */
function asAnswered(platform: MemoryPlatform): void {
  const states = selectedIn(platform).map((id) => [id, 'selected'] as const);
  platform.aws.review = withPractices(REVIEW, Object.fromEntries(states));
}

/** Events and jobs in the order in which they are due, until nothing is left. */
async function play(platform: MemoryPlatform, events: readonly Coming[], seen: () => void): Promise<void> {
  const coming = [...events];
  platform.jobs.length = 0;
  for (let step = 0; coming.length > 0; step++) {
    if (step > 5000) throw new Error('It does not come to an end');
    coming.sort((one, other) => one.at - other.at);
    const next = coming.shift();
    if (next === undefined) break;
    platform.now = Math.max(platform.now, next.at);
    if ('issueId' in next) await noteIssueChange(next.issueId, platform);
    else await work(platform, next.job);
    for (const job of platform.jobs.splice(0)) coming.push({ at: platform.now + job.seconds * 1000, job });
    seen();
  }
}

async function work(platform: MemoryPlatform, job: Job): Promise<void> {
  asAnswered(platform);
  if ('change' in job) await handlePendingChange(job.change, 'a-site', platform);
  if ('runId' in job) await continueRun(job, 'a-site', platform);
}

const HOUR_MS = 3600 * 1000;

test.each([
  ['at once', 1, 0, 0],
  ['within a minute', 2, 60_000, 0],
  ['within an hour', 3, HOUR_MS, OPEN / 2],
  ['within ten hours, each question for itself', 4, 10 * HOUR_MS, OPEN / 2],
  ['within ten hours, otherwise', 5, 10 * HOUR_MS, OPEN / 2],
  ['within three days', 6, 72 * HOUR_MS, OPEN / 2],
] as const)('events that come %s (seed %i)', async (_, seed, spread, atMost) => {
  const draw = chance(seed);
  const platform = await MemoryPlatform.automatic({ quietSeconds: 120, resolveSelects: ON }, REVIEW);
  await person(platform, { confirm: false });
  const tasks = platform.board
    .all()
    .filter(({ level }) => level === 'task')
    .slice(0, 5);
  const cards = [...platform.board.all().filter(({ level }) => level === 'subtask'), ...tasks];
  expect(cards).toHaveLength(OPEN + 5);
  for (const { id } of cards) platform.board.setStatus(id, 'done');
  const at = () => platform.now + Math.floor(draw() * spread);
  const events = cards.flatMap(({ id }) => [
    { issueId: id, at: at() },
    { issueId: id, at: at() },
  ]);

  let most = 0;
  await play(platform, events, () => (most = Math.max(most, selectedIn(platform).length)));
  expect(most).toBeLessThanOrEqual(atMost);
  expect(await platform.attention.get(WORKLOAD_ARN)).toMatchObject({ why: 'refused' });
  process.stdout.write(`Seed ${seed}: ${most} of ${OPEN} selected, then it waits\n`);

  const back = await person(platform, { confirm: false, putBack: true });
  expect([back?.chosen, back?.failed, back?.notices]).toEqual([most, [], []]);
  expect(selectedIn(platform)).toEqual([]);
  await play(platform, [{ at: platform.now + 26 * HOUR_MS, issueId: cards[0]?.id ?? '' }], () => undefined);
  expect(selectedIn(platform)).toEqual([]);
  expect(await platform.attention.get(WORKLOAD_ARN)).toMatchObject({ why: 'refused' });

  const outcome = await person(platform, { confirm: true });
  expect([outcome?.kind, outcome?.chosen]).toEqual(['applied', OPEN]);
  expect(await platform.attention.get(WORKLOAD_ARN)).toBeUndefined();
});
