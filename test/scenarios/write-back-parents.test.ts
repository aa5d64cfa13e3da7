/** Task and Epic follow their children in Jira where the settings say so; closing a parent touches no child. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { WORKLOAD } from './small-site';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';
import { choicesOf, notesOf, showAndRun } from './write-back-runs';

const KEYS = 'How do you keep keys?';
const DOORS = 'How do you close doors?';
const RUNBOOKS = 'How do you run the workload?';
const CHILDREN = {
  [KEYS]: ['Rotate keys', 'Scope keys', 'Audit the use of keys'],
  [DOORS]: ['Shut doors', 'Watch doors'],
  [RUNBOOKS]: ['Write runbooks', 'Try runbooks'],
};

let site: ReviewedSite;
let epic: string;

beforeEach(async () => {
  site = await openReviewedSite();
  await site.run();
  epic =
    (await site.issues()).find(({ fields }) => fields.issuetype.hierarchyLevel === 1)?.fields.summary ?? '';
}, 120_000);
afterEach(() => site.close());

async function finish(...tasks: readonly (keyof typeof CHILDREN)[]): Promise<void> {
  for (const title of tasks.flatMap((task) => CHILDREN[task])) await site.moveCard(title, 'Done');
}
const statuses = (...titles: readonly string[]) => Promise.all(titles.map((title) => site.statusOf(title)));
const movesOf = ({ shown }: Awaited<ReturnType<typeof showAndRun>>) =>
  shown.flatMap(({ kind, title }) => (kind === 'close' || kind === 'reopen' ? [`${kind} ${title}`] : []));

describe('where parents do not follow', () => {
  test('a Task and the Epic stay open when all below them is done', async () => {
    await finish(KEYS, DOORS, RUNBOOKS);
    expect(movesOf(await showAndRun(site))).toEqual([]);
    expect(await statuses(KEYS, DOORS, RUNBOOKS, epic)).toEqual(['To Do', 'To Do', 'To Do', 'To Do']);
  });

  test('a Task and an Epic that people close leave their children, the answers and the choices alone', async () => {
    await site.moveCard(KEYS, 'Done');
    await site.moveCard(epic, 'Done');
    const before = choicesOf(await site.answerOf('keys'));
    const run = await showAndRun(site);
    expect([movesOf(run), run.outcome.chosen]).toEqual([[], 0]);
    expect(await statuses(epic, KEYS, ...CHILDREN[KEYS], DOORS)).toEqual([
      ...['Done', 'Done'],
      ...['To Do', 'To Do', 'To Do', 'To Do'],
    ]);
    expect(choicesOf(await site.answerOf('keys'))).toEqual(before);
    expect(await notesOf(site, 'keys')).toMatch(/\[x\] Task \S+: Done\n/);
  });
});

describe('where parents follow', () => {
  beforeEach(() => site.save({ parentsFollow: true }));

  test('a Task closes with its last Sub-task, the Epic with its last Task, and both reopen', async () => {
    expect(epic).toContain(WORKLOAD);
    await finish(KEYS);
    expect(movesOf(await showAndRun(site))).toEqual([`close ${KEYS}`]);
    expect(await notesOf(site, 'keys')).toMatch(/\[x\] Task \S+: Done\n/);

    await finish(DOORS, RUNBOOKS);
    const all = movesOf(await showAndRun(site));
    const again = movesOf(await showAndRun(site));
    expect([...all, ...again].toSorted()).toEqual(
      [`close ${DOORS}`, `close ${RUNBOOKS}`, `close ${epic}`].toSorted(),
    );
    expect(await statuses(KEYS, DOORS, RUNBOOKS, epic)).toEqual(['Done', 'Done', 'Done', 'Done']);

    await site.moveCard('Rotate keys', 'In Progress');
    const reopened = movesOf(await showAndRun(site));
    const rest = movesOf(await showAndRun(site));
    expect([...reopened, ...rest].toSorted()).toEqual([`reopen ${KEYS}`, `reopen ${epic}`].toSorted());
    expect(await statuses(KEYS, epic, DOORS)).toEqual(['To Do', 'To Do', 'Done']);
    expect(await statuses('Scope keys', 'Rotate keys')).toEqual(['Done', 'In Progress']);
  }, 60_000);

  test('a Task that a person closes before its children is told and not undone; the children stay', async () => {
    await site.moveCard(KEYS, 'Done');
    const run = await showAndRun(site);
    expect([movesOf(run), run.outcome.movedInJira]).toMatchObject([
      [],
      [{ title: KEYS, code: 'done-in-jira' }],
    ]);
    expect(await statuses(KEYS, ...CHILDREN[KEYS])).toEqual(['Done', 'To Do', 'To Do', 'To Do']);
  });
});
