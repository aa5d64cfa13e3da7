/** What is not found: gone, hidden or overlooked. */
import { describe, expect, test } from '@jest/globals';
import type { AnyIssue, Identity } from '../../../src/jira/model';
import { identityKey } from '../../../src/jira/ownership';
import type { Link } from '../../../src/review-entries/link';
import { askForAbsent } from '../../../src/sync/absent-issues';
import { practice, question, smallReview } from '../../builders/review';
import { Site } from '../../builders/site';

const EPIC: Identity = { workload: 'w' };
const task = (nth: number): Identity => ({ workload: 'w', lens: 'l', question: `q${nth}` });
const subtask = (nth: number, choice: string): Identity => ({ ...task(nth), choice });

function linksOf(identities: readonly Identity[], known: readonly Identity[]): ReadonlyMap<string, Link> {
  const marked = new Set(known.map(identityKey));
  return new Map(
    identities.map((identity) => {
      const key = identityKey(identity);
      return [key, { identity, issueId: key, ...(marked.has(key) ? { notFound: 0 } : {}) } as Link];
    }),
  );
}

/** An Epic, so many Tasks, two Sub-tasks each. */
function tree(tasks: number): readonly Identity[] {
  const all = Array.from({ length: tasks }, (_, nth) => nth);
  return [EPIC, ...all.flatMap((nth) => [task(nth), subtask(nth, 'a'), subtask(nth, 'b')])];
}

interface Case {
  readonly linked: readonly Identity[];
  readonly absent: readonly Identity[];
  /** Jira answers 200 for these after all. */
  readonly there?: readonly Identity[];
  readonly told?: readonly Identity[];
  /** An earlier run that went on did not find these. */
  readonly known?: readonly Identity[];
}

async function ask({ linked, absent, there = [], told = [], known = [] }: Case) {
  const asked: string[] = [];
  const missing = new Set(absent.map(identityKey));
  const read = linked.map(identityKey).filter((key) => !missing.has(key));
  const answer = await askForAbsent(
    linksOf(linked, known),
    read.map((id) => ({ id }) as AnyIssue),
    {
      jira: {
        isThere(id) {
          asked.push(id);
          return Promise.resolve(there.map(identityKey).includes(id));
        },
      },
      deletedIssues: { has: (id) => Promise.resolve(told.map(identityKey).includes(id)) },
    },
  );
  return { ...answer, asked };
}

describe('issues that Jira does not answer with', () => {
  test('nothing is absent: nothing is asked', async () => {
    expect(await ask({ linked: tree(30), absent: [] })).toMatchObject({ asked: [], many: undefined });
  });

  test('a Task goes with its Sub-tasks, and is asked for alone', async () => {
    const absent = [task(0), subtask(0, 'a'), subtask(0, 'b')];
    const { asked, gone, deleted, many } = await ask({ linked: tree(30), absent });
    expect(asked).toEqual([identityKey(task(0))]);
    expect(gone).toEqual(new Set(absent.map(identityKey)));
    expect([deleted.size, many]).toEqual([0, undefined]);
  });

  test('an Epic goes alone: its Tasks stay', async () => {
    const { gone } = await ask({ linked: tree(30), absent: [EPIC] });
    expect(gone).toEqual(new Set([identityKey(EPIC)]));
  });

  test('deleted is what Jira told so, and does not have', async () => {
    const absent = [task(0), subtask(0, 'a'), subtask(0, 'b'), subtask(1, 'a')];
    const { deleted } = await ask({ linked: tree(30), absent, told: [task(0), task(2)] });
    expect(deleted).toEqual(new Set([identityKey(task(0))]));
  });

  test('what Jira has after all was left out of its answer: the read was incomplete', async () => {
    const asked = ask({ linked: tree(30), absent: [task(0), task(1)], there: [task(1)] });
    await expect(asked).rejects.toMatchObject({ details: { code: 'incomplete-answer', retryable: true } });
  });

  test.each([
    ['20 Tasks of 200', 200, 20, false],
    ['21 Tasks of 200', 200, 21, true],
    ['half of a small review, and ten issues', 6, 3, false],
    ['more than half of it, and ten issues', 7, 4, true],
    ['all of a very small one', 3, 3, false],
  ])('%s: a mass deletion stops the run, and 20 at most are asked for', async (_, tasks, gone, isMass) => {
    const absent = tree(gone).slice(1);
    const { asked, many } = await ask({ linked: tree(tasks), absent });
    expect(many).toEqual(
      isMass ? { code: 'issues-gone', params: { gone: absent.length, there: 1 + 3 * tasks } } : undefined,
    );
    expect(asked).toHaveLength(Math.min(gone, 20));
  });

  test('one of a mass that Jira has after all: the answer was incomplete, and no mass deletion', async () => {
    const asked = ask({ linked: tree(30), absent: tree(30), there: [task(3)] });
    await expect(asked).rejects.toMatchObject({ details: { code: 'incomplete-answer' } });
  });

  test('what earlier runs did not find stops none, and what is found missing since is counted alone', async () => {
    const absent = tree(40).slice(1);
    const linked = tree(50);
    expect((await ask({ linked, absent, known: absent })).many).toBeUndefined();
    const { many } = await ask({ linked, absent: tree(45).slice(1), known: absent });
    expect(many).toBeUndefined();
    expect((await ask({ linked, absent, known: absent.slice(0, 30) })).many?.params).toMatchObject({
      gone: 90,
    });
  });

  test('of many, each has its turn at being asked for', async () => {
    const linked = tree(50);
    let links = linksOf(linked, []);
    const turns: string[] = [];
    for (let run = 0; run < 3; run++) {
      const { gone, notFound } = await askForAbsent(links, [], {
        jira: { isThere: () => Promise.resolve(false) },
        deletedIssues: { has: () => Promise.resolve(false) },
      });
      turns.push(...[...gone].filter((key) => !turns.includes(key)));
      links = new Map([...links].map(([key, link]) => [key, { ...link, notFound: notFound.get(key)! }]));
    }
    expect(new Set(turns)).toEqual(new Set(linked.map(identityKey)));
  });
});

describe('a run', () => {
  const REVIEW = smallReview(
    ...Array.from({ length: 12 }, (_, nth) => question(`q${nth}`, 'HIGH', [practice(`p${nth}`)])),
  );

  async function synced(): Promise<Site> {
    const site = new Site(REVIEW);
    await site.sync();
    site.jira.writes.length = 0;
    return site;
  }

  test('from which all issues are hidden stops, says so, and makes nothing again, also when it is asked to', async () => {
    const site = await synced();
    for (const { id } of site.board.all()) site.jira.hidden.add(id);
    for (const recreate of [false, true]) {
      const options = { selection: {}, recreate };
      const end = await site.sync({ options });
      expect([end.kind, end.why?.map(({ code }) => code)]).toEqual(['refused', ['issues-gone']]);
    }
    expect(site.jira.writes).toEqual([]);
  });

  test('makes again what Jira does not have, with the warning that hidden looks alike', async () => {
    const site = await synced();
    const [first] = site.board.all().filter(({ level }) => level === 'task');
    site.board.delete(first!.id);
    const options = { selection: {}, recreate: true };
    const shown = await site.preview({ options });
    expect(shown.notices.map(({ title, code }) => [title, code])).toEqual([
      ['Question q0', 'made-again'],
      ['Practice p0', 'made-again'],
    ]);
    const end = await site.sync({ options, fingerprint: shown.plan.fingerprint });
    expect(end.created).toEqual({ epics: 0, tasks: 1, subtasks: 1 });
    expect((await site.sync({ options })).plan.changes).toEqual([]);
  });
});
