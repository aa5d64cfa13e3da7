import { describe, expect, test } from '@jest/globals';
import { toReviewOverview } from '../../../src/use-cases/review-overview';
import { createReviewMemory, hasNames, isFresh, type KnownReview } from '../../../src/reviews/review-memory';
import { parseWorkloadArn } from '../../../src/wellarchitected/arn';
import { MemoryKeyValues } from '../../builders/key-values';

const ID = '0123456789abcdef0123456789abcdef';
const ARN = `arn:aws:wellarchitected:eu-west-1:111122223333:workload/${ID}`;
const NONE = { UNANSWERED: 0, HIGH: 0, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };

function reviewOf(lenses: number, pillars: number): KnownReview {
  return {
    readAt: Date.UTC(2026, 2, 1),
    lenses: Array.from({ length: lenses }, (_, lens) => ({
      identity: `arn:aws:wellarchitected:eu-west-1:111122223333:lens/${String(lens).padStart(32, '0')}`,
      alias: 'x'.repeat(128),
      version: '1.0',
      name: 'n'.repeat(128),
      status: 'CURRENT',
      riskCounts: { ...NONE, HIGH: 3 },
      pillars: Array.from({ length: pillars }, (_each, pillar) => ({
        id: `pillar${pillar}`,
        name: 'Performance Efficiency',
        riskCounts: NONE,
      })),
    })),
  };
}

describe('the memory of a review', () => {
  test.each<[words: string, age: number, fresh: boolean]>([
    ['just read', 0, true],
    ['less than a minute old', 59_999, true],
    ['a minute old', 60_000, false],
    ['from a clock that was ahead', -1, false],
  ])('%s', (_words, age, fresh) => {
    const review = reviewOf(1, 1);
    expect(isFresh(review, review.readAt + age)).toBe(fresh);
  });

  test.each([
    [1, true],
    [47, true],
    [48, false],
  ])('says %d hours later that its names are still good: %s', (hours, good) => {
    const review = reviewOf(1, 1);
    expect(hasNames(review, review.readAt + hours * 3_600_000)).toBe(good);
  });

  test('holds the largest legal workload in one value, under a key that names nobody', async () => {
    const kvs = new MemoryKeyValues();
    const review = reviewOf(20, 10);
    await createReviewMemory(kvs).save(ARN, review);
    expect(await createReviewMemory(kvs).load(ARN)).toEqual(review);
    expect(await createReviewMemory(kvs).load(ARN.replace('eu-west-1', 'eu-west-2'))).toBeUndefined();
    expect(JSON.stringify([...kvs.values.values()]).length).toBeLessThan(240 * 1024);
    expect([...kvs.values.keys()].join()).toMatch(/^review:[0-9a-f]{16}$/);
  });
});

test('pages get risks, labels and the address in the console', () => {
  const workload = parseWorkloadArn(ARN);
  if (!workload) throw new Error('no workload');
  const { lenses, ...rest } = toReviewOverview(workload, reviewOf(1, 1));
  expect(rest).toEqual({
    workloadArn: ARN,
    readAt: '2026-03-01T00:00:00.000Z',
    consoleUrl: `https://eu-west-1.console.aws.amazon.com/wellarchitected/home?region=eu-west-1#/workload/${ID}/overview?owner=111122223333`,
  });
  expect(lenses).toMatchObject([
    {
      risks: { ...NONE, HIGH: 3 },
      pillars: [{ id: 'pillar0', label: 'performance-efficiency', risks: NONE }],
    },
  ]);
  expect(lenses[0]).not.toHaveProperty('riskCounts');
});
