/** What is told of resolutions that are not as they should be after a run's own moves. Pure. */
import type { IssueNow } from '../jira/jira';
import { doneMeaning, type Way } from '../plan/done-meaning';
import type { Remark } from '../plan/plan';
import { howDone } from '../plan/why-done';
import type { Move, Resolve } from '../review-entries/entry';
import type { EffectiveSettings } from '../settings/model';
import { because } from './reasons';

type Settings = Pick<EffectiveSettings, 'resolveSelects'>;

/** @param now as Jira has the issue after the move; absent where that was not asked for */
export function movedRemark(
  { kind, issue, entry }: Move,
  now: IssueNow | undefined,
  settings: Settings,
): readonly Remark[] {
  if (now === undefined) return [];
  const subject = { key: issue.key, title: issue.summary };
  if (kind === 'reopen') {
    if (now.resolution === undefined || now.status.category === 'done') return [];
    return [{ ...subject, ...because('resolution-kept', { resolution: now.resolution.name }) }];
  }
  const way = entry.state?.is;
  if (way === undefined || way === 'open' || now.status.category !== 'done' || says(now, way, settings))
    return [];
  return [{ ...subject, ...because('closed-otherwise', { how: howDone(now), means: way }) }];
}

/** @param now as Jira has the issue; absent where its workflow offers no way to resolve it anew */
export function resolvedRemark(
  { issue, to }: Resolve,
  now: IssueNow | undefined,
  settings: Settings,
): readonly Remark[] {
  const is = now ?? issue;
  if (says(is, to, settings)) return [];
  const stays = because('resolution-stays', { how: howDone(is), means: to });
  return [{ key: issue.key, title: issue.summary, ...stays }];
}

function says(now: IssueNow, way: Way, { resolveSelects }: Settings): boolean {
  return doneMeaning(resolveSelects, now)?.is === way;
}
