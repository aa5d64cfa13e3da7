/** EventBridge's resources in stacks: made, changed, removed, refused. */
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import { describe, expect, it } from '@jest/globals';
import { ADMIN_USER, eventsTemplate } from '../../../sandbox/aws/index';
import { openStore, type Store } from '../../../sandbox/store/store';
import { stsOf } from '../../contract/aws/world';
import { type Bridge, bridge, deployed, KEY, note, URL } from './bridge';

const PARAMETERS = {
  RoleArn: 'arn:aws:iam::111122223333:role/WellArchitectedBacklog',
  WebTriggerUrl: URL,
  WebTriggerKey: KEY,
};

const ELSEWHERE = 'arn:aws:events:us-east-1:111122223333:api-destination/x';

const count = (store: Store) => ({
  events: store.table('aws.events.resources').size,
  roles: store.table('aws.iam.roles').size,
});

/** The template with one text in place of another; both must be what they seem. */
function changed(from: string, to: string): string {
  const template = eventsTemplate();
  expect(template.split(from)).toHaveLength(2);
  return template.replace(from, to);
}

describe('the stack of events.yaml', () => {
  const change = async (world: Bridge) => {
    await note(world.client, world.workloadId);
    expect(await world.aws.events.idle()).toBe(true);
    return world.sent.at(-1);
  };

  it('says the rule’s name and the header, and never the key', () => {
    const outputs = bridge().aws.admin.deployEvents({ webTriggerUrl: URL, key: KEY });
    expect(outputs).toEqual({
      RuleName: expect.stringMatching(/^jira-events-Rule-\w{12}$/u),
      HeaderName: 'x-well-architected-key',
      RoleArn: PARAMETERS.RoleArn,
    });
    expect(JSON.stringify(outputs)).not.toContain(KEY);
  });

  it('deployed again with another key and URL: the next event goes there', async () => {
    const world = deployed();
    const webTriggerUrl = 'https://other.example.invalid/x1/def';
    world.aws.admin.deployEvents({ webTriggerUrl, key: 'n'.repeat(40) });
    expect(await change(world)).toMatchObject({
      url: webTriggerUrl,
      headers: { 'x-well-architected-key': 'n'.repeat(40) },
    });
    expect(world.sent).toHaveLength(1);
  });

  it('two of them: each is told', async () => {
    const world = deployed();
    const webTriggerUrl = 'https://other.example.invalid/x1/def';
    world.aws.admin.deployEvents({ webTriggerUrl, key: KEY, stackName: 'second' });
    await change(world);
    expect(world.sent.map(({ url }) => url).sort()).toEqual([webTriggerUrl, URL].sort());
  });

  it('without rule and role: they go, the rest stays; deleted: all of it goes', async () => {
    const store = openStore();
    const world = deployed({ store });
    expect(count(store)).toEqual({ events: 3, roles: 1 });
    const [template = ''] = eventsTemplate().split('\n  DeliveryRole:');
    world.aws.admin.deployStack({ template, parameters: PARAMETERS, stackName: 'jira-events' });
    expect(count(store)).toEqual({ events: 2, roles: 0 });
    expect(await change(world)).toBeUndefined();
    world.aws.admin.deleteStack({ stackName: 'jira-events' });
    expect(count(store)).toEqual({ events: 0, roles: 0 });
  });

  it('a stack that is not there cannot be deleted', () => {
    expect(() => bridge().aws.admin.deleteStack({ stackName: 'nothing' })).toThrow('does not exist');
  });

  it('disabled: nothing is told', async () => {
    const world = bridge();
    const template = changed('State: ENABLED', 'State: DISABLED');
    world.aws.admin.deployStack({ template, parameters: PARAMETERS });
    expect(await change(world)).toBeUndefined();
  });

  it.each<[string, string, string]>([
    ['the role is for another destination', 'Resource: !GetAtt Destination.Arn', `Resource: ${ELSEWHERE}`],
    ['the role is for another action', 'events:InvokeApiDestination', 'events:PutEvents'],
    ['the role trusts another service', 'events.amazonaws.com', 'lambda.amazonaws.com'],
    [
      'the role is for rules of another account',
      'aws:SourceAccount: !Ref AWS::AccountId',
      'aws:SourceAccount: "444455556666"',
    ],
    [
      'the role is for rules of another Region',
      'events:${AWS::Region}:${AWS::AccountId}:rule/*',
      'events:eu-west-1:${AWS::AccountId}:rule/*',
    ],
    [
      'the role asks for what no service has',
      'aws:SourceAccount:',
      'aws:PrincipalOrgID: o-1\n                aws:SourceAccount:',
    ],
  ])('nothing is sent where %s', async (_what, from, to) => {
    const world = bridge();
    const template = changed(from, to);
    world.aws.admin.deployStack({ template, parameters: PARAMETERS });
    expect(await change(world)).toBeUndefined();
    expect(world.aws.events.attempts()).toMatchObject([
      { verdict: { kind: 'dropped', why: 'the role does not allow it' } },
    ]);
  });

  it('nobody else enters its role, and it gives nobody anything', async () => {
    const store = openStore();
    const world = deployed({ store });
    const [role] = store.table<{ readonly arn: string }>('aws.iam.roles').values();
    const enter = new AssumeRoleCommand({ RoleArn: role!.arn, RoleSessionName: 'run' });
    await expect(stsOf(world.handler, ADMIN_USER).send(enter)).rejects.toThrow('not authorized');
    await expect(stsOf(world.handler).send(enter)).rejects.toThrow('not authorized');
  });

  it.each<[string, string, string, RegExp]>([
    ['a bus', 'AWS::Events::Rule', 'AWS::Events::EventBus', /AWS::Events::EventBus \(Rule\)/],
    ['another authorization', 'API_KEY', 'BASIC', /the AuthorizationType BASIC/],
    ['a plain URL', '!Ref WebTriggerUrl', 'http://example.invalid/', /must be an https URL/],
    ['another method', 'HttpMethod: POST', 'HttpMethod: TRACE', /HttpMethod of Destination/],
    ['a rate of none', 'Second: 5', 'Second: 0', /InvocationRateLimitPerSecond of Destination/],
    ['a property', 'State: ENABLED', 'ScheduleExpression: rate(1 day)', /the property ScheduleExpression/],
    ['an operator', 'exists: false\n          #', 'suffix: x\n          #', /the operator suffix/],
    [
      'a queue for failures',
      'RoleArn: !GetAtt',
      'DeadLetterConfig: {}\n          RoleArn: !GetAtt',
      /DeadLetterConfig/,
    ],
    ['a path', '$.detail.eventName', '$.detail.*', /the path \$\.detail\.\*/],
    ['a connection that is not there', '!GetAtt Connection.Arn', 'arn:x', /Connection arn:x does not exist/],
    [
      'a target that is not there',
      'Arn: !GetAtt Destination.Arn\n          RoleArn',
      'Arn: arn:x\n          RoleArn',
      /The target arn:x/,
    ],
  ])('refuses by name, and changes nothing: %s', (_what, from, to, message) => {
    const store = openStore();
    const world = deployed({ store });
    const before = JSON.stringify([...store.table('aws.events.resources').values()]);
    const deploy = { template: changed(from, to), parameters: PARAMETERS, stackName: 'jira-events' };
    expect(() => world.aws.admin.deployStack(deploy)).toThrow(message);
    expect(JSON.stringify([...store.table('aws.events.resources').values()])).toBe(before);
  });

  it.each<[string, Partial<typeof PARAMETERS>, RegExp]>([
    ['a plain URL', { WebTriggerUrl: 'http://example.invalid/x' }, /the https URL/],
    ['a short key', { WebTriggerKey: 'short' }, /must be the key/],
    ['a role that is none', { RoleArn: 'arn:aws:iam::111122223333:user/x' }, /ARN of an IAM role/],
  ])('refuses as a parameter %s', (_what, wrong, message) => {
    const parameters = { ...PARAMETERS, ...wrong };
    expect(() => bridge().aws.admin.deployStack({ template: eventsTemplate(), parameters })).toThrow(message);
  });
});
