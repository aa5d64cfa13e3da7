/** What the page of a result says first. */
import { expect, test } from '@jest/globals';
import type { RunOutcome } from '../../../src/contract';
import { howItEnded } from '../../../static/app/src/features/project/result/how-it-ended';

type Told = Pick<RunOutcome, 'kind' | 'failed' | 'conflicts' | 'refusal'>;

const APPLIED: Told = { kind: 'applied', failed: [], conflicts: [] };
const remark = { title: 'Rotate keys', code: 'text-edited', params: {} };
const refusal = [{ code: 'closes-many', params: { moving: 61, there: 70 } }];

test('what waits after a put-back is to come: the put-back is done', () => {
  expect(howItEnded({ ...APPLIED, refusal }, true, true)).toBe('allDone');
});

test.each<[string, Partial<Told>, boolean, string]>([
  ['everything was done', {}, true, 'allDone'],
  ['there was nothing to do', {}, false, 'nothing'],
  ['what waits is never everything, whatever was done', { refusal }, true, 'waits'],
  ['what waits is not nothing either', { refusal }, false, 'waits'],
  ['what waits is told before what is to settle', { refusal, conflicts: [remark] }, true, 'waits'],
  ['a conflict needs a person', { conflicts: [remark] }, true, 'needsPerson'],
  ['a failure is told before what waits', { refusal, failed: [remark] }, true, 'partly'],
  ['a run that was ended', { kind: 'stopped', failed: [remark] }, true, 'stopped'],
])('%s', (_, told, hasDone, ending) => {
  expect(howItEnded({ ...APPLIED, ...told }, hasDone)).toBe(ending);
});
