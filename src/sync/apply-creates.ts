import type { CreateAnswer, IssueDraft, Jira } from '../jira/jira';
import { LEVELS } from '../jira/jira';
import type { Level, OurIssue, ProjectProfile } from '../jira/model';
import { buildOwnership, hasProperty, identityKey } from '../jira/ownership';
import type { Remark, WrittenTexts } from '../plan/plan';
import { NO_DESCRIPTION, writtenHash } from '../plan/texts';
import type { Create, ReviewEntry } from '../review-entries/entry';
import { linkOfCreated } from '../review-entries/link';
import { priorityFor } from '../review-entries/priority';
import type { Reason } from '../reason';
import type { Work } from './work';
import { UpstreamError } from '../upstream-error';
import { Pause } from './pause';
import { because } from './reasons';
import { IN_FLIGHT_SECONDS } from './lost-creates';

/** Limit of POST /issue/bulk. */
const BATCH = 50;

/**
 * Makes the issues in tree order, level by level, 50 at a time. Each batch is announced in the intent store
 * before Jira is asked, and recorded from Jira's answer after. Answers the issues made, by identity.
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
    for (const batch of batches(creates, level)) {
      await work.checkpoint('creating-issues');
      const issues = await createBatch(batch, ids, work);
      for (const issue of issues) {
        const key = identityKey(issue.property);
        made.set(key, issue);
        ids.set(key, issue.id);
      }
      work.advance(batch.length);
    }
  }
  return made;
}

/** Tree order within a level; a batch stays in one project. */
function batches(creates: readonly Create[], level: Level): readonly (readonly Create[])[] {
  const projects = new Map<string, Create[]>();
  for (const create of creates) {
    if (create.entry.level !== level) continue;
    projects.set(create.projectId, [...(projects.get(create.projectId) ?? []), create]);
  }
  return [...projects.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / BATCH) }, (_, index) =>
      all.slice(index * BATCH, (index + 1) * BATCH),
    ),
  );
}

async function createBatch(
  batch: readonly Create[],
  ids: ReadonlyMap<string, string>,
  work: Work,
): Promise<readonly OurIssue[]> {
  const ready = batch.filter(({ entry }) => entry.parentKey === undefined || ids.has(entry.parentKey));
  for (const create of batch) if (!ready.includes(create)) work.ledger.failed.push(orphaned(create));
  const projectId = ready[0]?.projectId;
  if (projectId === undefined) return [];
  if (work.isUncertainElsewhere(projectId)) {
    for (const create of ready) work.ledger.failed.push(waiting(create));
    return [];
  }

  const profile = work.profileOf(projectId);
  const drafts = ready.map((create) => draftOf(create, profile, ids));
  const answer = await askFor(drafts, announcer(projectId, ready, work), work);
  if (answer.kind === 'lost') {
    throw new Pause(because('answer-lost', { because: answer.reason }), IN_FLIGHT_SECONDS);
  }
  for (const { index, reason } of answer.rejected) {
    const create = ready[index];
    if (create) work.ledger.failed.push(failure(create, because('create-rejected', { because: reason })));
  }
  const issues = await confirm(ready, answer.created, work.ports.jira);
  for (const { entry } of ready) {
    const issue = issues.get(identityKey(entry.identity));
    const written = writtenTo(entry, profile);
    if (issue) work.ledger.didCreate(linkOfCreated(entry, issue.id, written, work.request.runId));
  }
  await work.ledger.save();
  await refuseHidden(ready, answer, issues, work);
  work.created(
    projectId,
    answer.created.map(({ key }) => key),
  );
  return [...issues.values()];
}

/**
 * Announces the creates, and anew before each time that Jira is asked after it asked to wait: how long it may still be
 * at work is counted from the last announcement.
 */
function announcer(projectId: string, creates: readonly Create[], work: Work): () => Promise<void> {
  let times = 0;
  return async () => {
    if ((times += 1) > 1) await work.checkpoint('creating-issues');
    await work.announce(projectId, creates);
  };
}

/** An error, or a pause, says that nothing was made: nothing is left to find out then, whenever the run goes on. */
async function askFor(
  drafts: readonly IssueDraft[],
  announce: () => Promise<void>,
  work: Work,
): Promise<CreateAnswer> {
  try {
    return await work.ports.jira.create(drafts, announce);
  } catch (error) {
    if (!(error instanceof UpstreamError || error instanceof Pause)) throw error;
    await work.settleIntent();
    if (error instanceof Pause) throw error;
    if (!work.request.isLastTry || error.details.code !== '403') throw error;
    return {
      kind: 'answered',
      created: [],
      rejected: drafts.map((_, index) => ({ index, reason: error.reason })),
    };
  }
}

/** Throws where Jira made issues that the app cannot read, and notes them: they exist. */
async function refuseHidden(
  asked: readonly Create[],
  { created, rejected }: Extract<CreateAnswer, { kind: 'answered' }>,
  issues: ReadonlyMap<string, OurIssue>,
  work: Work,
): Promise<void> {
  const read = new Set([...issues.values()].map(({ id }) => id));
  const hidden = created.filter(({ id }) => !read.has(id));
  if (hidden.length === 0) return;
  const refused = new Set(rejected.map(({ index }) => index));
  const made = asked.filter((_, index) => !refused.has(index));
  await work.noteHidden(
    made.filter(({ entry }) => !issues.has(identityKey(entry.identity))),
    hidden.map(({ id }) => id),
  );
  throw unreadable(hidden.map(({ key }) => key));
}

/** Jira's successes carry no index, so each issue is known by its property, never by its position. */
async function confirm(
  asked: readonly Create[],
  created: readonly { readonly id: string }[],
  jira: Jira,
): Promise<ReadonlyMap<string, OurIssue>> {
  const wanted = new Set(asked.map(({ entry }) => identityKey(entry.identity)));
  const issues = created.length === 0 ? [] : await jira.fetch(created.map(({ id }) => id));
  const known = issues
    .filter(hasProperty)
    .map((issue): [string, OurIssue] => [identityKey(issue.property), issue]);
  return new Map(known.filter(([key]) => wanted.has(key)));
}

function draftOf(create: Create, profile: ProjectProfile, ids: ReadonlyMap<string, string>): IssueDraft {
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
function writtenTo({ content, level }: ReviewEntry, profile: ProjectProfile): WrittenTexts {
  const absent = profile.absentFields[level];
  return {
    summary: content.summary,
    descriptionHash: absent.includes('description') ? NO_DESCRIPTION : content.descriptionHash,
    labels: absent.includes('labels') ? [] : content.labels,
  };
}

function unreadable(keys: readonly string[]): UpstreamError {
  const reason = because('made-unreadable', { issues: keys.map((issueKey) => ({ issueKey })) });
  return new UpstreamError(reason, { service: 'jira', code: 'hidden-issues', retryable: false });
}

function orphaned(create: Create): Remark {
  return failure(create, because('parent-not-created'));
}

function waiting(create: Create): Remark {
  return failure(create, because('uncertain-elsewhere'));
}

function failure({ entry }: Create, reason: Reason): Remark {
  return { title: entry.content.summary, ...reason };
}
