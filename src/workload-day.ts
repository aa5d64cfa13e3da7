/** Every workload's day begins at its own time, by hash: a thousand of them are spread over 24 hours. Pure. */
import { hash } from './hash';

const DAY_MS = 86_400_000;

/** When the workload's day began. @param now milliseconds since the epoch, as the answer is */
export function startOfDay(workloadArn: string, now: number): number {
  const offset = Number.parseInt(hash(workloadArn).slice(0, 8), 16) % DAY_MS;
  return now - ((now - offset) % DAY_MS);
}
