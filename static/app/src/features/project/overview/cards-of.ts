/** The pages of the overview as one list. Pure. */
import type { Contract, UnreadableRecord, WorkloadCard } from '../../../../../../src/contract';

export type OverviewPages = readonly Contract['workload.overview']['result'][];

export interface Cards {
  readonly workloads: readonly WorkloadCard[];
  readonly administers: boolean;
  /** Absent: nothing is missing. */
  readonly unreadable: readonly UnreadableRecord[] | undefined;
}

/** A workload that is on two pages has one card, in its first place. */
export function cardsOf(pages: OverviewPages): Cards {
  const cards = new Map<string, WorkloadCard>();
  for (const workload of pages.flatMap(({ workloads }) => workloads)) {
    if (!cards.has(workload.workloadArn)) cards.set(workload.workloadArn, workload);
  }
  const unreadable = pages.flatMap((page) => page.unreadable ?? []);
  return {
    workloads: [...cards.values()],
    administers: pages.at(-1)?.administers ?? false,
    unreadable: unreadable.length === 0 ? undefined : unreadable,
  };
}
