import { describe, expect, test } from '@jest/globals';
import { watchCalls } from '../../../bench/calls-of-run';

type Kind = 'jira' | 'aws' | 'kvs' | 'queue';

/** Calls by the moments at which they leave, on a site whose storage takes 20 ms. */
function watched(...calls: readonly (readonly [at: number, kind: Kind, functionKey?: string])[]) {
  const watch = watchCalls(20);
  for (const [at, kind, functionKey = 'sync-consumer'] of calls) watch.see({ kind, functionKey }, at);
  return watch;
}

describe('steps of storage', () => {
  test.each<[words: string, begins: readonly number[], steps: number]>([
    ['of no call', [], 0],
    ['of calls one after the other, each', [0, 20, 41], 3],
    ['of calls beside one another, one', [0, 1, 2, 19], 1],
    ['of a chain with others beside it, those of the chain', [0, 5, 20, 25, 40], 3],
    ['in whatever order they were told', [40, 0, 20], 3],
  ])('%s', (_words, begins, steps) => {
    const calls = begins.map((at) => [at, 'kvs'] as const);
    expect(watched(...calls).of('run').storageSteps).toBe(steps);
  });
});

test('calls of the click and of its run are counted apart, by service, until all is forgotten', () => {
  const watch = watched(
    [0, 'jira', 'resolver'],
    [1, 'kvs', 'resolver'],
    [2, 'queue', 'resolver'],
    [9, 'aws'],
  );
  expect(watch.of('click')).toEqual({ jira: 1, aws: 0, storageSteps: 1 });
  expect(watch.of('run')).toEqual({ jira: 0, aws: 1, storageSteps: 0 });
  watch.clear();
  expect(watch.of('run')).toEqual({ jira: 0, aws: 0, storageSteps: 0 });
});
