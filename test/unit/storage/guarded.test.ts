/** Writes under a condition, on a storage whose answers get lost. */
import { ForgeKvsAPIError, type kvs } from '@forge/kvs';
import { describe, expect, test } from '@jest/globals';
import { createGuardedStorage, type Guarded } from '../../../src/storage/guarded';

const LOST = new TypeError('fetch failed');
const PATIENCE = { sleep: () => Promise.resolve(), jitter: () => 0 };

function refusal(code: string): ForgeKvsAPIError {
  const details = { status: 400, statusText: '', traceId: null, httpMethod: 'POST', httpPath: '/' };
  return new ForgeKvsAPIError({ ...details, responseBodyLength: 0 }, { code, message: 'refused' });
}

/** One guard. Of the writes whose place is in `lost` the answer is lost, after or before they were done. */
class OneGuard {
  writes = 0;
  constructor(
    public stands: Guarded | undefined,
    private readonly lost: ReadonlyMap<number, 'after' | 'before'>,
  ) {}

  private async write(condition: (stands: Guarded | undefined) => string | undefined, value: Guarded) {
    const fate = this.lost.get(this.writes++);
    if (fate === 'before') throw LOST;
    const unmet = condition(this.stands);
    if (unmet !== undefined) throw refusal(unmet);
    this.stands = value;
    if (fate === 'after') throw LOST;
    return Promise.resolve();
  }

  readonly kvs = {
    entity: () => ({
      get: () => Promise.resolve(this.stands),
      set: (_: string, value: Guarded) =>
        this.write((stands) => (stands ? 'KEY_CONFLICT' : undefined), value),
    }),
    transact: () => {
      let meant: readonly [Guarded, number] | undefined;
      const builder = {
        set: (_: string, value: Guarded, { conditions }: { conditions: unknown }) => {
          meant = [value, numberIn(conditions)];
          return builder;
        },
        execute: () => {
          const [value, number] = meant!;
          return this.write(
            (stands) => (stands?.number === number ? undefined : 'CONDITIONAL_CHECK_FAILED'),
            value,
          );
        },
      };
      return builder;
    },
  } as unknown as Pick<typeof kvs, 'entity' | 'transact'>;
}

/** The number that a filter asks for. */
function numberIn(conditions: unknown): number {
  const [found] = /(?<="values":\[)\d+/u.exec(JSON.stringify(conditions)) ?? [];
  return Number(found);
}

const OLD = { number: 1, until: 0 };
const NEW = { number: 2, until: 960 };

describe('a guard', () => {
  test.each([
    ['done, and its answer lost', new Map([[0, 'after' as const]]), OLD, true, NEW],
    ['lost on the way', new Map([[0, 'before' as const]]), OLD, true, NEW],
    ['refused', new Map(), { number: 7, until: 0 }, false, { number: 7, until: 0 }],
    [
      'lost, and somebody else was quicker',
      new Map([[0, 'before' as const]]),
      { number: 2, until: 5 },
      false,
      { number: 2, until: 5 },
    ],
  ])('whose replacement is %s', async (_, lost, stands, isDone, left) => {
    const it = new OneGuard(stands, lost);
    const storage = createGuardedStorage(it.kvs, PATIENCE);
    expect(await storage.replace({ key: 'lease:1', number: 1 }, NEW)).toBe(isDone);
    expect(it.stands).toEqual(left);
  });

  test.each([
    ['done, and its answer lost', new Map([[0, 'after' as const]]), undefined, true],
    ['refused', new Map(), OLD, false],
    ['refused by its like, at once', new Map(), NEW, false],
  ])('whose making is %s', async (_, lost, stands, isDone) => {
    const it = new OneGuard(stands, lost);
    expect(await createGuardedStorage(it.kvs, PATIENCE).create('lease:1', NEW)).toBe(isDone);
  });
});
