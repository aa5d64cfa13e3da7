/** Which figures a card shows, of what is stored and what AWS said to somebody on the page. */
import { expect, test } from '@jest/globals';
import type { ReviewOverview, WorkloadCard } from '../../../src/contract';
import { cardsOf } from '../../../static/app/src/features/project/overview/cards-of';
import { newestRisks } from '../../../static/app/src/features/project/overview/newest-risks';

const RISKS = { UNANSWERED: 0, HIGH: 1, MEDIUM: 0, NONE: 0, NOT_APPLICABLE: 0 };
const hour = (nth: number) => `2026-05-06T0${nth}:00:00.000Z`;
const read = (nth: number): ReviewOverview => ({
  ...{ workloadArn: 'an ARN', readAt: hour(nth), consoleUrl: '', lenses: [] },
});
const listed = (nth: number) => ({ risks: RISKS, at: hour(nth) });

test.each([
  // listed, stored and asked for in which hour: which are shown
  [undefined, undefined, undefined, {}],
  [2, undefined, undefined, { total: 2 }],
  [2, 1, undefined, { total: 2, review: 1 }],
  [2, 3, undefined, { review: 3 }],
  [undefined, 3, undefined, { review: 3 }],
  [2, 1, 3, { review: 3 }],
  [4, 1, 3, { total: 4, review: 3 }],
  [undefined, 3, 1, { review: 3 }],
  [undefined, undefined, 1, { review: 1 }],
])('of those listed at %s, stored at %s and asked for at %s: %j', (total, stored, asked, shown) => {
  const known = {
    ...(total === undefined ? {} : { total: listed(total) }),
    ...(stored === undefined ? {} : { review: read(stored) }),
  };
  expect(newestRisks(known, asked === undefined ? undefined : read(asked))).toEqual({
    ...('total' in shown ? { total: listed(shown.total) } : {}),
    ...('review' in shown ? { review: read(shown.review) } : {}),
  });
});

test('a workload on two pages has one card, in its first place; what cannot be read is of all pages', () => {
  const card = (workloadArn: string, name: string) => ({ workloadArn, name }) as WorkloadCard;
  const broken = { reason: { code: 'any', params: {} } };
  const pages = [
    { workloads: [card('a', 'first'), card('b', 'b')], administers: true },
    { workloads: [card('a', 'second'), card('c', 'c')], administers: false, unreadable: [broken] },
  ];
  const { workloads, administers, unreadable } = cardsOf(pages);
  expect(workloads.map(({ name }) => name)).toEqual(['first', 'b', 'c']);
  expect([administers, unreadable]).toEqual([false, [broken]]);
  expect(cardsOf([])).toEqual({ workloads: [], administers: false, unreadable: undefined });
});
