/** How long it takes until both sides agree, once a trouble is over. */
import { FAULTS, type FaultyService } from '../../../sandbox/site/faults/model';
import type { AppCall } from '../../../sandbox/forge/intervene';
import { serviceOf } from '../../../sandbox/site/faults/fits';
import { readStatusBlock } from '../../builders/status-block';
import { asPerson } from '../open-site';
import { openTimelineSite, type TimelineSite } from './site';
import type { Trouble } from './troubles';

export interface Measured {
  /** Of each call that was tried, or of the one trouble: minutes from its end on; Infinity: not within the day. */
  readonly minutes: readonly number[];
  /** What is not as it should be once both sides agree, in words. */
  readonly wrong: readonly string[];
}

const DAY = 24 * 60;
/** Whatever the app still had to do is done by then: in the end the hourly pass over Jira too. */
const AFTER_ROUND = 20;
const AFTER_ALL = 70;
const ISSUES = 11;
/** Which card moves with which change. */
const CARDS = [
  ['Shut doors', 'answer'],
  ['Rotate keys', 'card'],
] as const;

/** Changes one answer in AWS and moves one card, lets the trouble meet what the app does then, and waits. */
export async function measure(trouble: Trouble): Promise<Measured> {
  const site = await openTimelineSite({ isManual: trouble.isManual === true });
  try {
    site.site.aws.admin.skewClock(trouble.awsAheadMs ?? 0);
    const numbers = trouble.calls?.numbers ?? [0];
    const minutes: number[] = [];
    const wrong: string[] = [];
    for (const [round, number] of numbers.entries()) {
      const isDone = round % 2 === 0;
      const took = await oneRound(site, trouble, { isDone, number });
      if (took === undefined) continue;
      minutes.push(took);
      await site.live(AFTER_ROUND);
      wrong.push(...(await wrongOf(site, trouble, round + 1)).map((what) => `${number}: ${what}`));
    }
    await site.live(AFTER_ALL);
    return { minutes, wrong: [...wrong, ...(await wrongOf(site, trouble, numbers.length))] };
  } finally {
    await site.close();
  }
}

interface Round {
  /** What both changes say; the next round takes it back. */
  readonly isDone: boolean;
  /** The call that meets the trouble; 0 where it lasts. */
  readonly number: number;
}

/** Undefined where the app made fewer calls. */
async function oneRound(site: TimelineSite, trouble: Trouble, round: Round): Promise<number | undefined> {
  const { lasts, calls } = trouble;
  const over = calls === undefined ? undefined : meetOnce(site, trouble, calls.of, round.number);
  if (over === undefined) site.site.faults.set(FAULTS.parse(trouble.faults));
  await change(site, trouble, round);
  await site.pass(0);
  if (lasts !== undefined) await site.live(lasts);
  let began = site.site.clock.now();
  if (over === undefined) site.site.faults.set(FAULTS.parse({}));
  const isAgreed = () => agrees(site, trouble, round);
  if (!(await isAgreed()) && (await site.live(DAY, isAgreed)) === undefined) return Infinity;
  if (over !== undefined) {
    const at = over();
    if (at === undefined) return undefined;
    began = at;
  }
  return Math.max(0, Math.ceil((site.site.clock.now() - began) / 60_000));
}

/** The call of that number, from now on, and no other. Answers a function that tells when it was. */
function meetOnce(
  timeline: TimelineSite,
  { faults }: Trouble,
  service: FaultyService,
  number: number,
): () => number | undefined {
  const { site } = timeline;
  let left = number;
  let at: number | undefined;
  timeline.watch((call: AppCall) => {
    if (Object.keys(site.faults.met()).length > 0) site.faults.set(FAULTS.parse({}));
    if (serviceOf(call) !== service) return;
    left -= 1;
    if (left !== 0) return;
    at = site.clock.now();
    site.faults.set(FAULTS.parse(faults));
  });
  return () => at;
}

async function change(site: TimelineSite, { isManual, only }: Trouble, { isDone }: Round): Promise<void> {
  if (only !== 'card') await site.answerInAws('doors', { SelectedChoices: isDone ? ['doors_shut'] : [] });
  if (only !== 'answer') await site.moveCard('Rotate keys', isDone ? 'Done' : 'To Do');
  if (isManual !== true) return;
  const { workloadArn } = site;
  await site.call('sync.start', { projectKey: 'WA', workloadArn, mode: 'sync' });
}

async function agrees(site: TimelineSite, { only }: Trouble, { isDone }: Round): Promise<boolean> {
  if (only !== 'card' && (await site.statusOf('Shut doors')) !== (isDone ? 'Done' : 'To Do')) return false;
  for (const question of questionsOf(only))
    if (readStatusBlock((await site.answerOf(question)).Notes)?.done !== (isDone ? 1 : 0)) return false;
  return true;
}

function questionsOf(only: Trouble['only']): readonly string[] {
  return only === undefined ? ['doors', 'keys'] : [only === 'card' ? 'keys' : 'doors'];
}

/** Nothing is doubled, nothing goes on, and nobody is asked for anything any more. */
async function wrongOf(site: TimelineSite, { only }: Trouble, moves: number): Promise<readonly string[]> {
  const wrong: string[] = [];
  const issues = await site.issues();
  if (issues.length !== ISSUES) wrong.push(`${issues.length} issues`);
  for (const [title, side] of CARDS) {
    const wanted = only === undefined || only === side ? moves : 0;
    const moved = await movesOf(site, title);
    if (moved !== wanted) wrong.push(`"${title}" moved ${moved} times, not ${wanted}`);
  }
  const { automatic, activeRun } = await site.linked();
  const { attention } = automatic;
  if (attention !== undefined) wrong.push(`attention: ${JSON.stringify(attention)}`);
  if (activeRun !== undefined) wrong.push(`a run is under way: ${JSON.stringify(activeRun)}`);
  return wrong;
}

async function movesOf(timeline: TimelineSite, title: string): Promise<number> {
  const { key } = await timeline.issue(title);
  const { body } = await asPerson(timeline.site, 'GET', `issue/${key}/changelog`);
  const { values } = body as { values: { items: { field: string }[] }[] };
  return values.flatMap(({ items }) => items).filter(({ field }) => field === 'status').length;
}
