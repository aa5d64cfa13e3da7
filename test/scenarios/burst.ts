/** Many cards of many workloads move within a minute, while other workloads are synced for the first time. */
import { manualClock } from '../../sandbox/clock';
import { type Limits, PLATFORM_LIMITS } from '../../sandbox/limits/table';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { readStatusBlock } from '../builders/status-block';
import { awsClient } from '../torture/clients';
import { linkMany } from './linked-many';
import type { Issue } from './open-site';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';

export interface Burst {
  /** Synced before, each with seven cards. */
  readonly workloads: number;
  readonly moves: number;
  readonly firstSyncs: number;
  /** Those that are not the platform's. */
  readonly limits?: Partial<Limits>;
}

export interface BurstEnd {
  /** From the last move until all notes tell what their cards say; Infinity: not within three hours. */
  readonly minutes: number;
  /** In words; empty where all is right. */
  readonly wrong: readonly string[];
  /** Turned away for a limit, and come again. */
  readonly refused: { readonly storage: number; readonly pushes: number; readonly jira: number };
  /** Units of storage: all together, and the most in a minute. */
  readonly storage: { readonly total: number; readonly peakRead: number; readonly peakWritten: number };
  /** What the platform gave up: lines of its log. */
  readonly dropped: readonly string[];
}

const STARTS_AT = Date.UTC(2026, 0, 5);
/** The app's calls take next to no time, so that much happens at once. */
const REPEATABLE = { callMs: 2, chance: 'burst', workers: 4 };
const MINUTE_MS = 60_000;
const ISSUES = 11;
const NOTHING_DONE: readonly (readonly [question: string, choices: string[]])[] = [
  ['keys', ['keys_no']],
  ['doors', ['doors_nothing']],
  ['runbooks', []],
];
const LONGEST = 180;
/** Of the board: the first to which a card can go, and the last. */
const STATUSES = ['In Progress', 'Done'] as const;
/** Between two first syncs before the burst: storage has room for each within its minute. */
const PACE_MS = 5_000;

/** Jira takes a hundred requests a second of an endpoint. */
const BETWEEN_MOVES_MS = 12;

interface Card {
  readonly workloadArn: string;
  readonly key: string;
}

/** @throws Error where what comes before the burst fails */
export async function runBurst({ workloads, moves, firstSyncs, limits = {} }: Burst): Promise<BurstEnd> {
  const site = await openReviewedSite({
    ...{ fastForward: false, clock: manualClock(STARTS_AT), repeatable: REPEATABLE, limits },
  });
  try {
    await site.run();
    const arns = await linkOpen(site, workloads + firstSyncs);
    // What that took of storage's minute is given back.
    await site.pass(MINUTE_MS);
    const [synced, later] = [arns.slice(0, workloads), arns.slice(workloads)];
    const paceMs = PACE_MS * (PLATFORM_LIMITS.storage / (limits.storage ?? PLATFORM_LIMITS.storage));
    for (const workloadArn of synced) await start(site, workloadArn, paceMs);
    await site.pass(MINUTE_MS);
    await switchOn(site);
    for (let poll = 0; poll < 6; poll += 1) await site.pass(5 * MINUTE_MS);
    const cards = await cardsOf(site, synced);
    site.site.host.resetCharges();
    const said = site.site.host.logs().length;
    for (const workloadArn of later) await start(site, workloadArn, 0);
    await move(site, cards, moves);
    const minutes = await untilRight(site, synced);
    const wrong = [...(await wrongNotes(site, synced)), ...(await wrongIssues(site, [...synced, ...later]))];
    return {
      ...{ minutes, wrong, refused: refusedOf(site), storage: storageOf(site) },
      dropped: site.site.host
        .logs()
        .slice(said)
        .filter((line) => line.includes(' dropped')),
    };
  } finally {
    await site.close();
  }
}

/** Every practice of each is open. */
async function linkOpen(site: ReviewedSite, count: number): Promise<readonly string[]> {
  const many = await linkMany(site, count);
  const { admin } = site.site.aws;
  admin.batch(() => {
    for (const { id } of many)
      for (const [question, SelectedChoices] of NOTHING_DONE)
        admin.setAnswer(id, site.lensAlias, question, { SelectedChoices });
  });
  return many.map(({ arn }) => arn);
}

async function start(site: ReviewedSite, workloadArn: string, ms: number): Promise<void> {
  await site.call('sync.start', { projectKey: 'WA', workloadArn, mode: 'sync' });
  if (ms > 0) await site.pass(ms);
}

async function switchOn(site: ReviewedSite): Promise<void> {
  const { settings } = await site.call('siteSettings.get', {}, JIRA_ADMIN);
  const automatic = { ...settings, issueManagementType: 'AUTO' };
  await site.call('siteSettings.save', { settings: automatic }, JIRA_ADMIN);
}

const workloadOf = ({ properties }: Issue) =>
  (properties['well-architected'] as { readonly workload?: string } | undefined)?.workload ?? '';

/** Sub-tasks, those of one workload after another. */
async function cardsOf(site: ReviewedSite, synced: readonly string[]): Promise<readonly Card[]> {
  const issues = await site.issues();
  return synced.flatMap((workloadArn) => {
    const own = issues.filter((issue) => workloadOf(issue) === workloadArn);
    if (own.length !== ISSUES) throw new Error(`${own.length} issues of ${workloadArn}`);
    const subtasks = own.filter(({ fields }) => fields.issuetype.hierarchyLevel < 0);
    return subtasks.map(({ key }) => ({ workloadArn, key }));
  });
}

/**
 * Each card goes to the next status each time that its turn comes. All go within a minute of the site's time, which
 * stands still but for that and for the app's calls.
 *
 * @throws Error where it took longer
 */
async function move(site: ReviewedSite, cards: readonly Card[], moves: number): Promise<void> {
  const until = site.site.clock.now() + MINUTE_MS;
  for (let nth = 0; nth < moves; nth += 1) {
    const card = cards[nth % cards.length];
    const round = Math.floor(nth / cards.length) % STATUSES.length;
    if (card) await moveTo(site, card.key, STATUSES[round] ?? 'Done');
    site.site.host.advanceClock(BETWEEN_MOVES_MS);
  }
  if (site.site.clock.now() > until) throw new Error('the moves took more than a minute');
}

async function moveTo({ site: { jira } }: ReviewedSite, key: string, status: string): Promise<void> {
  const ask = async (method: string, body?: object) => {
    const request = new Request(`http://site/rest/api/3/issue/${key}/transitions`, {
      ...{ method, headers: { 'content-type': 'application/json' } },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await jira.handle(request, { kind: 'user', accountId: PROJECT_ADMIN })).response;
  };
  const { transitions } = (await (await ask('GET')).json()) as {
    transitions: { id: string; to: { name: string } }[];
  };
  const id = transitions.find(({ to }) => to.name === status)?.id;
  const { status: answered } = await ask('POST', { transition: { id } });
  if (answered !== 204) throw new Error(`${key} did not move to ${status}: ${answered}`);
}

async function untilRight(site: ReviewedSite, synced: readonly string[]): Promise<number> {
  for (let minute = 1; minute <= LONGEST; minute += 1) {
    await site.pass(MINUTE_MS);
    if ((await wrongNotes(site, synced)).length === 0) return minute;
  }
  return Infinity;
}

async function wrongNotes(site: ReviewedSite, synced: readonly string[]): Promise<readonly string[]> {
  const issues = await site.issues();
  const wrong: string[] = [];
  for (const arn of synced) {
    const inAws = awsClient(site.site, arn.split('/')[1] ?? '', site.lensAlias);
    const own = issues.filter((issue) => workloadOf(issue) === arn);
    for (const [question] of NOTHING_DONE) {
      const done = own.filter(
        ({ fields, properties }) =>
          fields.issuetype.hierarchyLevel < 0 &&
          fields.status.statusCategory.key === 'done' &&
          (properties['well-architected'] as { readonly question?: string }).question === question,
      ).length;
      const told = readStatusBlock((await inAws.answerOf(question)).Notes)?.done;
      if (told !== done) wrong.push(`${arn} ${question}: ${String(told)} told, ${done} done`);
    }
  }
  return wrong;
}

async function wrongIssues(site: ReviewedSite, arns: readonly string[]): Promise<readonly string[]> {
  const issues = await site.issues();
  return arns.flatMap((arn) => {
    const { length } = issues.filter((issue) => workloadOf(issue) === arn);
    return length === ISSUES ? [] : [`${arn}: ${length} issues`];
  });
}

function storageOf({ site }: ReviewedSite): BurstEnd['storage'] {
  const { read, written } = site.host.charges().storage;
  return { total: read.total + written.total, peakRead: read.worstMinute, peakWritten: written.worstMinute };
}

function refusedOf({ site }: ReviewedSite): BurstEnd['refused'] {
  const { storage, queue } = site.host.charges();
  const jira = Object.values(site.charges()).flatMap((each) => Object.values(each.jira.refused));
  return {
    storage: storage.refused,
    pushes: queue.refused,
    jira: jira.reduce((sum, count) => sum + count, 0),
  };
}
