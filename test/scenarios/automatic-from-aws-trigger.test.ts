/** The web trigger that EventBridge calls: anybody on the internet can. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import type { EventSetup } from '../../src/contract';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;
let setup: EventSetup['parameters'];
/** As aws/events.yaml sends it. */
let genuine: string;

beforeAll(async () => {
  site = await openReviewedSite({ fastForward: false });
  await site.run();
  await site.save(AUTO);
  await site.rest();
  setup = await site.deployEvents();
  await site.answerInAws('doors', { SelectedChoices: ['doors_nothing'] });
  await site.pass(QUIET_MS);
  await site.pass(POLL_MS);
  await site.pass(QUIET_MS);
  genuine = site.site.aws.events.attempts()[0]?.body ?? '';
}, 120_000);

afterAll(() => site.close());

let looksBefore: number;
beforeEach(() => {
  site.site.clearRequests();
  looksBefore = looks();
});

/** The default quiet time, and a little. */
const QUIET_MS = 125_000;
const POLL_MS = 300_000;
const WRONG_KEY = 'canary-of-a-wrong-key-canary-of-a-wrong-key';

interface Knock {
  readonly method?: string;
  readonly url?: string;
  readonly key?: string | undefined;
  readonly body?: string;
}

async function knock({ method = 'POST', ...how }: Knock): Promise<number> {
  const { url = setup.WebTriggerUrl, body = another() } = how;
  const key = 'key' in how ? how.key : setup.WebTriggerKey;
  const headers = { 'content-type': 'application/json', ...(key && { 'x-well-architected-key': key }) };
  const { status } = await fetch(url, { method, headers, ...(method === 'GET' ? {} : { body }) });
  return status;
}

let ids = 0;
/** A genuine event that came never before, unless it says otherwise. */
function another(changes: Readonly<Record<string, unknown>> = {}): string {
  ids += 1;
  const id = `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  return JSON.stringify({ ...(JSON.parse(genuine) as object), id, ...changes });
}

function detail(changes: object): Readonly<Record<string, unknown>> {
  const { detail: given } = JSON.parse(genuine) as { detail: { requestParameters: object } };
  return { detail: { ...given, ...changes } };
}

describe('refused, and nothing is queued', () => {
  const REFUSED: readonly (readonly [string, number, () => Knock])[] = [
    ['a wrong key', 401, () => ({ key: WRONG_KEY })],
    ['no key', 401, () => ({ key: undefined })],
    [
      'the key for another connection',
      401,
      () => ({ url: setup.WebTriggerUrl.replace(/\w+$/u, '0'.repeat(16)) }),
    ],
    ['a wrong key with a body that is too large', 401, () => ({ key: WRONG_KEY, body: 'x'.repeat(70_000) })],
    ['a body that is too large', 413, () => ({ body: another({ more: 'x'.repeat(64 * 1024) }) })],
    ['a body that is no JSON', 400, () => ({ body: genuine.slice(1) })],
    ['an empty body', 400, () => ({ body: '' })],
    ['another kind of event', 400, () => ({ body: another({ source: 'aws.s3' }) })],
    [
      'a workload id that is none',
      400,
      () => ({ body: another(detail({ requestParameters: { WorkloadId: '../x' } })) }),
    ],
    ['the event of another account', 403, () => ({ body: another({ account: '999999999999' }) })],
    ['a Region that the connection does not have', 403, () => ({ body: another({ region: 'eu-west-1' }) })],
    ['a GET', 405, () => ({ method: 'GET' })],
    ['a PUT', 405, () => ({ method: 'PUT' })],
  ];

  test.each(REFUSED)('%s: %d', async (_, status, how) => {
    expect(await knock(how())).toBe(status);
    expect(looks()).toBe(looksBefore);
  });
});

describe('taken', () => {
  test('an event is answered while its work waits for the quiet time; then one round looks', async () => {
    const body = another();
    expect(await knock({ body })).toBe(202);
    expect(looks()).toBe(looksBefore + 1);
    expect(site.appCalls()).toEqual([]);
    await site.pass(QUIET_MS);
    expect(rounds()).toBe(1);
    expect(await knock({ body })).toBe(202);
    await site.pass(QUIET_MS);
    expect([looks(), rounds()]).toEqual([looksBefore + 1, 1]);
  });

  test('an event that comes twice at once starts one round', async () => {
    const body = another();
    expect(await Promise.all([knock({ body }), knock({ body })])).toEqual([202, 202]);
    await site.pass(QUIET_MS);
    await site.pass(QUIET_MS);
    expect(rounds()).toBe(1);
  });

  test.each([
    [
      'a workload that is not linked',
      { requestParameters: { WorkloadId: '0'.repeat(32), QuestionId: 'doors' } },
    ],
    ['what the app did itself', undefined],
  ])('%s starts nothing', async (_, changes) => {
    const issuer = { sessionContext: { sessionIssuer: { arn: setup.RoleArn } } };
    const body = another(detail(changes ?? { userIdentity: issuer }));
    expect(await knock({ body })).toBe(202);
    expect(looks()).toBe(looksBefore);
  });
});

describe('the key', () => {
  test('a new one ends the one before', async () => {
    const { WebTriggerKey: before } = setup;
    const connectionId = setup.WebTriggerUrl.split('/').pop();
    ({ parameters: setup } = await site.call('connection.enableEvents', { connectionId }, JIRA_ADMIN));
    expect([await knock({ key: before }), await knock({})]).toEqual([401, 202]);
    await site.pass(QUIET_MS);
  });

  test('switched off, events that still come are refused and start nothing', async () => {
    const connectionId = setup.WebTriggerUrl.split('/').pop();
    const { eventsSince } = await site.call('connection.disableEvents', { connectionId }, JIRA_ADMIN);
    expect(eventsSince).toBeUndefined();
    site.site.clearRequests();
    await site.answerInAws('keys', { SelectedChoices: ['keys_rotated'] });
    await site.pass(0);
    expect(await knock({})).toBe(401);
    expect(site.site.aws.events.attempts().at(-1)?.verdict).toMatchObject({ why: 'answered 401' });
    expect(looks()).toBe(looksBefore);
  });

  test('leaves the app once, in the answer to who made it, and a wrong one never', () => {
    const left = site.site.host.emitted();
    const { WebTriggerKey: key } = setup;
    expect(left.filter(({ text }) => text.includes(key)).map(({ kind }) => kind)).toEqual(['result']);
    expect(left.filter(({ text }) => text.includes(WRONG_KEY))).toEqual([]);
    expect(JSON.stringify(site.site.host.logs())).not.toContain(key);
  });
});

/** A round reads the answers of the one lens once. */
function rounds(): number {
  return site.appCalls().filter((call) => call === 'ListAnswers').length;
}

/** How often a question was queued to be looked at because of an event of AWS. */
function looks(): number {
  const queued = site.site.host.emitted().filter(({ kind }) => kind === 'event');
  return queued.filter(({ text }) => /"change":\{"direction":"aws",[^}]*"question"/u.test(text)).length;
}
