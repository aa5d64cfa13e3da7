import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { identityKey } from '../../../src/jira/ownership';
import { IN_FLIGHT_SECONDS } from '../../../src/sync/lost-creates';
import type { Review } from '../../../src/wellarchitected/model';
import { lens, pillar, practice, question, review } from '../../builders/review';
import { DEFAULT_SETTINGS } from '../../builders/settings';
import { killAt, Killed, Site, type Tap } from '../../builders/site';

const SETTLED = (IN_FLIGHT_SECONDS + 1) * 1000;

/** Two pillars; 54 Tasks need two bulk creates. Some are made and closed at once. */
const FIRST = reviewOf('HIGH', 'open', '');
/** Titles, risks, practices and questions have changed. */
const THEN = reviewOf('NOT_APPLICABLE', 'selected', ' (renamed)', [
  question('later', 'HIGH', [practice('p9')]),
]);

/** 54 Tasks need two bulk creates. */
const BULK = reviewOf(
  'HIGH',
  'open',
  '',
  Array.from({ length: 50 }, (_, nth) => question(`bulk${nth}`, 'MEDIUM')),
);

function reviewOf(
  risk: 'HIGH' | 'NOT_APPLICABLE',
  state: 'open' | 'selected',
  suffix: string,
  more: readonly ReturnType<typeof question>[] = [],
): Review {
  return review([
    lens('main', [
      pillar('Security', [
        question('q1', risk, [practice('p1'), practice('p2')]),
        question('q2', 'HIGH', [practice('p3', state), practice('p4')], { title: `Question q2${suffix}` }),
        ...more,
      ]),
      pillar('Cost', [question('q3', 'NONE'), question('q4', 'NONE', [practice('p5', state)])]),
    ]),
  ]);
}

/** An index that shows nothing in time, and a scope that closes some issues right after making them. */
function siteOf(review: Review): Site {
  const site = new Site(review);
  site.jira.indexLagMs = 86_400_000;
  site.settings = { ...DEFAULT_SETTINGS, scope: 'answered', selection: {} };
  return site;
}

type Scenario = () => Promise<Site>;
type Request = { readonly confirm: boolean };

const scenarios: readonly [words: string, start: Scenario, request: Request][] = [
  ['a first sync', () => Promise.resolve(siteOf(FIRST)), { confirm: false }],
  [
    'a sync that makes, edits, closes and reopens',
    async () => {
      const site = siteOf(FIRST);
      await site.sync();
      site.review = THEN;
      return site;
    },
    { confirm: true },
  ],
];

/** What a person sees on the board, whatever ids and keys it got. */
function picture(site: Site): readonly unknown[] {
  const name = (id: string | undefined) => {
    const property = id === undefined ? undefined : site.board.get(id)?.property;
    return property && identityKey(property);
  };
  return site.board
    .all()
    .map(({ id, parentId, level, summary, labels, status, property, projectKey }) => ({
      ...{ identity: name(id), parent: name(parentId), level, summary, projectKey },
      ...{ labels: [...labels].sort(), status: status.category, property },
    }))
    .sort((a, b) => ((a.identity ?? '') < (b.identity ?? '') ? -1 : 1));
}

async function expectWhole(site: Site, wanted: readonly unknown[]): Promise<void> {
  expect(picture(site)).toEqual(wanted);
  expect(await site.linked()).toEqual(new Set(site.board.all().map(({ id }) => id)));
  const writes = site.jira.writes.length;
  expect((await site.sync()).plan.changes).toEqual([]);
  expect(site.jira.writes).toHaveLength(writes);
}

async function uninterrupted(start: Scenario, request: Request) {
  const site = await start();
  let calls = 0;
  const end = await site.invoke(site.newRun(request), (_when, _call, nth) => (calls = nth));
  return { wanted: picture(site), calls, end };
}

/** Dying before a call is dying after the one before it, but where calls go out side by side. */
async function everywhere(
  [start, request]: readonly [Scenario, Request],
  goOn: (site: Site, run: ReturnType<Site['newRun']>) => Promise<void>,
  moments: readonly ('before' | 'after')[] = ['after'],
): Promise<void> {
  const { wanted, calls } = await uninterrupted(start, request);
  let deaths = 0;
  for (let k = 1; k <= calls; k++) {
    for (const when of moments) {
      const site = await start();
      const run = site.newRun(request);
      const death = await site.invoke(run, killAt(k, when)).catch((error: unknown) => error);
      if (!(death instanceof Killed)) continue;
      deaths += 1;
      site.time += SETTLED;
      try {
        await goOn(site, run);
        await expectWhole(site, wanted);
      } catch (error) {
        throw new Error(`${death.message}: ${String(error)}`, { cause: error });
      }
    }
  }
  expect(deaths).toBeGreaterThan(calls - 3);
}

describe.each(scenarios)('%s that dies', (_words, start, request) => {
  test('anywhere: the same run goes on to the same issues, none doubled, each linked, and counts them all', async () => {
    const { end } = await uninterrupted(start, request);
    await everywhere(
      [start, request],
      async (site, run) => {
        const { created } = await site.run(run);
        expect(created).toEqual(end.created);
      },
      ['before', 'after'],
    );
  });

  test('anywhere: a new run comes to the same issues, none doubled, each linked', async () => {
    await everywhere([start, request], async (site) => {
      await site.sync(request);
    });
  });

  test('anywhere: a run on one question in between changes nothing about that', async () => {
    await everywhere([start, request], async (site) => {
      await site.sync({ ...request, options: { selection: { questionIds: ['q1'] }, recreate: false } });
      await site.sync(request);
    });
  });

  test('again and again, at any moment: the same issues in the end', async () => {
    const { wanted, calls } = await uninterrupted(start, request);
    const anyDeath = fc.record({
      k: fc.integer({ min: 1, max: calls }),
      when: fc.constantFrom('before' as const, 'after' as const),
      waits: fc.constantFrom(0, 5_000, SETTLED),
      sameRun: fc.boolean(),
      lost: fc.constantFrom<'given' | 'lost'>('given', 'given', 'lost'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyDeath, { minLength: 2, maxLength: 5 }), async (deaths) => {
        const site = await start();
        let run = site.newRun(request);
        for (const { k, when, waits, sameRun, lost } of deaths) {
          site.jira.fates.splice(0, 1, { answer: lost });
          await site.invoke(run, killAt(k, when)).catch(() => undefined);
          site.time += waits;
          if (!sameRun) run = site.newRun(request);
        }
        await site.run(run);
        await site.sync(request);
        await expectWhole(site, wanted);
      }),
      { numRuns: 10 },
    );
  });
});

test('a first sync of several bulk creates that dies anywhere: no issue twice, and all of them counted', async () => {
  await everywhere([() => Promise.resolve(siteOf(BULK)), { confirm: false }], async (site, run) => {
    const { created } = await site.run(run);
    expect(created).toEqual({ epics: 1, tasks: 54, subtasks: 5 });
  });
});

test('a first sync that dies after making its Tasks, and its re-run anywhere: no issue twice', async () => {
  const start = () => siteOf(FIRST);
  const { wanted } = await uninterrupted(() => Promise.resolve(start()), { confirm: false });
  for (let k = 1, death: unknown = true; death; k++) {
    const site = start();
    const run = site.newRun();
    const creates = new Set<number>();
    const afterTasks: Tap = (when, call, nth) => {
      if (call === 'jira.create') creates.add(nth);
      if (creates.size === 2 && when === 'after') throw new Killed('killed after making the Tasks');
    };
    await expect(site.invoke(run, afterTasks)).rejects.toThrow(Killed);
    site.time += SETTLED;
    death = await site.invoke(run, killAt(k, 'after')).then(() => undefined, String);
    site.time += SETTLED;
    await site.sync();
    expect([death, picture(site)]).toEqual([death, wanted]);
    expect(k).toBeLessThan(100);
  }
});
