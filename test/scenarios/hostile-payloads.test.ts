/** Hostile payloads to every resolver, through the app's bundle: each is answered, and told apart from a failure. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Contract } from '../../src/contract';
import { ALSO_WITHOUT, payloadsFor, type There } from './hostile/payloads';
import { openTarget, type Answer, type Target } from './hostile/target';
import { change, changed, HOSTILE, pathsOf } from './hostile/values';
import { worded } from './worded';

/** How many payloads a resolver gets beside the hostile values alone; more of them: `HOSTILE_RUNS=500`. */
const RUNS = Number(process.env.HOSTILE_RUNS ?? 25);

let target: Target;
const counted = new Map<string, number>();

beforeAll(async () => {
  target = await openTarget();
}, 120_000);
afterAll(async () => {
  const told = [...counted].map(([name, times]) => `${times} ${name}`).join(', ');
  process.stdout.write(`Hostile payloads: ${told}\n`);
  await target.site.close();
});

/** Valid payloads that AWS refuses for what it knows: a key that is none, a token that stood for another name. */
const AWS_REFUSES: readonly (keyof Contract)[] = ['accessKey.save', 'connection.test', 'milestone.save'];

const ENDS = ['invalid', 'not-found', 'conflict', 'too-many', 'unauthorised'];

/** A member, a field of Jira by its id, or the page of a list that is asked for. */
const NAMED = /"field":"[^"]|^{"code":"field-|^{"code":"list-changed"/;

function judge(name: keyof Contract, answer: Answer | undefined): void {
  const end = answer === undefined ? 'too big' : answer.ok ? 'ok' : answer.error.code;
  counted.set(end, (counted.get(end) ?? 0) + 1);
  if (answer === undefined || answer.ok) return;
  const { code, reason } = answer.error;
  if (code === 'upstream' && AWS_REFUSES.includes(name)) return;
  if (!ENDS.includes(code)) throw new Error(`${name}: ${code}: ${worded(reason)}`);
  if (code === 'invalid') expect(JSON.stringify(reason)).toMatch(NAMED);
}

function without(payload: unknown, name: string): unknown {
  return changed(payload, { path: [name], what: '', of: () => undefined });
}

const RESOLVERS = Object.keys(
  payloadsFor({ fields: [], types: {} } as unknown as There),
) as (keyof Contract)[];

// Forge lets an installation, and a person, call so often a minute.
beforeEach(() => target.pass(61_000));

describe.each(RESOLVERS)('%s', (name) => {
  test('takes hostile values for its payload', async () => {
    for (const value of HOSTILE) judge(name, await target.send(name, value));
  });

  test('takes hostile members', async () => {
    const whole = target.payloads[name];
    // Whoever names no project is turned away before anything else is looked at.
    const paths = pathsOf(whole).filter(([first]) => first !== 'projectKey');
    const changes = fc.array(change(paths), { minLength: 1, maxLength: 2 });
    const bases = [whole, ...(ALSO_WITHOUT[name] ?? []).map((member) => without(whole, member))];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...bases), changes, async (base, each) => {
        const payload = each.reduce(changed, base);
        fc.pre(JSON.stringify(payload) !== JSON.stringify(base));
        try {
          judge(name, await target.send(name, payload));
        } catch (error) {
          throw new Error(each.map(({ what }) => what).join('; '), { cause: error });
        }
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

test('nothing of it is taken for a bug, then or by what it set off', async () => {
  expect(await target.site.site.host.idle(120_000)).toBe(true);
  expect(target.site.site.host.logs().filter((line) => line.includes('Unexpected error'))).toEqual([]);
});
