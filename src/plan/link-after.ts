import type { Entry } from './entry';
import { CREATED, type Link } from './link';
import type { Matched, WrittenTexts } from './plan';

/** What an issue's changes came to. */
export interface Applied {
  readonly updated: boolean;
  /** The issue was closed or reopened, or its best practice was changed in AWS: an issue has one of the two. */
  readonly moved: boolean;
}

/** The link to remember after a run: from outcomes, not from intentions. */
export function linkAfter(matched: Matched, applied: Applied, createdBy?: string): Link {
  const { entry, issue, link, memory } = matched;
  const maker = (link?.issueId === issue.id ? link.createdBy : undefined) ?? createdBy;
  return {
    ...placeOf(entry),
    issueId: issue.id,
    ...(applied.updated ? memory.texts.updated : memory.texts.kept),
    synced: applied.moved ? memory.synced.moved : memory.synced.kept,
    ...(maker === undefined ? {} : { createdBy: maker }),
  };
}

/** The link of an issue that this run made, with the texts and labels that its create screen took. */
export function linkOfCreated(entry: Entry, issueId: string, written: WrittenTexts, runId: string): Link {
  const { summary, descriptionHash, labels } = written;
  return {
    ...placeOf(entry),
    issueId,
    summary,
    descriptionHash,
    labels,
    synced: CREATED,
    createdBy: runId,
  };
}

function placeOf(entry: Entry): Pick<Link, 'identity' | 'pillar'> {
  return {
    identity: entry.identity,
    ...(entry.place ? { pillar: entry.place.pillar.id } : {}),
  };
}
