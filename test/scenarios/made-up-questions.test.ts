/** Whoever has the key of EventBridge can name questions that there are not: what 500 of them cost. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { EventSetup } from '../../src/contract';
import { openAutomaticSite } from './automatic-site';
import type { ReviewedSite } from './reviewed-site';

const EVENTS = 500;
const MINUTES = 45;

let site: ReviewedSite;
let setup: EventSetup['parameters'];
let genuine: object;
beforeAll(async () => {
  site = await openAutomaticSite();
  setup = await site.deployEvents();
  await site.answerInAws('doors', { SelectedChoices: ['doors_nothing'] });
  for (let poll = 0; poll < 4; poll += 1) await site.pass(300_000);
  genuine = JSON.parse(site.site.aws.events.attempts()[0]?.body ?? '') as object;
}, 120_000);
afterAll(() => site.close());

let sent = 0;
async function tell(question: string): Promise<void> {
  sent += 1;
  const { detail } = genuine as { detail: { requestParameters: object } };
  const requestParameters = { ...detail.requestParameters, QuestionId: question };
  const body = JSON.stringify({
    ...genuine,
    id: `00000000-0000-4000-8000-${String(sent).padStart(12, '0')}`,
    detail: { ...detail, requestParameters },
  });
  const headers = { 'content-type': 'application/json', 'x-well-architected-key': setup.WebTriggerKey };
  const { status } = await fetch(setup.WebTriggerUrl, { method: 'POST', headers, body });
  expect(status).toBe(202);
}

interface Cost {
  readonly rounds: number;
  readonly calls: number;
  readonly keys: number;
}

/** Of events spread over the time, and of what else happens in it. */
async function costOf(name: (nth: number) => string | undefined): Promise<Cost> {
  site.site.clearRequests();
  const before = site.site.host.charges().storage.operations;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    const from = Math.ceil((minute * EVENTS) / MINUTES);
    for (let nth = from; nth < ((minute + 1) * EVENTS) / MINUTES; nth += 1) {
      const question = name(nth);
      if (question !== undefined) await tell(question);
    }
    await site.pass(60_000);
  }
  const keys = site.site.host.charges().storage.operations - before;
  return { rounds: rounds(), calls: site.appCalls().length, keys };
}

/** A whole reading reads the answers of the one lens once. */
function rounds(): number {
  return site.appCalls().filter((call) => call === 'ListAnswers').length;
}

test('500 made-up questions are read for once, and a real one is followed all the same', async () => {
  const nothing = await costOf(() => undefined);
  const madeUp = await costOf((nth) => `made-up-${nth}`);
  process.stdout.write(
    `${EVENTS} made-up questions in ${MINUTES} minutes: ${madeUp.rounds} whole reads, ${madeUp.calls} calls to AWS and Jira, ${madeUp.keys} keys of storage (without them ${nothing.rounds}, ${nothing.calls}, ${nothing.keys})\n`,
  );
  expect(madeUp.rounds).toBeLessThanOrEqual(nothing.rounds + 1);
  expect(madeUp.keys / EVENTS).toBeLessThan(15);

  site.site.clearRequests();
  await site.answerInAws('keys', { SelectedChoices: ['keys_rotated'] });
  for (let minute = 0; minute < 3; minute += 1) await site.pass(60_000);
  expect(rounds()).toBe(1);
}, 240_000);
