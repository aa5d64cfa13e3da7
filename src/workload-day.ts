/** Every workload's day and week begin at times of its own, by hash: a thousand of them are spread. Pure. */
import { hash } from './hash';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

/** When the workload's day began. @param now milliseconds since the epoch, as the answer is */
export function startOfDay(workloadArn: string, now: number): number {
  return startOf(DAY_MS, workloadArn, now);
}

/** When its week began: with one of its days. */
export function startOfWeek(workloadArn: string, now: number): number {
  return startOf(WEEK_MS, workloadArn, now);
}

function startOf(length: number, workloadArn: string, now: number): number {
  const offset = Number.parseInt(hash(workloadArn).slice(0, 8), 16) % length;
  return now - ((now - offset) % length);
}
