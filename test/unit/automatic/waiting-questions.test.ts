/** Which questions of a workload wait for their run. */
import { expect, test } from '@jest/globals';
import { createWaitingQuestions } from '../../../src/automatic/waiting-questions';
import { MemoryStorage } from '../../builders/storage';
import { WORKLOAD_ARN } from '../../builders/review';

const Q1 = { workloadArn: WORKLOAD_ARN, lens: 'l', question: 'q1' };
const Q2 = { workloadArn: WORKLOAD_ARN, lens: 'l', question: 'q2' };
const ELSEWHERE = { ...Q1, workloadArn: `${WORKLOAD_ARN}0` };

test('a question waits from its first card until a run has dealt with all that had moved by then', async () => {
  let now = 1000;
  const waiting = createWaitingQuestions(new MemoryStorage(), { now: () => now });
  for (const question of [Q1, Q2, Q1, ELSEWHERE, { workloadArn: WORKLOAD_ARN }]) await waiting.add(question);
  expect(new Set(await waiting.of(WORKLOAD_ARN))).toEqual(new Set([Q1, Q2]));
  await waiting.handled(Q1, 1000);
  expect(await waiting.of(WORKLOAD_ARN)).toEqual([Q2]);
  now = 2000;
  await waiting.add(Q2);
  await waiting.handled(Q2, 1000);
  expect(await waiting.of(WORKLOAD_ARN)).toEqual([Q2]);
  expect(await waiting.of(ELSEWHERE.workloadArn)).toEqual([ELSEWHERE]);
});
