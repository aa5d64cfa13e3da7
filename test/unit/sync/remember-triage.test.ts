/** What runs leave for triage: what is open in Jira once they have ended. */
import { describe, expect, test } from '@jest/globals';
import { createTriageStore } from '../../../src/triage/triage-store';
import { practice, question, smallReview, withPractices, WORKLOAD_ARN } from '../../builders/review';
import { Site } from '../../builders/site';
import { PROJECT_ID } from '../../builders/world';
import { LENS, ToldSite } from './write-back/told-site';

const SMALL = smallReview(
  question('q1', 'HIGH', [practice('p1'), practice('p2')]),
  question('q2', 'MEDIUM', [practice('p3')]),
);

async function listedIn(site: Site): Promise<readonly string[] | undefined> {
  const triaged = await createTriageStore(site.kvs).load(WORKLOAD_ARN);
  return triaged?.lenses.flatMap(({ pillars }) =>
    pillars.flatMap(({ questions }) =>
      questions.flatMap(({ title, risk, issues }) =>
        issues.map(([id, text]) => `${title}, ${risk}: ${text} ${site.board.get(id)?.property?.choice}`),
      ),
    ),
  );
}

const FIRST = [
  'Question q1, HIGH: Practice p1 p1',
  'Question q1, HIGH: Practice p2 p2',
  'Question q2, MEDIUM: Practice p3 p3',
];

const subtask = (site: Site, choice: string) => {
  const found = site.board.all().find(({ property }) => property?.choice === choice);
  if (!found) throw new Error(`${choice} has no issue`);
  return found;
};

describe('a sync leaves', () => {
  test('what it made, with risks and names, under the project', async () => {
    const site = new Site(SMALL);
    await site.sync();
    expect(await listedIn(site)).toEqual(FIRST);
    expect(await createTriageStore(site.kvs).load(WORKLOAD_ARN)).toMatchObject({
      projectId: PROJECT_ID,
      lenses: [{ name: 'Lens main', pillars: [{ label: 'security', name: 'Security' }] }],
    });
  });

  test('what is open in Jira, whoever closed the others', async () => {
    const site = new Site(SMALL);
    await site.sync();
    site.board.change(subtask(site, 'p3').id, { status: { id: '3', name: 'Done', category: 'done' } });
    site.review = withPractices(site.review, { p1: 'selected' });
    await site.sync();
    expect(await listedIn(site)).toEqual([FIRST[1]]);
  });

  test('nothing anew where nothing changed, and a preview leaves nothing', async () => {
    const site = new Site(SMALL);
    await site.preview();
    expect(await listedIn(site)).toBeUndefined();
    await site.sync();
    const written: string[] = [];
    const set = site.kvs.set.bind(site.kvs);
    site.kvs.set = (key, ...rest) => {
      written.push(key);
      return set(key, ...rest);
    };
    await site.sync();
    expect(written.filter((key) => key.startsWith('triage:'))).toEqual([]);
  });

  test('what it made by then, where an error ends it on the way', async () => {
    const site = new Site(SMALL);
    await site.sync();
    // A question of another risk has its issues updated, after a new best practice has got its issue.
    site.review = smallReview(
      question('q1', 'MEDIUM', [practice('p1'), practice('p2'), practice('p9')]),
      question('q2', 'MEDIUM', [practice('p3')]),
    );
    site.jira.update = () => Promise.reject(new Error('Jira is gone'));
    await expect(site.invoke(site.newRun())).rejects.toThrow('Jira is gone');
    expect(await listedIn(site)).toContain('Question q1, MEDIUM: Practice p9 p9');
  });
});

describe('the run of one question leaves', () => {
  test('that question as it is now, and the others as they were', async () => {
    const site = await ToldSite.told();
    const store = createTriageStore(site.kvs);
    const questions = ['q1', 'q2'].map((id) => ({
      ...{ id, title: `Question ${id}`, risk: 'HIGH' as const },
      issues: [['1', `${id} before`]] as [string, string][],
    }));
    const pillars = [{ label: 'security', name: 'Security', questions }];
    const before = { projectId: PROJECT_ID, lenses: [{ identity: LENS, name: 'Lens main', pillars }] };
    await store.save(WORKLOAD_ARN, before, undefined);
    site.move('done', 'q1/p1');
    await site.runQuestion('q1');
    expect(await site.triaged()).toEqual({ q2: ['q2 before'], q1: ['Practice p2'] });
  });

  test('nothing, and asks storage nothing, where a card moves from open to open', async () => {
    const site = await ToldSite.told();
    const asked: string[] = [];
    const get = site.kvs.get.bind(site.kvs);
    site.kvs.get = (key) => {
      asked.push(key);
      return get(key);
    };
    site.move('indeterminate', 'q1/p1');
    expect(await site.runQuestion('q1')).toMatchObject({ kind: 'ran' });
    expect(asked.filter((key) => key.startsWith('triage:'))).toEqual([]);
  });

  test('nothing where no run of the workload has left anything', async () => {
    const site = await ToldSite.told();
    site.move('done', 'q1/p1');
    await site.runQuestion('q1');
    expect(await createTriageStore(site.kvs).load(WORKLOAD_ARN)).toBeUndefined();
  });
});
