import type { Entry } from './entry';
import { CREATED, type Link } from './link';
import type { Matched, WrittenTexts } from './plan';

/** What an issue's changes came to. */
export interface Applied {
  readonly updated: boolean;
  /** The issue was closed or reopened, or its item was changed in the source: an issue has one of the two. */
  readonly moved: boolean;
}

/** The link to remember after a run: from outcomes, not from intentions. */
export function linkAfter<E extends Entry>(matched: Matched<E>, applied: Applied, createdBy?: string): Link {
  const { issue, link, memory } = matched;
  const maker = (link?.issueId === issue.id ? link.createdBy : undefined) ?? createdBy;
  return {
    issueId: issue.id,
    ...(applied.updated ? memory.texts.updated : memory.texts.kept),
    synced: applied.moved ? memory.synced.moved : memory.synced.kept,
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
