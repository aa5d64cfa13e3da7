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
    time: new Date(Date.now()).toISOString(),
    detail: { ...detail, requestParameters },
  });
  const headers = { 'content-type': 'application/json', 'x-well-architected-key': setup.WebTriggerKey };
  const { status } = await fetch(setup.WebTriggerUrl, { method: 'POST', headers, body });
  expect(status).toBe(202);
}

async function costOf(name: (nth: number) => string | undefined): Promise<{ rounds: number; aws: number; jira: number; keys: number }> {
  site.site.clearRequests();
  const before = site.site.host.charges().storage.operations;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    for (let nth = Math.ceil((minute * EVENTS) / MINUTES); nth < ((minute + 1) * EVENTS) / MINUTES; nth += 1) {
      const question = name(nth);
      if (question !== undefined) await tell(question);
    }
    await site.pass(60_000);
  }
  for (let rest = 0; rest < 4; rest += 1) await site.pass(300_000);
  const calls = site.site.requests().filter(({ via }) => via === 'app');
  return {
    rounds: calls.filter(({ operation }) => operation === 'ListAnswers').length,
    aws: calls.filter(({ service }) => service === 'aws').length,
    jira: calls.filter(({ service }) => service === 'jira').length,
    keys: site.site.host.charges().storage.operations - before,
  };
}

test('500', async () => {
  const none = await costOf(() => undefined);
  const made = await costOf((nth) => `made-up-${nth}`);
  const one = await costOf(() => 'made-up');
  process.stdout.write(JSON.stringify({ none, made, one }) + '\n');
}, 300_000);
