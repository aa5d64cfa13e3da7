/** Two sides that each tell of what they are told: after the last edit of a person it must come to an end. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';
import { asPerson } from './open-site';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  const implemented = [{ statusId: await idOfDone() }];
  await site.save({ ...AUTO, parentsFollow: true, resolveSelects: { implemented, notApplicable: [] } });
  await site.deployEvents();
  await site.rest();
}, 120_000);

afterAll(() => site.close());

async function idOfDone(): Promise<string> {
  const { key } = await site.issue('Rotate keys');
  const { body } = await asPerson(site.site, 'GET', `issue/${key}/transitions`);
  const { transitions } = body as { transitions: { to: { id: string; name: string } }[] };
  return transitions.find(({ to }) => to.name === 'Done')?.to.id ?? '';
}

const ROUNDS = 50;

/** What people do before the first rounds. */
const EDITS: readonly (() => Promise<unknown>)[] = [
  () => site.moveCard('Rotate keys', 'Done'),
  () => site.answerInAws('doors', { SelectedChoices: ['doors_shut'], Notes: 'Ask the landlord.' }),
  async () => {
    await site.moveCard('Write runbooks', 'Done');
    await site.answerInAws('runbooks', { SelectedChoices: ['runbooks_tried'] });
  },
  () => site.moveCard('Rotate keys', 'To Do'),
];

const rounds: { readonly writes: number; readonly calls: readonly string[] }[] = [];

beforeAll(async () => {
  site.site.host.setEventFaults({ duplicate: true, reorder: true });
  site.site.aws.events.setFaults({ duplicate: true, reorder: true });
  for (let round = 0; round < ROUNDS; round += 1) {
    await EDITS[round]?.();
    site.site.clearRequests();
    site.site.host.advanceClock(5 * 60_000);
    await site.rest();
    const calls = site.appCalls();
    const updates = calls.filter((call) => call === 'UpdateAnswer');
    rounds.push({ writes: site.writes().length + updates.length, calls });
  }
}, 240_000);

test('in fifty rounds with everything on, the writes end with the edits', () => {
  const writes = rounds.map((round) => round.writes);
  const [during, after] = [writes.slice(0, EDITS.length), writes.slice(EDITS.length)].map(sum);
  console.log(
    `${ROUNDS} rounds: ${during} writes to AWS and Jira in the ${EDITS.length} with a person's edits, ${after} in the ${ROUNDS - EDITS.length} after.`,
  );
  expect(writes.slice(0, EDITS.length).every((count) => count > 0)).toBe(true);
  expect(after).toBe(0);
});

/** As long as the hourly look goes back, it looks at what was moved. */
test('and so does the reading: what is left are polls and the hourly look', () => {
  const calls = (count: number) => rounds.slice(-count).flatMap((round) => round.calls);
  expect(calls(ROUNDS - EDITS.length - 1)).not.toContain('ListAnswers');
  expect(new Set(calls(6))).toEqual(new Set(['ListWorkloads', 'POST /rest/api/3/search/jql']));
});

test('both sides say the same then, and nobody lost a word', async () => {
  expect((await site.answerOf('keys')).SelectedChoices).toEqual([]);
  expect(await site.statusOf('Rotate keys')).toBe('To Do');
  const doors = await site.answerOf('doors');
  expect([doors.SelectedChoices, await site.statusOf('Shut doors')]).toEqual([['doors_shut'], 'Done']);
  expect(doors.Notes).toMatch(/^Ask the landlord\.\n/u);
  expect((await site.answerOf('runbooks')).SelectedChoices).toEqual(['runbooks_written', 'runbooks_tried']);
  expect(await site.statusOf('How do you run the workload?')).toBe('Done');
  expect((await site.run({ mode: 'preview' })).conflicts).toEqual([]);
});

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
