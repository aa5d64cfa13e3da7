/** Which issues a run reads, and what it asks Jira for to know them. */
import { describe, expect, test } from '@jest/globals';
import { CREATORS, type StoredIssue } from '../../builders/board';
import { practice, question, smallReview } from '../../builders/review';
import { Site } from '../../builders/site';
import { down } from './synced-site';

const REVIEW = smallReview(question('q1', 'HIGH', [practice('p1'), practice('p2')]));

async function syncedSite(): Promise<Site> {
  const site = new Site(REVIEW);
  await site.sync();
  return site;
}

/** So many issues in the project that say they are one of ours. */
function plant(site: Site, count: number, change: Partial<StoredIssue> = {}): readonly StoredIssue[] {
  const original = site.board.all().find(({ property }) => property?.choice === 'p1')!;
  const { projectKey, level, summary, parentId, property } = original;
  const planted = { projectKey, level, summary, parentId, property, creator: CREATORS.person, ...change };
  return Array.from({ length: count }, () => site.board.create(planted));
}

/** What one preview asks Jira for, in order, and what it tells of others. */
async function preview(site: Site) {
  const asked: string[] = [];
  const run = site.newRun({ mode: 'preview' });
  const end = await site.invoke(run, (when, call) => {
    if (when === 'before' && call.startsWith('jira.')) asked.push(call.slice('jira.'.length));
  });
  const told = end.notices.filter(({ code }) => code === 'says-it-belongs').map(({ key }) => key);
  const more = end.notices.find(({ code }) => code === 'more-say-they-belong')?.params;
  return { asked, told, more, changes: end.plan.changes.length };
}

describe('a run of a workload whose issues are linked', () => {
  test('asks the index once, for nobody, and reads each issue', async () => {
    expect(await preview(await syncedSite())).toEqual({
      ...{ asked: ['searchUnknown', 'fetch'], told: [], more: undefined, changes: 0 },
    });
  });

  test.each([
    ['by people: nobody else is asked anything', CREATORS.person, []],
    ['by the account of an app: it asks whether that is its own', CREATORS.earlier, ['account']],
    ['by nobody that Jira knows', undefined, []],
  ])('reads along what is not linked, made %s', async (_words, creator, more) => {
    const site = await syncedSite();
    const planted = plant(site, 3, { creator });
    expect(await preview(site)).toMatchObject({
      asked: ['searchUnknown', 'fetch', ...more],
      told: planted.map(({ key }) => key).reverse(),
      changes: 0,
    });
  });

  test('tells the newest of many, however many that are', async () => {
    const site = await syncedSite();
    const planted = plant(site, 101);
    const { asked, told, more, changes } = await preview(site);
    expect([asked, changes]).toEqual([['searchUnknown', 'account', 'search', 'showOthers', 'fetch'], 0]);
    expect(told).toEqual(
      planted
        .slice(-20)
        .map(({ key }) => key)
        .reverse(),
    );
    expect(more).toEqual({ issues: 80, atLeast: 'yes' });
  });

  test('takes for its own what the app made and does not link', async () => {
    const site = await syncedSite();
    const [twin] = plant(site, 1, { creator: CREATORS.app });
    const options = { selection: {}, recreate: false, proposals: { shown: true, decided: [] } };
    const { plan } = await site.preview({ options });
    expect(plan.remarks.proposals).toMatchObject([{ key: twin!.key, code: 'twin' }]);
  });
});

describe('a run that knows no issue', () => {
  test('asks for those that the app made and what others did, and looks at the project meanwhile', async () => {
    const { asked } = await preview(new Site(REVIEW));
    expect(asked).toEqual(['account', 'profile', 'search', 'showOthers', 'fetch']);
  });

  test('asks for the project once, and once more where that failed', async () => {
    const site = new Site(REVIEW);
    const profile = site.jira.profile.bind(site.jira);
    const failures = [undefined, down()];
    let asked = 0;
    site.jira.profile = (id) => {
      asked += 1;
      const failure = failures.shift();
      return failure ? Promise.reject(failure) : profile(id);
    };
    for (const times of [1, 3]) {
      expect((await site.preview()).kind).toBe('previewed');
      expect(asked).toBe(times);
    }
  });
});
