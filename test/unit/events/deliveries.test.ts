/** How EventBridge delivers: once and again, late, twice or never, and after a restart. */
import { describe, expect, it } from '@jest/globals';
import { createAws, type DeliveryFaults, frameworkLens } from '../../../sandbox/aws/index';
import { manualClock } from '../../../sandbox/clock';
import { openStore, type Store } from '../../../sandbox/store/store';
import { type Bridge, deployed, KEY, note, URL } from './bridge';

const HOUR = 3_600_000;

/** One change whose delivery is answered so; what happened by the end. */
async function answered(world: Bridge, ...answers: Bridge['answers']): Promise<void> {
  world.answers.push(...answers);
  await note(world.client, world.workloadId);
  expect(await world.aws.events.idle()).toBe(true);
}

async function advance(world: Bridge, ms: number): Promise<void> {
  world.clock.advance(ms);
  expect(await world.aws.events.idle()).toBe(true);
}

describe('a delivery', () => {
  it.each<[string, Bridge['answers'][number], 'again' | 'no more']>([
    ['answered 200', { status: 200 }, 'no more'],
    ['answered 202', { status: 202 }, 'no more'],
    ['answered 301', { status: 301 }, 'no more'],
    ['answered 400', { status: 400 }, 'no more'],
    ['answered 401', { status: 401 }, 'no more'],
    ['answered 404', { status: 404 }, 'no more'],
    ['answered 409', { status: 409 }, 'again'],
    ['answered 429', { status: 429 }, 'again'],
    ['answered 500', { status: 500 }, 'again'],
    ['answered 504', { status: 504 }, 'again'],
    ['not answered in time', 'silence', 'again'],
    ['answered 503, asking for no more', { status: 503, retryAfter: '-1' }, 'no more'],
  ])('%s', async (_what, answer, again) => {
    const world = deployed();
    await answered(world, answer);
    expect(world.sent).toHaveLength(1);
    await advance(world, 1000);
    expect(world.sent).toHaveLength(again === 'again' ? 2 : 1);
    expect(world.aws.events.waiting()).toEqual([]);
    expect(world.sent.every(({ body }) => body === world.sent[0]!.body)).toBe(true);
  });

  it('comes again more and more slowly, and not before its time', async () => {
    const world = deployed();
    await answered(world, ...Array<Bridge['answers'][number]>(4).fill({ status: 500 }));
    const after = async (ms: number) => (await advance(world, ms), world.sent.length);
    expect([await after(999), await after(1), await after(1999), await after(1)]).toEqual([1, 2, 2, 3]);
    expect([await after(3999), await after(1), await after(8000)]).toEqual([3, 4, 5]);
    expect(world.aws.events.waiting()).toEqual([]);
  });

  it('waits as long as Retry-After asks', async () => {
    const world = deployed();
    await answered(world, { status: 429, retryAfter: '120' });
    await advance(world, 119_000);
    expect(world.sent).toHaveLength(1);
    await advance(world, 1000);
    expect(world.sent).toHaveLength(2);
  });

  it('is given up after 24 hours', async () => {
    const world = deployed();
    await answered(world, ...Array<Bridge['answers'][number]>(300).fill({ status: 500 }));
    const since = world.clock.now();
    while (world.aws.events.waiting().length > 0) {
      await advance(world, world.aws.events.waiting()[0]!.dueAt - world.clock.now());
    }
    expect(world.clock.now() - since).toBeGreaterThan(23.5 * HOUR);
    expect(world.clock.now() - since).toBeLessThanOrEqual(24 * HOUR);
    expect(world.sent.length).toBeLessThanOrEqual(186);
    expect(world.aws.events.attempts().at(-1)?.verdict).toEqual({
      kind: 'dropped',
      why: 'answered 500, too long',
    });
  });

  it('a burst is not sent all at once, and all of it', async () => {
    const world = deployed();
    let [underWay, most] = [0, 0];
    world.aws.events.connect(async (request) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 1));
      underWay -= 1;
      world.sent.push(request);
      return { status: 200 };
    });
    for (const { id } of world.aws.admin.lenses()[0]!.pillars.flatMap(({ questions }) => questions)) {
      world.aws.admin.setAnswer(world.workloadId, 'wellarchitected', id, { Notes: 'n' });
    }
    expect(await world.aws.events.idle()).toBe(true);
    expect(world.sent).toHaveLength(57);
    expect(most).toBe(5);
  });
});

describe('deliveries on demand', () => {
  async function received(faults: DeliveryFaults, changes = 40): Promise<Bridge> {
    const world = deployed();
    world.aws.events.setFaults(faults);
    for (let number = 0; number < changes; number += 1) {
      world.aws.admin.setAnswer(world.workloadId, 'wellarchitected', 'priorities', { Notes: `${number}` });
    }
    await world.aws.events.idle();
    return world;
  }
  const ids = (world: Bridge) => world.bodies().map(({ id }) => id);

  it('doubled: each event comes twice, with one id', async () => {
    const world = await received({ duplicate: true });
    expect(ids(world)).toHaveLength(80);
    expect(new Set(ids(world)).size).toBe(40);
  });

  it('lost: about as many as were asked for, and the same ones for a seed', async () => {
    const [first, again, other] = [
      await received({ lose: 0.5, seed: 3 }),
      await received({ lose: 0.5, seed: 3 }),
      await received({ lose: 0.5, seed: 4 }),
    ];
    expect(ids(first).length).toBeGreaterThan(8);
    expect(ids(first).length).toBeLessThan(32);
    expect(ids(again)).toEqual(ids(first));
    expect(ids(other)).not.toEqual(ids(first));
    expect(ids(await received({ lose: 1 }))).toEqual([]);
  });

  it('late: nothing comes before its time', async () => {
    const world = await received({ delayMs: 5000 }, 2);
    expect(world.sent).toEqual([]);
    await advance(world, 5000);
    expect(world.sent).toHaveLength(2);
  });

  it('in another order: all come, some overtaken', async () => {
    const world = await received({ reorder: true });
    const inOrder = world.aws.events.waiting().map(({ eventId }) => eventId);
    for (let second = 0; second < 60; second += 1) await advance(world, 1000);
    expect(ids(world)).not.toEqual(inOrder);
    expect([...ids(world)].sort()).toEqual([...new Set([...ids(world)])].sort());
    expect(ids(world)).toHaveLength(40);
  });
});

describe('what is not sent', () => {
  it('anything while nobody is connected, and after a restart it comes', async () => {
    const store = openStore();
    const before = createAws({ store, clock: manualClock(1_700_000_000_000) });
    before.admin.deployEvents({ webTriggerUrl: URL, key: KEY });
    const lens = before.admin.publishLens(frameworkLens());
    const { id } = before.admin.addWorkload({ name: 'Sample', lenses: [lens.alias] });
    before.admin.setAnswer(id, 'wellarchitected', 'priorities', { Notes: 'n' });
    expect(await before.events.idle(20)).toBe(false);
    before.events.close();

    const after = createAws({ store, clock: manualClock(1_700_000_000_000) });
    const bodies: string[] = [];
    after.events.connect(({ body }) => {
      bodies.push(body);
      return Promise.resolve({ status: 200 });
    });
    expect(await after.events.idle()).toBe(true);
    expect(bodies).toHaveLength(1);
  });

  it('what was under way when the site ended comes again', async () => {
    const store = openStore();
    const world = deployed({ store });
    world.answers.push('silence');
    await note(world.client, world.workloadId);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(world.sent).toHaveLength(1);
    world.aws.events.close();
    const again = createAws({ store, clock: world.clock });
    const bodies: string[] = [];
    again.events.connect(({ body }) => {
      bodies.push(body);
      return Promise.resolve({ status: 200 });
    });
    await again.events.idle();
    expect(bodies).toEqual([world.sent[0]!.body]);
  });

  it.each<[string, (world: Bridge, store: Store) => void, string]>([
    ['the stack', ({ aws }) => aws.admin.deleteStack({ stackName: 'jira-events' }), 'gone'],
    [
      'the role',
      ({ aws }, store) => {
        const [role] = store.table<{ readonly arn: string }>('aws.iam.roles').values();
        aws.admin.deleteRole(role!.arn);
      },
      'the role does not allow it',
    ],
  ])('a retry, once %s is gone', async (_what, change, why) => {
    const store = openStore();
    const world = deployed({ store });
    await answered(world, { status: 500 });
    change(world, store);
    await advance(world, 1000);
    expect(world.sent).toHaveLength(1);
    const verdict = world.aws.events.attempts().at(-1)?.verdict;
    expect(verdict).toEqual({ kind: 'dropped', why: expect.stringContaining(why) });
  });
});
