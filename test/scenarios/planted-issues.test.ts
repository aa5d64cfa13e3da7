/** Issues that say they belong to a review change neither its plan, nor what it costs, nor an answer in AWS. */
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, MEMBER } from '../../sandbox/jira/seed/users';
import { asPerson } from './open-site';
import {
  LEVELS,
  marksOf,
  openProjects,
  plant,
  PROJECTS,
  type LevelName,
  type Mark,
  type Where,
} from './planted-issues';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { choicesOf, show } from './write-back-runs';

const QUESTIONS = ['keys', 'doors', 'runbooks'];
const DONE_SELECTS = { resolveSelects: { implemented: [{ resolutionId: '10000' }], notApplicable: [] } };

let site: ReviewedSite | undefined;
let marks: readonly Mark[];
let first: Traces;
let second: Traces;
afterEach(async () => {
  await site?.close();
  site = undefined;
});

async function open(): Promise<ReviewedSite> {
  site = await openReviewedSite();
  openProjects(site);
  await site.link(site.workloadArn);
  await site.save(DONE_SELECTS);
  return site;
}

beforeAll(async () => {
  const clean = await open();
  first = await runTraces(clean);
  marks = await marksOf(clean);
  await selectOne(clean);
  second = await runTraces(clean);
  await clean.close();
}, 60_000);

async function selectOne(reviewed: ReviewedSite): Promise<void> {
  await reviewed.answerInAws('keys', {
    ChoiceUpdates: { keys_no: { Status: 'UNSELECTED' }, keys_rotated: { Status: 'SELECTED' } },
  });
}

interface Traces {
  readonly plan: readonly string[];
  /** With how many calls it made. */
  readonly done: string;
  readonly answers: readonly string[];
}

/** Keys, addresses and the checksums of both differ from site to site, and where somebody made issues. */
const neutral = (value: unknown) =>
  JSON.stringify(value)
    .replace(/http:[^\\s"\\\\]*/g, 'URL')
    .replace(/check [0-9a-f]{8}/g, 'CHECK')
    .replace(/\b[A-Z]+-\d+\b/g, 'KEY');

async function runTraces(reviewed: ReviewedSite): Promise<Traces> {
  const { shown } = await show(reviewed);
  const { created, closed, reopened, updated, chosen, notesWritten, unchanged, conflicts, failed, calls } =
    await reviewed.run();
  const counts = { created, closed, reopened, updated, chosen, notesWritten, unchanged, conflicts, failed };
  const answers = await Promise.all(QUESTIONS.map((id) => reviewed.answerOf(id)));
  return {
    plan: shown.map(neutral),
    done: neutral({ ...counts, calls }),
    answers: answers.map((answer) => neutral([choicesOf(answer), answer.Risk, answer.Notes])),
  };
}

const places = Object.keys(PROJECTS) as Where[];
const cases = places.flatMap((where) => LEVELS.map((level): [Where, LevelName] => [where, level]));

describe('planted before the first sync', () => {
  test.each(cases)('in the project that is %s: %s', async (where, level) => {
    const reviewed = await open();
    const planted = await plant(reviewed, marks, level, where);
    expect(await runTraces(reviewed)).toEqual(first);
    const { notices } = await reviewed.run();
    const told = notices.filter(({ code }) => code === 'says-it-belongs').map(({ key }) => key);
    expect(told.sort()).toEqual(where === 'linked' ? [...planted].sort() : []);
    for (const key of planted) {
      const { body } = await asPerson(reviewed.site, 'GET', `issue/${key}?fields=labels`, undefined, MEMBER);
      expect(body).toMatchObject({ fields: { labels: [] } });
    }
  });
});

describe('planted after the first sync, while AWS changed', () => {
  test.each(places)('in the project that is %s: at every level', async (where) => {
    const reviewed = await open();
    await reviewed.run();
    for (const level of LEVELS) await plant(reviewed, marks, level, where);
    await selectOne(reviewed);
    expect(await runTraces(reviewed)).toEqual(second);
  });
});

describe('issues that the app made, and people re-labelled', () => {
  /** A second workload, whose issues the app made in the project. */
  async function another(reviewed: ReviewedSite, projectKey: string): Promise<readonly string[]> {
    const { aws } = reviewed.site;
    const { arn } = aws.admin.addWorkload({ name: 'Another', lenses: [reviewed.lensAlias] });
    await reviewed.link(arn, projectKey);
    await reviewed.sync({ workload: arn, projectKey, scope: 'all' });
    const issues = await reviewed.issues(`issue.property[well-architected].workload = "${arn}"`);
    return issues.map(({ key }) => key);
  }

  async function relabel(reviewed: ReviewedSite, keys: readonly string[]): Promise<void> {
    for (const [nth, { property }] of marks.entries()) {
      const body = { ...property, workload: reviewed.workloadArn };
      const route = `issue/${keys[nth]}/properties/well-architected`;
      expect((await asPerson(reviewed.site, 'PUT', route, body, MEMBER)).status).toBe(200);
    }
  }

  test.each([
    ['the same project', 'WA'],
    ['another one', 'KAN'],
  ])('in %s, before the first sync: all issues are made', async (_, projectKey) => {
    const reviewed = await open();
    await relabel(reviewed, await another(reviewed, projectKey));
    const outcome = await reviewed.run();
    expect([outcome.created, outcome.conflicts]).toEqual([{ epics: 1, tasks: 3, subtasks: 7 }, []]);
  });

  test('of the workload itself: each stays what it was made as', async () => {
    const reviewed = await open();
    await reviewed.run();
    const { key } = await reviewed.issue('Rotate keys');
    const route = `issue/${key}/properties/well-architected`;
    const scoped = marks.find(({ title }) => title === 'Scope keys')?.property;
    await asPerson(reviewed.site, 'PUT', route, { ...scoped, workload: reviewed.workloadArn }, MEMBER);
    await selectOne(reviewed);
    const outcome = await reviewed.run();
    expect([outcome.created.subtasks, outcome.closed, outcome.conflicts]).toEqual([0, 1, []]);
    expect(await reviewed.statusOf('Rotate keys')).toBe('Done');
    const { body } = await asPerson(reviewed.site, 'GET', route);
    expect(body).toMatchObject({ value: { choice: 'keys_rotated' } });
  });
});

test('5,000 planted issues cost a run three calls and some 300 points more than none', async () => {
  const reviewed = await open();
  const spent = async () => {
    const before = pointsOf(reviewed);
    const { calls, notices } = await reviewed.run();
    return { calls, notices, points: pointsOf(reviewed) - before };
  };
  for (let runs = 0; runs < 2; runs++) await reviewed.run();
  const before = await spent();
  const [planted = ''] = await plant(reviewed, marks.slice(0, 1), 'Epic', 'linked');
  for (let copies = 0; copies < 4_999; copies++) reviewed.site.jira.admin.cloneIssue(planted, JIRA_ADMIN);
  const { calls, notices, points } = await spent();
  expect(calls).toEqual({ ...before.calls, jira: before.calls.jira + 3 });
  expect(points - before.points).toBeLessThan(400);
  expect(notices.filter(({ code }) => code === 'says-it-belongs')).toHaveLength(20);
  expect(notices.filter(({ code }) => code === 'more-say-they-belong')).toHaveLength(1);
}, 120_000);

/** That the app has spent in Jira. */
function pointsOf({ site: local }: ReviewedSite): number {
  return Object.values(local.charges()).reduce((sum, { jira }) => sum + jira.points.total, 0);
}
