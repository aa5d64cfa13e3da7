import { inParts } from '../in-flight';
import { LEVELS } from '../jira/jira';
import type { Level, OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { Create } from '../review-entries/entry';
import { createBeside } from './create-beside';
import type { Losses } from './create-losses';
import type { Work } from './work';

/**
 * Makes the issues in tree order, level by level, 50 a call and some calls of a level at a time. They are announced in
 * the intent store before Jira is asked, and recorded from Jira's answers after. What was lost again and again is told
 * as failed. Answers the issues made, by identity.
 */
export async function applyCreates(
  creates: readonly Create[],
  work: Work,
): Promise<ReadonlyMap<string, OurIssue>> {
  const ids = new Map(
    work.reading.issues.map((issue): [string, string] => [identityKey(issue.property), issue.id]),
  );
  const made = new Map<string, OurIssue>();
  for (const level of LEVELS) {
    for (const batches of waves(creates, level, work.announcements.losses)) {
      await work.checkpoint('creating-issues');
      for (const issue of await createBeside(batches, ids, work)) {
        const key = identityKey(issue.property);
        made.set(key, issue);
        ids.set(key, issue.id);
      }
      work.advance('creating-issues', batches.flat().length);
    }
  }
  noteGivenUp(creates, ids, work);
  return made;
}

/** What was given up is missing, and what belongs below it. */
function noteGivenUp(
  creates: readonly Create[],
  ids: ReadonlyMap<string, string>,
  { announcements: { losses }, ledger }: Work,
): void {
  const keys = creates.map(({ entry }) => identityKey(entry.identity));
  if (keys.every((key) => losses.verdictOn(key) === 'ask')) return;
  ledger.gaveUp = losses.whyGivenUp(keys.filter((key) => !ids.has(key)).length);
}

/**
 * Batches that may be under way together, in tree order within a level; those of a wave are of one project. What was
 * lost goes last, in smaller batches.
 */
function waves(
  creates: readonly Create[],
  level: Level,
  losses: Losses,
): readonly (readonly (readonly Create[])[])[] {
  const sizeOf = ({ entry }: Create) => losses.sizeFor(identityKey(entry.identity));
  const together = new Map<string, Create[]>();
  for (const create of creates.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    if (create.entry.level !== level) continue;
    const batch = `${sizeOf(create)} ${create.projectId}`;
    together.set(batch, [...(together.get(batch) ?? []), create]);
  }
  return [...together.values()].flatMap((all) => {
    const batches = inParts(all, all[0] ? sizeOf(all[0]) : 1);
    return inParts(batches, losses.mostBeside());
  });
}
