/** How often a resolver may be called: of whom, for how long, and what one site's calls cost another. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { QUOTAS, type Quota } from '../../../src/handlers/quotas';
import { createQuotas } from '../../../src/handlers/spend';
import { inWords } from '../../../src/in-words';
import type { Guard, Guarded } from '../../../src/storage/guarded';
import { StorageUnavailable } from '../../../src/storage/unavailable';
import type { Refusal } from '../../../src/refusal';
import { createQuotaStore } from '../../../src/usage/quota-store';
import { MemoryGuarded, NO_WAITS } from '../../builders/guarded';
import { MemoryKeyValues } from '../../builders/key-values';

const SITE = 'site-1';
const ofPerson = (accountId: string, site = SITE) => ({ accountId, site });
const ofProject = (id: string, accountId = 'anybody') => ({
  ...ofPerson(accountId),
  project: { id, key: id, name: id, archived: false },
});

class CountedGuarded extends MemoryGuarded {
  reads = 0;
  writes = 0;

  override get(key: string): Promise<unknown> {
    this.reads += 1;
    return super.get(key);
  }

  override create(key: string, value: Guarded): Promise<boolean> {
    this.writes += 1;
    return super.create(key, value);
  }

  override replace(guard: Guard, value: Guarded): Promise<boolean> {
    this.writes += 1;
    return super.replace(guard, value);
  }
}

/** A process. */
function opened(quota: Quota, guarded = new CountedGuarded(new MemoryKeyValues())) {
  const clock = { at: 1_000_000, now: () => clock.at };
  const table = { ...QUOTAS, 'settings.save': quota };
  const store = createQuotaStore({ guarded, patience: NO_WAITS, log: () => undefined });
  return { clock, guarded, spend: createQuotas(table, store, clock)('settings.save') };
}

const letIn = (calls: readonly PromiseSettledResult<void>[]) =>
  calls.filter(({ status }) => status === 'fulfilled').length;

const TWICE: Quota = { most: 2, seconds: 60, per: 'project', countedIn: 'storage' };
const IN_PROCESS: Quota = { ...TWICE, countedIn: 'process' };

describe.each([TWICE, IN_PROCESS])('twice a minute, counted in $countedIn', (quota) => {
  test('the third call is refused, with the time until the next, and then it is let in', async () => {
    const { spend, clock } = opened(quota);
    await spend(ofProject('1'));
    clock.at += 20_000;
    await spend(ofProject('1', 'somebody else'));
    const refused = await spend(ofProject('1')).catch((error: unknown) => error as Refusal);
    expect(refused).toMatchObject({ code: 'too-many', retryAfterSeconds: 40 });
    expect(inWords((refused as Refusal).reason)).toMatch(/2 times within a minute.*in 40 seconds\.$/);
    clock.at += 40_000;
    await expect(spend(ofProject('1'))).resolves.toBeUndefined();
  });

  test('what one project did leaves another its own', async () => {
    const { spend } = opened(quota);
    for (const id of ['1', '1', '2', '2']) await spend(ofProject(id));
    await expect(spend(ofProject('2'))).rejects.toMatchObject({ code: 'too-many' });
    await expect(spend(ofProject('3'))).resolves.toBeUndefined();
  });

  test('at once, no more are let in than one after the other', async () => {
    const { spend } = opened(quota);
    const calls = await Promise.allSettled(Array.from({ length: 20 }, () => spend(ofProject('1'))));
    expect(letIn(calls)).toBe(2);
  });

  test('a clock that goes back locks nobody out for longer than a window', async () => {
    const { spend, clock } = opened(quota);
    for (let n = 0; n < 2; n++) await spend(ofProject('1'));
    clock.at -= 3_600_000;
    await expect(spend(ofProject('1'))).resolves.toBeUndefined();
  });
});

test('another process knows what was counted in storage, for two keys a call', async () => {
  const first = opened(TWICE);
  for (let n = 0; n < 2; n++) await first.spend(ofProject('1'));
  expect([first.guarded.reads, first.guarded.writes]).toEqual([2, 2]);
  const second = opened(TWICE, first.guarded);
  await expect(second.spend(ofProject('1'))).rejects.toMatchObject({ code: 'too-many' });
  expect([first.guarded.reads, first.guarded.writes]).toEqual([3, 2]);
});

test('processes that count at once let in no more than one alone, however their calls of storage meet', () =>
  fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 5 }), async (scheduler, most) => {
      const guarded = new CountedGuarded(new MemoryKeyValues());
      guarded.get = scheduler.scheduleFunction(guarded.get.bind(guarded));
      guarded.create = scheduler.scheduleFunction(guarded.create.bind(guarded));
      guarded.replace = scheduler.scheduleFunction(guarded.replace.bind(guarded));
      const processes = Array.from({ length: 4 }, () => opened({ ...TWICE, most }, guarded));
      const calls = processes.flatMap(({ spend }) => [spend(ofProject('1')), spend(ofProject('1'))]);
      expect(letIn(await scheduler.waitFor(Promise.allSettled(calls)))).toBe(most);
    }),
    { numRuns: 60 },
  ));

test('a call that others are quicker than again and again is not let in, and does not say that the quota is spent', async () => {
  const { spend, guarded } = opened(TWICE);
  guarded.create = () => Promise.resolve(false);
  await expect(spend(ofProject('1'))).rejects.toBeInstanceOf(StorageUnavailable);
});

test('a count that cannot be read is kept by the process alone', async () => {
  const { spend, guarded } = opened(TWICE);
  await spend(ofProject('1'));
  for (const key of guarded.guards.keys()) guarded.guards.set(key, JSON.stringify({ v: 2, number: 'x' }));
  await expect(spend(ofProject('1'))).resolves.toBeUndefined();
  await expect(spend(ofProject('1'))).rejects.toMatchObject({ code: 'too-many' });
});

test('what is counted in the process alone asks no storage', async () => {
  const { spend, guarded } = opened(IN_PROCESS);
  await spend(ofProject('1'));
  expect([guarded.reads, guarded.writes]).toEqual([0, 0]);
});

test('one process serves several sites: the calls of one are none of another', async () => {
  const quota = { ...IN_PROCESS, per: 'person' } as const;
  const { spend } = opened(quota);
  for (let n = 0; n < 2; n++) await spend(ofPerson('same', 'site-1'));
  await expect(spend(ofPerson('same', 'site-1'))).rejects.toMatchObject({ code: 'too-many' });
  await expect(spend(ofPerson('same', 'site-2'))).resolves.toBeUndefined();
});

test('every resolver that changes something is counted in storage, and no reader is but of the audit log', () => {
  const changing =
    /\.(?:save|create|update|delete|serve|test|link|linkMany|unlink\w*|start|end|run|\w+(?:Risk|Events))$/;
  const reading = /^sync\.run$/;
  for (const [name, { countedIn, most, seconds }] of Object.entries(QUOTAS)) {
    const changes = changing.test(name) && !reading.test(name);
    const readsMuch = /^(?:audit|projectAudit)\./.test(name);
    expect([name, countedIn]).toEqual([name, changes || readsMuch ? 'storage' : 'process']);
    expect(most).toBeGreaterThan(0);
    expect(seconds % 60).toBe(0);
  }
  process.stdout.write(`${Object.keys(QUOTAS).length} resolvers with a quota each\n`);
});

test('one person who walks through the audit log leaves the site a third of what its storage reads in a minute', () => {
  const unitsOfCall = 60 + 10 * 7;
  for (const [name, { most, seconds, per }] of Object.entries(QUOTAS)) {
    if (!/^(?:audit|projectAudit)\./.test(name)) continue;
    expect(per).toBe('person');
    expect((most * unitsOfCall * 60) / seconds).toBeLessThanOrEqual((4000 * 2) / 3);
  }
});
