import type { Entry } from './entry';
import { CREATED, type ClosedAs, type Link, type SyncedState } from './link';
import type { Matched, WrittenTexts } from './plan';

/** What an issue's changes came to. */
export interface Applied {
  readonly updated: boolean;
  /** The issue was closed, reopened or resolved, or its item was changed in the source: an issue has one of them. */
  readonly moved: boolean;
  /** How it was done then, where Jira told. */
  readonly closedAs?: ClosedAs | undefined;
}

/** The link to remember after a run: from outcomes, not from intentions. */
export function linkAfter<E extends Entry>(matched: Matched<E>, applied: Applied, createdBy?: string): Link {
  const { issue, link, memory } = matched;
  const maker = (link?.issueId === issue.id ? link.createdBy : undefined) ?? createdBy;
  return {
    issueId: issue.id,
    ...(applied.updated ? memory.texts.updated : memory.texts.kept),
    synced: applied.moved ? closed(memory.synced.moved, applied.closedAs) : memory.synced.kept,
    ...(maker === undefined ? {} : { createdBy: maker }),
  };
}

/** The link of an issue that this run made, with the texts and labels that its create screen took. */
export function linkOfCreated(issueId: string, written: WrittenTexts, runId: string): Link {
  const { summary, descriptionHash, values, labels } = written;
  return {
    issueId,
    summary,
    descriptionHash,
    ...(values === undefined ? {} : { values }),
    labels,
    synced: CREATED,
    createdBy: runId,
  };
}

function closed(synced: SyncedState, closedAs: ClosedAs | undefined): SyncedState {
  return closedAs === undefined || synced.jira === 'open' ? synced : { ...synced, closedAs };
}
