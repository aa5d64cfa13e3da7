/** Issues that the app made twice: the newer one may go, where nobody has touched it and a person says so. */
import { describe, expect, test } from '@jest/globals';
import { asReason } from '../../../src/reason';
import { UpstreamError } from '../../../src/upstream-error';
import { createIssueIndex } from '../../../src/links/issue-index';
import { TRACES } from '../../../src/jira/model';
import type { SyncRequest } from '../../../src/sync/ports';
import { CREATORS, type StoredIssue } from '../../builders/board';
import { practice, question, smallReview } from '../../builders/review';
import { Site } from '../../builders/site';

const REVIEW = smallReview(question('q1', 'HIGH', [practice('p1'), practice('p2')]));

/** As a person sees it, with the twins that they have removed. */
function seen(...keys: readonly string[]): Partial<SyncRequest> {
  const decided = keys.map((issueKey) => ({ kind: 'twin' as const, issueKey, take: true }));
  return { options: { selection: {}, recreate: false, proposals: { shown: true, decided } } };
}

/** Synced, and then Jira made one of them a second time. */
async function doubled(change: Partial<StoredIssue> = {}): Promise<{ site: Site; twin: StoredIssue }> {
  const site = new Site(REVIEW);
  await site.sync();
  const original = site.board.all().find(({ summary }) => summary === 'Practice p1');
  return { site, twin: site.board.create({ ...original!, ...change }) };
}

describe('a second issue of an item that has one', () => {
  test('is proposed, stays where nobody decided, and goes where a person said so', async () => {
    const { site, twin } = await doubled();
    const { plan, conflicts, notices } = await site.sync(seen());
    expect(plan.remarks.proposals).toMatchObject([
      { key: twin.key, code: 'twin', proposal: { kind: 'twin', taken: false } },
    ]);
    expect([conflicts, notices, site.board.get(twin.id)?.id]).toEqual([[], [], twin.id]);

    const preview = await site.preview(seen(twin.key));
    expect(preview.plan.fingerprint).not.toBe(plan.fingerprint);
    expect(site.board.get(twin.id)).toBeDefined();
    const end = await site.sync(seen(twin.key));
    expect([end.failed, end.notices.map(({ code }) => code)]).toEqual([[], ['twin-removed']]);
    expect(site.board.all()).toHaveLength(4);
    expect((await site.sync(seen())).plan).toMatchObject({ changes: [], remarks: { proposals: [] } });
  });

  test('is looked at and removed in no run whose plan nobody sees', async () => {
    const { site, twin } = await doubled();
    const calls: string[] = [];
    await site.invoke(site.newRun(), (_, call) => calls.push(call));
    expect(calls.filter((call) => /traces|remove/.test(call))).toEqual([]);
    expect(site.board.get(twin.id)).toBeDefined();
  });

  test.each(TRACES)('stays, whatever was decided, where it shows %s', async (trace) => {
    const { site, twin } = await doubled();
    site.jira.touched.set(twin.id, [trace]);
    const end = await site.sync(seen(twin.key));
    expect([end.plan.remarks.proposals, end.conflicts]).toMatchObject([
      [],
      [{ key: twin.key, code: 'twin-touched' }],
    ]);
    expect(site.board.get(twin.id)).toBeDefined();
  });

  test('stays where somebody touched it between the look and the deletion', async () => {
    const { site, twin } = await doubled();
    const end = await site.invoke(site.newRun(seen(twin.key)), (when, call) => {
      if (when === 'after' && call === 'jira.traces') site.jira.touched.set(twin.id, ['comment']);
    });
    expect(end.failed).toMatchObject([{ key: twin.key, code: 'twin-touched' }]);
    expect(site.board.get(twin.id)).toBeDefined();
  });

  test.each<[string, Partial<StoredIssue>]>([
    ['that a person made', { creator: CREATORS.person }],
    ['that another installation made', { creator: CREATORS.earlier }],
    ['of another title', { summary: 'Another' }],
    ['in another project', { projectKey: 'OPS' }],
    ['of another level', { level: 'task', parentId: undefined }],
  ])('is no twin: one %s', async (_, change) => {
    const { site, twin } = await doubled(change);
    const end = await site.sync(seen(twin.key));
    expect(end.plan.remarks.proposals).toEqual([]);
    expect(site.board.get(twin.id)).toBeDefined();
  });
});

test('of two that no link knows, the older one is the item', async () => {
  const { site, twin } = await doubled();
  site.kvs.values.clear();
  const { plan } = await site.preview(seen());
  expect(plan.remarks.conflicts.map(({ code }) => code)).toEqual(['doubled-identity', 'doubled-identity']);
  const end = await site.sync(seen(twin.key));
  expect([end.failed, end.conflicts]).toEqual([[], []]);
  expect(site.board.get(twin.id)).toBeUndefined();
  expect((await site.linked()).size).toBe(4);
});

test('an issue that the app knows as something else, and that says otherwise by now, is none', async () => {
  const { site, twin } = await doubled();
  const ref = { workloadArn: 'another', lens: 'l', question: 'q' };
  await createIssueIndex(site.kvs).put([
    { identity: { workload: 'another', lens: ref.lens, question: ref.question }, issueId: twin.id },
  ] as never);
  await site.sync(seen(twin.key));
  expect(site.board.get(twin.id)).toBeDefined();
});

describe('an Epic that was made twice', () => {
  test.each<[string, boolean]>([
    ['linked', true],
    ['not linked any more', false],
  ])('(%s) is told with both keys and what to do, and never deleted by the app', async (_, isLinked) => {
    const site = new Site(REVIEW);
    await site.sync();
    const epic = site.board.all().find(({ level }) => level === 'epic')!;
    const twin = site.board.create({ ...epic });
    if (!isLinked) site.kvs.values.clear();
    const end = await site.sync(seen(twin.key));
    expect([end.plan.remarks.proposals, site.board.get(twin.id)?.id]).toEqual([[], twin.id]);
    const told = end.conflicts.filter(({ code }) => code === 'twin-epic');
    expect(told).toMatchObject([
      { key: twin.key, params: { twin: { issueKey: twin.key }, of: { issueKey: epic.key } } },
    ]);
    expect(end.notices).toEqual([]);
  });

  test.each<[string, Partial<StoredIssue>]>([
    ['that a person made', { creator: CREATORS.person }],
    ['of another title', { summary: 'Another' }],
  ])('is none: one %s', async (_, change) => {
    const site = new Site(REVIEW);
    await site.sync();
    site.board.create({ ...site.board.all().find(({ level }) => level === 'epic')!, ...change });
    expect((await site.sync(seen())).conflicts).toEqual([]);
  });
});

test('what somebody writes while Jira asks to wait keeps it: traces are asked for anew before each try', async () => {
  const { site, twin } = await doubled();
  const traces = site.jira.traces.bind(site.jira);
  let asked = 0;
  site.jira.remove = () => {
    const details = { service: 'jira', code: '503', retryable: true } as const;
    return Promise.reject(new UpstreamError(asReason('Jira is down'), details));
  };
  site.jira.traces = (...args) => {
    asked += 1;
    return asked > 2 ? Promise.resolve(['comment']) : traces(...args);
  };
  const end = await site.sync(seen(twin.key));
  expect(end.failed).toMatchObject([{ key: twin.key, code: 'twin-touched' }]);
  expect(site.board.get(twin.id)).toBeDefined();
});
