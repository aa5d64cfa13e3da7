/** What the last sync told. */
import type { Remark } from '../../../src/contract';
import type { Judged } from './judged';

/** Whether the last sync, or the workload's card, tells of one of these: an issue by its key, or anything by its title. */
export function isTold({ ending: { sync, link } }: Judged, ...of: readonly (string | undefined)[]): boolean {
  if (sync?.outcome?.refusal !== undefined || link?.automatic.attention !== undefined) return true;
  const told = remarksOf(sync?.outcome).flatMap(({ key, title, params }) => [
    key,
    unworded(title),
    ...keysIn(params),
  ]);
  return of.some((what) => what !== undefined && told.includes(unworded(what)));
}

/** Without the words that AWS put behind a title since: the app may know a thing by an earlier one. */
function unworded(title: string): string {
  return title.replace(/ \([\d-]+\)$/, '');
}

/** Issues that a reason names. */
function keysIn(params: unknown): readonly string[] {
  return [...JSON.stringify(params).matchAll(/"issueKey":"([^"]+)"/g)].map(([, key = '']) => key);
}

type Remarks = Readonly<
  Record<'outOfScope' | 'movedInJira' | 'failed' | 'conflicts' | 'notices' | 'proposals', Remark[]>
>;

function remarksOf(outcome: Remarks | undefined): readonly Remark[] {
  if (outcome === undefined) return [];
  const { outOfScope, movedInJira, failed, conflicts, notices, proposals } = outcome;
  return [...outOfScope, ...movedInJira, ...failed, ...conflicts, ...notices, ...proposals];
}
