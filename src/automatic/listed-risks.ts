/** Risks of workloads as the poll was told of them last: AWS is not asked. */
import type { RiskCounts } from '../wellarchitected/model';
import { countsOf } from './watch';
import type { WatchStore } from './watch-store';
import type { WatchedRegions } from './watched-regions';

export interface ListedRisksPorts {
  readonly watchedRegions: Pick<WatchedRegions, 'polledAt'>;
  readonly openWatch: (connectionId: string, region: string) => Pick<WatchStore, 'of'>;
}

export interface ListedRisks {
  /** When AWS was asked, in milliseconds since the epoch. */
  readonly at: number;
  /** Of all lenses together, by workload ARN; whatever else the same values of storage hold is in it too. */
  readonly counts: ReadonlyMap<string, RiskCounts>;
}

/**
 * What the last poll of a connection and Region was told of these workloads, in manual mode or in automatic;
 * `undefined` where none runs.
 */
export async function listedRisks(
  connectionId: string,
  region: string,
  workloadArns: readonly string[],
  { watchedRegions, openWatch }: ListedRisksPorts,
): Promise<ListedRisks | undefined> {
  const at = await watchedRegions.polledAt(connectionId, region);
  if (at === undefined) return undefined;
  const entries = await openWatch(connectionId, region).of(workloadArns);
  const counts = [...entries].flatMap(([arn, entry]) => {
    const told = countsOf(entry.counts);
    return told ? [[arn, told] as const] : [];
  });
  return { at, counts: new Map(counts) };
}
