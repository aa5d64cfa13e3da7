/** Workloads as ListWorkloads tells of them. */
import { createHash } from 'node:crypto';
import type { Summary } from '../../../src/automatic/watch';

export const NOW = Date.UTC(2026, 4, 6, 7, 8, 9);

export const COUNTS = { UNANSWERED: 3, HIGH: 2, MEDIUM: 1, NONE: 51, NOT_APPLICABLE: 0 };

export function arnOf(nth: number): string {
  const id = createHash('sha256').update(`workload ${nth}`).digest('hex').slice(0, 32);
  return `arn:aws:wellarchitected:eu-west-1:111122223333:workload/${id}`;
}

export function summaryOf(nth: number, more: Partial<Summary> = {}): Summary {
  return { arn: arnOf(nth), updatedAt: NOW - 86_400_000 * 30, riskCounts: COUNTS, ...more };
}

export function summariesOf(count: number): readonly Summary[] {
  return Array.from({ length: count }, (_, nth) => summaryOf(nth));
}
