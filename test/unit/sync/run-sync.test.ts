import { describe, expect, test } from '@jest/globals';
import { asReason } from '../../../src/reason';
import { createLinkStore } from '../../../src/links/link-store';
import {
  lens,
  pillar,
  practice,
  question,
  review,
  smallReview,
  withPractices,
  withRisk,
  WORKLOAD_ARN,
} from '../../builders/review';
import { DEFAULT_SETTINGS } from '../../builders/settings';
import { Site } from '../../builders/site';

const SMALL = smallReview(question('q1', 'HIGH', [practice('p1'), practice('p2')]), question('q2', 'MEDIUM'));

/** 60 Tasks and 60 Sub-tasks: more than one bulk create each. */
const LARGE = smallReview(
  ...Array.from({ length: 60 }, (_, nth) => question(`q${nth}`, 'HIGH', [practice('p1')])),
);

/** Everything that a run could have left behind. */
function traces(site: Site): unknown {
  return { writes: [...site.jira.writes], stored: new Map(site.kvs.values) };
}

describe('a first sync', () => {
  test('makes the tree in bulk creates of at most 50, and links it', async () => {
    const site = new Site(LARGE);
    const end = await site.sync();
    expect(end).toMatchObject({
      kind: 'applied',
      created: { epics: 1, tasks: 60, subtasks: 60 },
      failed: [],
    });
    expect(site.jira.writes).toEqual(['create 1', 'create 50', 'create 10', 'create 50', 'create 10']);
    expect(await site.linked()).toEqual(new Set(site.board.all().map(({ id }) => id)));
  });

  test('hangs each Sub-task under its own Task, although the answer of a bulk create has no order', async () => {
    const site = new Site(LARGE);
    await site.sync();
    for (const issue of site.board.all().filter(({ level }) => level === 'subtask')) {
      expect(site.board.get(issue.parentId!)?.property?.question).toBe(issue.property?.question);
    }
  });

  test('a second one writes nothing, in Jira or in storage', async () => {
    const site = new Site(LARGE);
    await site.sync();
    const { writes, values } = { writes: [...site.jira.writes], values: new Map(site.kvs.values) };
    const end = await site.sync();
    expect(end).toMatchObject({ kind: 'applied', created: { epics: 0, tasks: 0, subtasks: 0 }, failed: [] });
    expect(end.plan.unchanged).toBe(121);
    expect(site.jira.writes).toEqual(writes);
    for (const [key, value] of values) expect(site.kvs.values.get(key)).toBe(value);
  });

  test('a second one right after it finds everything, however far the index lags', async () => {
    const site = new Site(SMALL);
    site.jira.indexLagMs = 3_600_000;
    await site.sync();
    const count = site.board.all().length;
    await site.sync();
    expect(site.board.all()).toHaveLength(count);
  });

  test('with the store lost, Sub-tasks that the index does not show yet are found under their Tasks', async () => {
    const site = new Site(SMALL);
    await site.sync();
    site.kvs.values.clear();
    const shown = site.board.all().filter(({ level }) => level !== 'subtask');
    site.jira.search = () => Promise.resolve(shown.map(({ id }) => id));
    expect((await site.sync()).plan.changes).toEqual([]);
    expect((await site.linked()).size).toBe(5);
  });

  test('closes a question of risk NONE right after making it, and counts it', async () => {
    const site = new Site(smallReview(question('q1', 'NONE'), question('q2', 'HIGH')));
    site.settings = { ...DEFAULT_SETTINGS, scope: 'answered', selection: {} };
    const end = await site.sync();
    expect(end.tally.closed).toBe(1);
    expect(site.reports.at(-1)!.steps).toEqual([
      { step: 'creating-issues', done: 3, total: 3 },
      { step: 'closing-issues', done: 1, total: 1 },
    ]);
    expect((await site.sync()).plan.changes).toEqual([]);
    expect(site.jira.writes.filter((write) => write.startsWith('move'))).toHaveLength(1);
  });

  test('a person who reopens such an issue before the next sync is not overruled', async () => {
    const site = new Site(smallReview(question('q1', 'NONE')));
    site.settings = { ...DEFAULT_SETTINGS, scope: 'answered', selection: {} };
    await site.sync();
    const task = site.board.all().find(({ level }) => level === 'task')!;
    site.board.setStatus(task.id, 'indeterminate');
    const end = await site.sync();
    expect(end.plan.remarks.movedInJira).toHaveLength(1);
    expect(site.board.get(task.id)?.status.category).toBe('indeterminate');
  });

  test.each([['labels' as const], ['description' as const]])(
    'on a screen without %s the second sync plans nothing',
    async (field) => {
      const site = new Site(SMALL);
      site.jira.absentFields.push(field);
      expect((await site.sync()).failed).toEqual([]);
      expect((await site.sync()).plan.changes).toEqual([]);
    },
  );
});

describe('what stops a plan from being applied', () => {
  test('a preview writes nothing at all', async () => {
    const site = new Site(SMALL);
    const before = traces(site);
    const end = await site.preview();
    expect(end).toMatchObject({ kind: 'previewed', why: undefined, created: { epics: 0 } });
    expect(end.plan.changes).toHaveLength(5);
    expect(traces(site)).toEqual(before);
  });

  test('a preview and a sync plan the same', async () => {
    const site = new Site(SMALL);
    const { plan } = await site.preview();
    expect((await site.sync({ fingerprint: plan.fingerprint })).kind).toBe('applied');
  });

  test('another fingerprint: the plan is shown, nothing is applied', async () => {
    const site = new Site(SMALL);
    const shown = await site.preview();
    site.review = withRisk(SMALL, 'q2', 'HIGH');
    const before = traces(site);
    const end = await site.sync({ fingerprint: shown.plan.fingerprint });
    expect(end.kind).toBe('changed-since');
    expect(end.plan.fingerprint).not.toBe(shown.plan.fingerprint);
    expect(traces(site)).toEqual(before);
    expect((await site.sync({ fingerprint: end.plan.fingerprint })).kind).toBe('applied');
  });

  test('an implausible plan needs confirmation', async () => {
    const many = smallReview(
      question(
        'q1',
        'HIGH',
        Array.from({ length: 12 }, (_, nth) => practice(`p${nth}`)),
      ),
    );
    const site = new Site(many);
    await site.sync();
    site.review = withRisk(many, 'q1', 'NOT_APPLICABLE');
    const before = traces(site);
    const preview = await site.preview();
    const why = [{ code: 'closes-many', params: { moving: 13, there: 13 } }];
    expect(preview).toMatchObject({ kind: 'previewed', why });
    expect(await site.sync()).toMatchObject({ kind: 'refused', why });
    expect(traces(site)).toEqual(before);
    expect(await site.sync({ confirm: true })).toMatchObject({ kind: 'applied', tally: { closed: 13 } });
  });

  test('a project that cannot take the issues: every problem is named, nothing is written', async () => {
    const site = new Site(SMALL);
    site.jira.problems.set('WA', ['The field "Team" is required.', 'No sub-tasks.']);
    const before = traces(site);
    for (const end of [await site.preview(), await site.sync()]) {
      expect(end).toMatchObject({
        kind: 'blocked',
        why: ['The field "Team" is required.', 'No sub-tasks.'].map(asReason),
      });
    }
    expect(traces(site)).toEqual(before);
  });

  test('a project that takes no new issues does not stop what needs none', async () => {
    const site = new Site(SMALL);
    await site.sync();
    site.jira.problems.set('WA', ['The field "Team" is required.']);
    site.review = withPractices(SMALL, { p1: 'selected' });
    expect(await site.sync()).toMatchObject({ kind: 'applied', tally: { closed: 1 } });
  });

  test('a selection that names what the review does not have', async () => {
    const site = new Site(SMALL);
    const end = await site.sync({ options: { selection: { questionIds: ['q7'] }, recreate: false } });
    const params = { kind: 'question', name: 'q7', known: ['q1', 'q2'], count: 2 };
    expect(end).toMatchObject({ kind: 'blocked', why: [{ code: 'unknown-name', params }] });
    expect(site.jira.writes).toEqual([]);
  });

  test.each([
    ...([
      ['account', 'unknown'],
      ['search', 'unknown'],
      ['showOthers', 'unknown'],
    ] as const),
    ...([
      ['searchUnknown', 'linked'],
      ['fetch', 'linked'],
    ] as const),
  ])(
    'a call of %s that fails, where issues are %s: nothing is planned, let alone written',
    async (read, issues) => {
      const site = new Site(SMALL);
      if (issues === 'linked') await site.sync();
      const before = traces(site);
      Object.assign(site.jira, { [read]: () => Promise.reject(new Error('down')) });
      await expect(site.sync()).rejects.toThrow('down');
      expect(traces(site)).toEqual(before);
    },
  );
});

describe('what a run is limited to', () => {
  test('a selection leaves all else untouched, and the next run is whole again', async () => {
    const two = review([
      lens('main', [pillar('Security', [question('q1', 'HIGH')]), pillar('Cost', [question('q2', 'HIGH')])]),
    ]);
    const site = new Site(two);
    const only = { selection: { selectedPillars: [{ PillarId: 'cost' }] }, recreate: false };
    expect(await site.sync({ options: only })).toMatchObject({
      created: { epics: 1, tasks: 1, subtasks: 0 },
    });
    expect(await site.sync()).toMatchObject({ created: { epics: 0, tasks: 1, subtasks: 0 } });
  });

  test('issues of another workload are not ours, even where a search or a scan shows them', async () => {
    const site = new Site(SMALL);
    const strange = { v: 1, workload: `${WORKLOAD_ARN}0`, hash: 'x' } as const;
    site.board.create({ projectKey: 'WA', level: 'epic', summary: 'Other', property: strange });
    site.jira.search = () => Promise.resolve(['10001']);
    const end = await site.sync();
    expect(end).toMatchObject({ kind: 'applied', created: { epics: 1 } });
    expect(end.plan.remarks.outOfScope).toEqual([]);
    const { links } = await createLinkStore(site.kvs).load(WORKLOAD_ARN);
    expect([...links.values()].map(({ issueId }) => issueId)).not.toContain('10001');
  });
});
