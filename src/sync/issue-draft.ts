import type { IssueDraft } from '../jira/jira';
import type { ProjectProfile } from '../jira/model';
import { buildOwnership } from '../jira/ownership';
import type { WrittenTexts } from '../plan/plan';
import { NO_DESCRIPTION, writtenHash } from '../plan/texts';
import type { Create, ReviewEntry } from '../review-entries/entry';
import { priorityFor } from '../review-entries/priority';

/** What Jira is asked to make. @param ids of the issues that are there, by identity */
export function draftOf(
  create: Create,
  profile: ProjectProfile,
  ids: ReadonlyMap<string, string>,
): IssueDraft {
  const { entry } = create;
  const parentId = entry.parentKey === undefined ? undefined : ids.get(entry.parentKey);
  const priority = priorityFor(entry.risk, profile.priorities[entry.level]);
  const { summary, description, pillarLabel } = entry.content;
  const written = writtenTo(entry, profile);
  return {
    projectId: profile.id,
    issueTypeId: profile.issueTypes[entry.level],
    ...(parentId ? { parentId } : {}),
    summary,
    ...(written.descriptionHash === NO_DESCRIPTION ? {} : { description }),
    labels: written.labels,
    ...(priority ? { priorityId: priority.id } : {}),
    fieldValues: profile.fieldValues[entry.level],
    property: buildOwnership(entry.identity, {
      ...(pillarLabel ? { pillar: pillarLabel } : {}),
      ...(entry.risk ? { risk: entry.risk } : {}),
      hash: writtenHash(written),
    }),
  };
}

/** What a create writes: the create screen may have no description or no labels. */
export function writtenTo({ content, level }: ReviewEntry, profile: ProjectProfile): WrittenTexts {
  const absent = profile.absentFields[level];
  return {
    summary: content.summary,
    descriptionHash: absent.includes('description') ? NO_DESCRIPTION : content.descriptionHash,
    labels: absent.includes('labels') ? [] : content.labels,
  };
}
