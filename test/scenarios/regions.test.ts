/** Several Regions, several accounts, and the partition of AWS GovCloud (US). */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { roleTemplate, userTemplate } from '../../sandbox/aws';
import { connect, createConnection, enterRole, newAccount, testIt, viewOf } from './connect';
import { openScenario, outcomeOf, type Scenario } from './open-site';

let scenario: Scenario;
beforeAll(async () => {
  scenario = await openScenario();
});
afterAll(() => scenario.close());

const SMALL = { selectedPillars: [{ PillarId: 'sustainability' }] };

function addWorkload(account: string, region: string): string {
  const { admin } = scenario.site.aws;
  return admin.addWorkload({ name: `Of ${region}`, lenses: ['wellarchitected'], account, region }).arn;
}

test('a connection covers the Regions that it names: each is listed, tested and synced by itself', async () => {
  const account = newAccount();
  const arns = ['eu-central-1', 'ap-southeast-2'].map((region) => addWorkload(account, region));
  const elsewhere = addWorkload(account, 'eu-west-1');
  const regions = ['us-east-1', 'eu-central-1', 'ap-southeast-2'];
  const { id } = await connect(scenario, { account, regions });
  for (const region of regions.slice(1)) await testIt(scenario, id, region);
  expect((await viewOf(scenario, id)).tests.map(({ region, ok }) => [region, ok])).toEqual(
    regions.map((region) => [region, true]),
  );
  const { workloads } = await scenario.call('workload.list', { projectKey: 'WA' });
  const found = workloads.filter(({ connectionId }) => connectionId === id).map(({ arn }) => arn);
  expect(found.sort()).toEqual([...arns].sort());
  const link = { projectKey: 'WA', connectionId: id, workloadArn: elsewhere };
  await expect(scenario.call('workload.link', link)).rejects.toThrow(
    /covers us-east-1, eu-central-1, ap-southeast-2/,
  );
  const outcome = outcomeOf(await scenario.sync({ workload: arns[1] ?? '', scope: 'all', selection: SMALL }));
  expect(outcome.created.tasks).toBeGreaterThan(0);
});

test('one Region that does not answer hides no other', async () => {
  const account = newAccount();
  const arn = addWorkload(account, 'eu-north-1');
  const { id } = await connect(scenario, { account, regions: ['us-east-1', 'eu-north-1', 'sa-east-1'] });
  scenario.site.aws.admin.withdrawService('sa-east-1');
  const { workloads, problems } = await scenario.call('workload.list', { projectKey: 'WA' });
  scenario.site.aws.admin.restoreService('sa-east-1');
  expect(workloads.filter(({ connectionId }) => connectionId === id).map((found) => found.arn)).toEqual([
    arn,
  ]);
  expect(problems).toEqual([expect.stringMatching(/sa-east-1/)]);
});

test("an opt-in Region that only the customer's account has enabled: tested and synced", async () => {
  const account = newAccount();
  const region = 'me-south-1';
  const arn = addWorkload(account, region);
  const { id } = await connect(scenario, { account, regions: ['us-east-1', region] });
  const tested = await testIt(scenario, id, region);
  expect(tested.checks.filter(({ result }) => result !== 'ok')).toEqual([]);
  const run = await scenario.sync({ workload: arn, scope: 'all', selection: SMALL });
  expect(outcomeOf(run).created.tasks).toBeGreaterThan(0);
});

test('GovCloud: a user, a role and Regions of its own partition', async () => {
  const { admin } = scenario.site.aws;
  const account = newAccount();
  const region = 'us-gov-west-1';
  const created = await createConnection(scenario, { name: 'GovCloud', regions: [region] });
  expect(created.setup.trustedPrincipalArn).toBeUndefined();
  const { UserArn = '' } = admin.deployStack({
    template: userTemplate(),
    account,
    region,
    stackName: 'user',
  });
  expect(UserArn).toMatch(/^arn:aws-us-gov:iam::/);
  const key = {
    accessKeyId: 'AKIAGOVCLOUDUSER0000',
    secretAccessKey: 'gov/cloud/secret/of/forty/characters/000',
  };
  admin.createAccessKey(UserArn, key);
  await expect(scenario.call('accessKey.save', { partition: 'aws', ...key }, JIRA_ADMIN)).rejects.toThrow(
    /^upstream/,
  );
  await scenario.call('accessKey.save', { partition: 'aws-us-gov', ...key }, JIRA_ADMIN);
  const { setup } = await viewOf(scenario, created.id);
  const { RoleArn = '' } = admin.deployStack({
    template: roleTemplate(),
    parameters: setup.parameters,
    account,
    region,
    stackName: 'role',
  });
  await enterRole(scenario, created.id, RoleArn);
  const workloadArn = addWorkload(account, region);
  const tested = await testIt(scenario, created.id, region);
  expect(tested.checks.filter(({ result }) => result !== 'ok')).toEqual([]);
  const serves = [{ projectKey: 'WA' }];
  await scenario.call('connection.serve', { connectionId: created.id, serves }, JIRA_ADMIN);
  const run = await scenario.sync({ workload: workloadArn, scope: 'all', selection: SMALL });
  expect(outcomeOf(run).created.tasks).toBeGreaterThan(0);
});
