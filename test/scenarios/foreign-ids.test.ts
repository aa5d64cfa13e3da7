/** Every id that a resolver takes, tried from another project by its own admin: nothing answers, nothing changes. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { REGION } from '../../sandbox/aws';
import type { Row } from '../../sandbox/forge/kvs/rows';
import { OUTSIDER, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import type { Contract } from '../../src/contract';
import { openSmallSite, type SmallSite } from './small-site';
import { storedIn } from './stored';

/** What is WA's, and what nobody has. */
interface Ids {
  readonly workloadArn: string;
  readonly otherArn: string;
  readonly runId: string;
  /** Of WA itself, and of the site, which serves WA and not OTHER. */
  readonly ownConnection: string;
  readonly siteConnection: string;
  readonly issueKey: string;
  readonly issueId: string;
  readonly unreadable: string;
}

type Attempts = (ids: Ids) => readonly object[];

const link: Attempts = ({ workloadArn, otherArn }) => [{ workloadArn }, { workloadArn: otherArn }];
const withLink =
  (more: object): Attempts =>
  (ids) =>
    link(ids).map((each) => ({ ...each, ...more }));
const run: Attempts = ({ runId }) => [{ runId }, { runId: 'no-such-run' }];
const own =
  (more: object = {}): Attempts =>
  ({ ownConnection, siteConnection }) =>
    [ownConnection, siteConnection, 'ffffffffffffffff'].map((connectionId) => ({ connectionId, ...more }));
const toLink: Attempts = ({ workloadArn, otherArn, ownConnection, siteConnection }) =>
  [workloadArn, otherArn].flatMap((arn) =>
    [ownConnection, siteConnection].map((connectionId) => ({ workloadArn: arn, connectionId })),
  );
const none: Attempts = () => [];

/**
 * Of each resolver of a project the payloads that name what is not the project's. A resolver without a row does not
 * compile.
 */
const ATTEMPTS: Readonly<Record<InProject, Attempts>> = {
  'projectConnection.list': none,
  'projectConnection.create': none,
  'projectConnection.update': own({ name: 'Taken' }),
  'projectConnection.test': own({ region: REGION }),
  'projectConnection.enableEvents': own(),
  'projectConnection.disableEvents': own(),
  'projectConnection.delete': own(),
  'workload.list': none,
  'workload.link': toLink,
  'workload.linkMany': (ids) => toLink(ids).map((each) => ({ workloads: [each] })),
  'workload.unlink': link,
  'workload.unlinkUnreadable': ({ unreadable }) => [{ id: unreadable }, { id: 'nothing' }],
  'workload.linked': none,
  'workload.overview': none,
  'workload.review': link,
  'workload.questions': withLink({ lensAlias: 'wellarchitected' }),
  'workload.recentChanges': link,
  'milestone.list': link,
  'milestone.save': withLink({ name: 'A name', token: 'a-token' }),
  'milestone.compare': withLink({ before: 1 }),
  'settings.get': link,
  'settings.save': withLink({ settings: { scope: 'all' } }),
  'project.preflight': none,
  'project.createScreens': none,
  'triage.list': none,
  'triage.rows': ({ issueId }) => [{ issueIds: [issueId] }],
  'triage.search': ({ workloadArn }) => [{ search: { workloads: [workloadArn] } }],
  'issue.panel': ({ issueKey, issueId }) => [{ issueKey }, { issueKey: issueId }],
  'sync.start': (ids) => [...withLink({ mode: 'sync' })(ids), ...withLink({ mode: 'preview' })(ids)],
  'sync.run': run,
  'sync.end': run,
  'sync.plan': (ids) => run(ids).map((each) => ({ ...each, page: 0 })),
  'projectAudit.list': none,
  'projectAudit.export': none,
  'projectAudit.check': none,
};

type InProject = {
  [N in keyof Contract]: Contract[N]['payload'] extends { projectKey: string } ? N : never;
}[keyof Contract];

/** Answers that are lists: what is not the project's is not among them. */
const EMPTY: Partial<Record<InProject, object>> = {
  'triage.rows': { rows: [] },
  'triage.search': { rows: [] },
};

let site: SmallSite;
let ids: Ids;

beforeAll(async () => {
  site = await openSmallSite();
  const { admin } = site.site.jira;
  admin.createProject({ key: 'OTHER', name: 'Another project', style: 'next-gen' });
  admin.grantRole('OTHER', 'administrators', OUTSIDER);
  admin.revokeRole('OTHER', 'administrators', PROJECT_ADMIN);
  await site.run();
  const [linked] = (await site.call('workload.linked', { projectKey: 'WA' })).workloads;
  const input = { projectKey: 'WA', name: 'Own', regions: [REGION], access: 'read-write' };
  const ownConnection = await site.call('projectConnection.create', input);
  const [issue] = await site.issues();
  if (!linked?.latestRun || !issue) throw new Error('nothing was synced');
  ids = {
    workloadArn: linked.workloadArn,
    otherArn: linked.workloadArn.replace(/.{8}$/, '00000000'),
    runId: linked.latestRun.runId,
    ownConnection: ownConnection.id,
    siteConnection: linked.connectionId,
    issueKey: issue.key,
    issueId: issue.id,
    unreadable: storedIn(site.site).keyOf('linked:').slice('linked:'.length),
  };
}, 120_000);
afterAll(() => site.close());

/** What is stored by key, but accounts of what was spent and the rosters that OTHER's people make by looking. */
function stored(): ReadonlyMap<string, string> {
  const rows = [...site.site.store.table<Row>('forge.kvs').entries()];
  const kept = rows.filter(([key]) => !/^(?:usage$|quota:|roster|site-url$)/.test(key));
  return new Map(kept.map(([key, { value }]) => [key, JSON.stringify(value)]));
}

function changedSince(before: ReadonlyMap<string, string>): readonly string[] {
  const after = stored();
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => before.get(key) !== after.get(key));
}

describe('what another project has', () => {
  test('the table has the resolvers of projects, and this many ids are tried', () => {
    const tried = Object.entries(ATTEMPTS).map(([resolver, attempts]) => ({ resolver, of: attempts(ids) }));
    const taking = tried.filter(({ of }) => of.length > 0);
    const count = taking.reduce((sum, { of }) => sum + of.length, 0);
    process.stdout.write(`${count} ids and pairs × ${taking.length} resolvers tried from another project\n`);
    expect(count).toBeGreaterThan(40);
  });

  test.each(Object.keys(ATTEMPTS) as InProject[])('%s neither answers nor changes', async (resolver) => {
    const before = stored();
    site.site.clearRequests();
    for (const attempt of ATTEMPTS[resolver](ids)) {
      const payload = { projectKey: 'OTHER', ...attempt };
      const answer = await site.site.host.invoke({ functionKey: resolver, payload, accountId: OUTSIDER });
      const expected = EMPTY[resolver];
      if (expected) expect(answer).toEqual({ ok: true, data: expected });
      else if (resolver === 'workload.linkMany')
        expect(answer).toMatchObject({ ok: true, data: { links: [{ why: NO_CONNECTION }] } });
      else expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
      // AWS's workload has a name that only its project knows.
      expect(JSON.stringify(answer)).not.toContain('Small Lens');
    }
    expect(await site.site.host.idle()).toBe(true);
    expect(site.site.requests().filter(({ service }) => service === 'aws')).toEqual([]);
    expect(changedSince(before)).toEqual([]);
  });
});

const NO_CONNECTION = { code: 'no-connection-for-workload' };
