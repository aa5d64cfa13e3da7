/** What goes wrong between the app and AWS, as a person reads it: what, where, and what to do. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { DEFAULT_USER, DEFAULT_USER_ARN, REGION } from '../../sandbox/aws';
import type { ConnectionView } from './worded';
import { connect, deployRole, newAccount, testIt } from './connect';
import { openScenario, type Scenario } from './open-site';

const SMALL_LENS = path.join(__dirname, '../fixtures/lenses/small-lens.json');

type Admin = Scenario['site']['aws']['admin'];

interface Trouble {
  readonly name: string;
  /** `calls` is how often the app asks before it gives up. */
  readonly begin: (admin: Admin, connection: ConnectionView, calls: number) => void;
  readonly end?: (admin: Admin, connection: ConnectionView) => void;
  /** Each has to be in the message. */
  readonly words: readonly (string | RegExp)[];
}

const THROTTLED = { code: 'ThrottlingException', status: 429, message: 'Rate exceeded' };

/** The client asks four times, in each of the five deliveries that a run gets. */
const CALLS_OF_A_RUN = 20;
const CALLS_OF_A_TEST = 4;

const TROUBLES: readonly Trouble[] = [
  {
    name: 'an action is denied',
    begin: (_, connection) =>
      deployRole(scenario, connection, {
        account: connection.account ?? '',
        parameters: {
          WorkloadArns: `arn:aws:wellarchitected:us-east-1:${connection.account ?? ''}:workload/${'0'.repeat(32)}`,
        },
      }),
    end: (_, connection) => deployRole(scenario, connection, { account: connection.account ?? '' }),
    words: ['wellarchitected:GetWorkload', 'arn:aws:wellarchitected:', /"Action"|ReadReviews/],
  },
  {
    name: 'the role does not exist',
    begin: (admin, { roleArn = '' }) => admin.deleteRole(roleArn),
    end: (_, connection) => deployRole(scenario, connection, { account: connection.account ?? '' }),
    words: [/does not exist/, /shown in the connection/],
  },
  {
    name: 'the role wants another external id',
    begin: (_, connection) =>
      deployRole(scenario, connection, {
        account: connection.account ?? '',
        parameters: { ExternalId: 'f'.repeat(32) },
      }),
    end: (_, connection) => deployRole(scenario, connection, { account: connection.account ?? '' }),
    words: [/external ID/, /shown in the connection/],
  },
  {
    name: 'the access key was revoked',
    begin: (admin) => admin.deactivateAccessKey(DEFAULT_USER.accessKeyId),
    end: (admin) => admin.createAccessKey(DEFAULT_USER_ARN, DEFAULT_USER),
    words: [/access key/, /deleted, deactivated or revoked/],
  },
  {
    name: 'STS is switched off in the Region',
    begin: (admin) => admin.disableRegion(REGION),
    end: (admin) => admin.enableRegion(REGION),
    words: [REGION, /[Aa]ctivate/],
  },
  {
    name: 'AWS limits the rate',
    begin: (admin, _, times) => admin.failNext({ operation: 'GetWorkload', ...THROTTLED, times }),
    words: [/rate/, 'wellarchitected:GetWorkload', /later/],
  },
  {
    name: 'the tool is not in the Region',
    begin: (admin) => admin.withdrawService(REGION),
    end: (admin) => admin.restoreService(REGION),
    words: [`wellarchitected.${REGION}.amazonaws.com`, /does not offer/],
  },
];

let scenario: Scenario;
let connection: ConnectionView;
let workloadArn = '';
beforeAll(async () => {
  scenario = await openScenario();
  const account = newAccount();
  workloadArn = scenario.site.aws.admin.addWorkload({
    name: 'Troubled',
    lenses: ['wellarchitected'],
    account,
  }).arn;
  connection = await connect(scenario, { account });
  const link = { projectKey: 'WA', connectionId: connection.id, workloadArn };
  await scenario.call('workload.link', link);
});
afterAll(() => scenario.close());

describe('a sync that AWS refuses ends with words to act on', () => {
  test.each(TROUBLES)('$name', async ({ begin, end, words }) => {
    const { admin } = scenario.site.aws;
    begin(admin, connection, CALLS_OF_A_RUN);
    const { runId } = await scenario.call('sync.start', { projectKey: 'WA', workloadArn, mode: 'preview' });
    await scenario.site.host.idle();
    const run = await scenario.call('sync.run', { projectKey: 'WA', runId });
    end?.(admin, connection);
    expect(run.state).toBe('failed');
    for (const word of words) expect(run.message).toMatch(word);
    expect(run.message).not.toMatch(/\bat \S+\.(ts|js)/);
    expect(run.message).not.toMatch(/arn:aws:(iam|sts):/);
    expect(run.message).not.toContain(connection.externalId);
  });

  test.each(TROUBLES)(
    '$name: the test of the connection says the same and goes on',
    async ({ begin, end }) => {
      const { admin } = scenario.site.aws;
      begin(admin, connection, CALLS_OF_A_TEST);
      const tested = await testIt(scenario, connection.id);
      end?.(admin, connection);
      expect(tested.ok).toBe(false);
      for (const { reason } of tested.checks) expect(reason).toMatch(/\S/);
    },
  );

  test('and once it is mended, the same link syncs', async () => {
    const { runId } = await scenario.call('sync.start', { projectKey: 'WA', workloadArn, mode: 'preview' });
    await scenario.site.host.idle();
    const { message, state } = await scenario.call('sync.run', { projectKey: 'WA', runId });
    expect({ state, message }).toEqual({ state: 'done', message: undefined });
  });
});

describe("clocks that differ by more than AWS's five minutes", () => {
  test("are made up for: the app goes by AWS's time", async () => {
    scenario.site.aws.admin.skewClock(20 * 60_000);
    const tested = await testIt(scenario, connection.id);
    scenario.site.aws.admin.skewClock(0);
    expect(tested.checks.filter(({ result }) => result === 'failed')).toEqual([]);
  });

  test('and if AWS insists, said in words', async () => {
    const refusal = { code: 'RequestTimeTooSkewed', status: 403, message: 'skewed', times: 20 };
    scenario.site.aws.admin.failNext({ operation: 'GetWorkload', ...refusal });
    const { checks } = await testIt(scenario, connection.id);
    const [check] = checks.filter(({ what }) => what === 'wellarchitected:GetWorkload');
    expect(check?.reason).toMatch(/clock/);
  });
});

describe('a role that is deleted while a run is under way', () => {
  test.each([
    ['the answers are listed', 'GET', /\/answers\?/],
    ['an answer is written', 'PATCH', /\/answers\/[^/]+$/],
  ])('before %s is told as what it is: the access key is all right', async (_, verb, where) => {
    let isStanding = false;
    const deleted: Scenario = await openScenario({
      lensFiles: [SMALL_LENS],
      answered: 'none',
      beforeCall: ({ kind, url, method }) => {
        if (kind === 'aws' && method === verb && where.test(url) && isStanding) {
          isStanding = false;
          deleted.site.aws.admin.deleteStack({ stackName: 'jira-role' });
        }
        return Promise.resolve();
      },
    });
    isStanding = true;
    const run = await deleted.sync({ workload: 'Small Lens' });
    await deleted.close();
    const told = JSON.stringify([run.message, run.outcome?.failed]);
    expect(told).toMatch(/role was deleted/);
    expect(told).not.toMatch(/access key was deleted/);
  });
});
