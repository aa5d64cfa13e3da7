import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { manualClock } from '../../../sandbox/clock';
import { createRateLimits, type Asked } from '../../../sandbox/jira/limits/rate-limits';
import { limitsWith } from '../../../sandbox/limits/table';
import { create, openSite, type Answer } from './site';

function expectRefusal({ status, headers }: Answer, reason: string, seconds: number): void {
  expect(status).toBe(429);
  expect(Object.fromEntries(headers)).toMatchObject({
    'ratelimit-reason': reason,
    'retry-after': String(seconds),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': expect.stringMatching(/^\d{4}-.*Z$/),
  });
}

async function times(count: number, ask: () => Promise<Answer>): Promise<number[]> {
  const statuses: number[] = [];
  for (let nth = 0; nth < count; nth += 1) statuses.push((await ask()).status);
  return statuses;
}

describe('a burst', () => {
  test('of 100 reads of an endpoint in a second is all it takes, from anybody', async () => {
    const site = openSite();
    const app = site.as('the app');
    expect(new Set(await times(100, () => app.get('/serverInfo')))).toEqual(new Set([200]));
    expectRefusal(await site.as('member').get('/serverInfo'), 'jira-burst-based', 1);
    expect((await app.get('/myself')).status).toBe(200);
    site.clock.advance(999);
    expectRefusal(await app.get('/serverInfo'), 'jira-burst-based', 1);
    site.clock.advance(1);
    expect((await app.get('/serverInfo')).status).toBe(200);
  });

  test('of 50 edits, over all issues', async () => {
    const site = openSite();
    const member = site.as('member');
    const ids: string[] = [];
    for (let nth = 0; nth < 51; nth += 1) ids.push((await create(member, 'Task')).id);
    site.clock.advance(5000);
    let next = 0;
    const edit = () => member.put(`/issue/${ids[next++]}`, { fields: { summary: 'Other' } });
    expect(new Set(await times(50, edit))).toEqual(new Set([204]));
    expectRefusal(await edit(), 'jira-burst-based', 1);
  });
});

describe('writes of one issue', () => {
  test('are 20 in two seconds, by whatever name and way, and its making is the first', async () => {
    const site = openSite();
    const member = site.as('member');
    const { id, key } = await create(member, 'Task');
    const other = await create(member, 'Task');
    await times(10, () => member.put(`/issue/${id}`, { fields: { summary: 'Other' } }));
    await times(9, () => member.put(`/issue/${key}/properties/p`, { a: 1 }));
    expectRefusal(await member.put(`/issue/${id}/properties/p`, { a: 2 }), 'jira-per-issue-on-write', 2);
    expect((await member.get(`/issue/${id}/properties/p`)).at('value')).toEqual({ a: 1 });
    expect((await member.put(`/issue/${other.id}/properties/p`, { a: 1 })).status).toBe(201);
    site.clock.advance(2000);
    expect((await member.put(`/issue/${id}/properties/p`, { a: 2 })).status).toBe(200);
  });

  test('and 100 in thirty', async () => {
    const site = openSite();
    const member = site.as('member');
    const { id } = await create(member, 'Task');
    const write = () => member.put(`/issue/${id}/properties/p`, { a: 1 });
    let done = 1;
    for (let round = 0; round < 6; round += 1) {
      site.clock.advance(2000);
      done += (await times(20, write)).filter((status) => status < 300).length;
    }
    expect(done).toBe(100);
    expectRefusal(await write(), 'jira-per-issue-on-write', 18);
  });
});

test('a failure can be ordered that a gateway answers, without saying why or how long', async () => {
  const site = openSite();
  site.jira.admin.failNext({ operation: 'GET /rest/api/3/myself', times: 1, limit: 'gateway' });
  const { status, headers } = await site.as('the app').get('/myself');
  expect(status).toBe(429);
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect(headers.get('x-ratelimit-reset')).toMatch(/Z$/);
  expect([headers.get('retry-after'), headers.get('ratelimit-reason'), headers.get('ratelimit')]).toEqual([
    null,
    null,
    null,
  ]);
});

const OPERATIONS: readonly Pick<Asked, 'method' | 'operation' | 'body'>[] = [
  { method: 'GET', operation: 'GET /rest/api/3/issue/{issueIdOrKey}', body: undefined },
  { method: 'PUT', operation: 'PUT /rest/api/3/issue/{issueIdOrKey}', body: {} },
  { method: 'POST', operation: 'POST /rest/api/3/issue/bulk', body: { issueUpdates: [{}, {}, {}] } },
];

test('whatever is asked for, no window holds more than its limit', () => {
  const asks = fc.record({
    pass: fc.oneof(fc.nat({ max: 400 }), fc.nat({ max: 900_000 })),
    asked: fc.constantFrom(...OPERATIONS),
    issueId: fc.constantFrom('1', '2'),
  });
  fc.assert(
    fc.property(fc.array(asks, { maxLength: 120 }), (sequence) => {
      const clock = manualClock(0);
      const most = { points: 20, 'jira-get': 3, 'jira-put': 4, 'issue-writes': 2, 'issue-writes-long': 5 };
      const limits = createRateLimits(clock, limitsWith(most));
      const done: { at: number; operation: string; issueId: string }[] = [];
      for (const { pass, asked, issueId } of sequence) {
        clock.advance(pass);
        const request = { ...asked, issueId, spendsPoints: true };
        if (limits.admit(request) !== undefined) continue;
        done.push({ at: clock.now(), operation: asked.operation, issueId });
        limits.settle(request, { status: 200, body: {} });
      }
      const within = (ms: number, of: (call: (typeof done)[number]) => boolean) =>
        Math.max(
          0,
          ...done.map(({ at }) => done.filter((c) => of(c) && c.at >= at && c.at < at + ms).length),
        );
      expect(within(1000, ({ operation }) => operation.startsWith('GET'))).toBeLessThanOrEqual(3);
      expect(within(1000, ({ operation }) => operation.startsWith('PUT'))).toBeLessThanOrEqual(4);
      for (const id of ['1', '2']) {
        const writes = ({ operation, issueId }: (typeof done)[number]) =>
          issueId === id && !operation.startsWith('GET');
        expect(within(2000, writes)).toBeLessThanOrEqual(2);
        expect(within(30_000, writes)).toBeLessThanOrEqual(5);
      }
      expect(limits.charges().points.worstHour).toBeLessThanOrEqual(20);
    }),
  );
});
