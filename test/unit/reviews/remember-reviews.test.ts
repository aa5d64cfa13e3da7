/** What reading a whole review leaves behind for the pages. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { remembering, risksOf } from '../../../src/reviews/remember-reviews';
import { createKnownQuestions } from '../../../src/reviews/known-questions';
import { createReviewMemory } from '../../../src/reviews/review-memory';
import type { Review } from '../../../src/wellarchitected/model';
import { MemoryKeyValues } from '../../builders/key-values';
import { lens, pillar, question, review, WORKLOAD_ARN } from '../../builders/review';

const AT = Date.UTC(2026, 4, 6);
const READ = review([
  lens('main', [pillar('Security', [question('q1', 'HIGH'), question('q2', 'MEDIUM')])]),
  lens('old', [pillar('Cost', [question('q3', 'NONE')])], { status: 'DEPRECATED' }),
]);

let warned: jest.SpiedFunction<typeof console.warn>;
beforeEach(() => {
  warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => warned.mockRestore());

interface Source {
  calls(): number;
  review(workloadArn: string): Promise<Review>;
}

/** A source that takes a minute to read. */
function sourceOf(clock: { time: number }): Source {
  return {
    calls: () => 5,
    review: () => {
      clock.time += 60_000;
      return Promise.resolve(READ);
    },
  };
}

test('risks by lens and pillar are stored as of the moment before AWS was asked, without questions', async () => {
  const clock = { time: AT };
  const kvs = new MemoryKeyValues();
  const reviewMemory = createReviewMemory(kvs);
  const ports = { now: () => clock.time };
  const knownQuestions = createKnownQuestions(kvs, ports);
  const source = remembering(sourceOf(clock), { reviewMemory, knownQuestions, clock: ports });
  expect(await source.review(WORKLOAD_ARN)).toBe(READ);
  expect(source.calls()).toBe(5);
  const known = await reviewMemory.load(WORKLOAD_ARN);
  expect(known?.readAt).toBe(AT);
  expect(known?.lenses.map(({ alias, status }) => [alias, status])).toEqual([
    ['main', 'CURRENT'],
    ['old', 'DEPRECATED'],
  ]);
  expect(known?.lenses[0]).toMatchObject({
    riskCounts: { HIGH: 1, MEDIUM: 1 },
    pillars: [{ id: 'security', name: 'Security', riskCounts: { HIGH: 1, MEDIUM: 1 } }],
  });
  expect(JSON.stringify(known)).not.toContain('Question');
  const [pillar] = READ.lenses[0]!.pillars;
  expect(await knownQuestions.judge(WORKLOAD_ARN, pillar!.questions[0]!.id)).toBe('known');
  expect(await knownQuestions.judge(WORKLOAD_ARN, 'made-up')).toBe('unknown');
});

test('storage that fails stops nobody, and is told in the log', async () => {
  const save = () => Promise.reject(new Error('storage is busy'));
  const reviewMemory = { open: () => Promise.resolve(save) };
  const knownQuestions = reviewMemory;
  const source = remembering(sourceOf({ time: AT }), {
    reviewMemory,
    knownQuestions,
    clock: { now: () => AT },
  });
  expect(await source.review(WORKLOAD_ARN)).toBe(READ);
  expect(warned.mock.calls).toEqual([['Risks or questions of a review were not stored']]);
});

test('a review that AWS refuses leaves nothing', async () => {
  const saved: unknown[] = [];
  const save = (known: unknown) => Promise.resolve(void saved.push(known));
  const reviewMemory = { open: () => Promise.resolve(save) };
  const refusing: Source = { calls: () => 1, review: () => Promise.reject(new Error('AWS refuses')) };
  const source = remembering(refusing, {
    reviewMemory,
    knownQuestions: reviewMemory,
    clock: { now: () => AT },
  });
  await expect(source.review(WORKLOAD_ARN)).rejects.toThrow('AWS refuses');
  expect(saved).toEqual([]);
});

test('what is stored can be read by the record that stores it', async () => {
  const kvs = new MemoryKeyValues();
  await createReviewMemory(kvs).save(WORKLOAD_ARN, risksOf(READ, AT));
  expect(await createReviewMemory(kvs).load(WORKLOAD_ARN)).toEqual(risksOf(READ, AT));
});
