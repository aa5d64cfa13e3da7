import path from 'node:path';
import type { SiteClock } from '../../../sandbox/clock';
import { createKvs } from '../../../sandbox/forge/kvs/kvs';
import { readManifest } from '../../../sandbox/forge/manifest';
import { NO_LIMITS } from '../../../sandbox/limits/table';
import { openStore } from '../../../sandbox/store/store';

const PROJECT = path.join(__dirname, '..', '..', '..');

export interface Storage {
  readonly clock: SiteClock;
  /** From now on storage answers that it is overloaded. */
  fail(): void;
  /** Units of 10 KB that were read since it was asked last. */
  unitsRead(): number;
  stop(): void;
}

/**
 * The host's storage with the entities of the app's manifest, where the real @forge/kvs looks for it. It has no limits:
 * a property asks for more in a minute than an app may.
 */
export function startStorage(clock: SiteClock): Storage {
  const { entities } = readManifest(PROJECT);
  const { endpoint, meter } = createKvs({ store: openStore(), clock, entities, limits: NO_LIMITS });
  let failing = false;
  const fetchStorage = (_target: unknown, url: string, { body }: { body: string }): Promise<Response> => {
    const overloaded = { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'Rate limit exceeded' } };
    const answer = failing ? overloaded : endpoint(url, JSON.parse(body));
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return Promise.resolve(new Response(text, { status: answer.status }));
  };
  Reflect.set(globalThis, '__forge_fetch__', fetchStorage);
  return {
    clock,
    fail() {
      failing = true;
    },
    unitsRead() {
      const { total } = meter.charges().read;
      meter.reset();
      return total;
    },
    stop: () => void Reflect.deleteProperty(globalThis, '__forge_fetch__'),
  };
}
