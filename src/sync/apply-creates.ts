import type { CreateAnswer, IssueDraft, Jira } from '../jira/jira';
import { LEVELS } from '../jira/jira';
import type { Level, OurIssue } from '../jira/model';
import { hasProperty, identityKey } from '../jira/ownership';
import type { Remark } from '../plan/plan';
import type { Create } from '../review-entries/entry';
import { linkOfCreated } from '../review-entries/link';
import type { Reason } from '../reason';
import { inParts } from '../in-flight';
import type { Losses } from './create-losses';
import { draftOf, writtenTo } from './issue-draft';
import type { Work } from './work';
import { UpstreamError } from '../upstream-error';
import { Pause } from './pause';
import { because } from './reasons';
import { IN_FLIGHT_SECONDS } from './lost-creates';

/**
 * Makes the issues in tree order, level by level, 50 at a time. Each batch is announced in the intent store
 * before Jira is asked, and recorded from Jira's answer after. What was lost again and again is told as failed.
 * Answers the issues made, by identity.
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
    for (const batch of batches(creates, level, work.announcements.losses)) {
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

/** Tree order within a level; a batch stays in one project. What was lost goes last, in smaller ones. */
function batches(creates: readonly Create[], level: Level, losses: Losses): readonly (readonly Create[])[] {
  const sizeOf = ({ entry }: Create) => losses.sizeFor(identityKey(entry.identity));
  const together = new Map<string, Create[]>();
  for (const create of creates.toSorted((a, b) => sizeOf(b) - sizeOf(a))) {
    if (create.entry.level !== level) continue;
    const batch = `${sizeOf(create)} ${create.projectId}`;
    together.set(batch, [...(together.get(batch) ?? []), create]);
  }
  return [...together.values()].flatMap((all) => inParts(all, all[0] ? sizeOf(all[0]) : 1));
}

async function createBatch(
  batch: readonly Create[],
  ids: ReadonlyMap<string, string>,
  work: Work,
): Promise<readonly OurIssue[]> {
  const ready = askedFor(batch, ids, work);
  const projectId = ready[0]?.projectId;
  if (projectId === undefined) return [];
  if (work.announcements.isUncertainElsewhere(projectId)) {
    for (const create of ready) work.ledger.failed.push(waiting(create));
    return [];
  }

  const profile = work.profileOf(projectId);
  const drafts = ready.map((create) => draftOf(create, profile, ids));
  const answer = await askFor(drafts, announcer(projectId, ready, work), work);
  if (answer.kind === 'lost') {
    await work.announcements.lost(ready, answer.reason);
    throw new Pause(because('answer-lost', { because: answer.reason }), IN_FLIGHT_SECONDS);
  }
  work.announcements.answered(
    projectId,
    ready,
    answer.created.map(({ key }) => key),
  );
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
  return [...issues.values()];
}

/** Those of the batch that Jira is asked for; why the others are not there is told. */
function askedFor(
  batch: readonly Create[],
  ids: ReadonlyMap<string, string>,
  { announcements: { losses }, ledger }: Work,
): readonly Create[] {
  return batch.filter((create) => {
    const { parentKey, identity } = create.entry;
    const item = identityKey(identity);
    const isOrphan = parentKey !== undefined && !ids.has(parentKey);
    const verdict = isOrphan ? 'orphan' : losses.verdictOn(item);
    if (verdict === 'ask') return true;
    const reasons = { orphan: because('parent-not-created'), lost: losses.whyLost(item) };
    ledger.failed.push(failure(create, verdict === 'stopped' ? losses.whyStopped() : reasons[verdict]));
    return false;
  });
}

/**
 * Announces the creates, and anew before each time that Jira is asked after it asked to wait: how long it may still be
 * at work is counted from the last announcement.
 */
function announcer(projectId: string, creates: readonly Create[], work: Work): () => Promise<void> {
  let times = 0;
  return async () => {
    if ((times += 1) > 1) await work.checkpoint('creating-issues');
    await work.announcements.announce(projectId, creates);
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
    await work.announcements.settle();
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
  await work.announcements.noteHidden(
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

function unreadable(keys: readonly string[]): UpstreamError {
  const reason = because('made-unreadable', { issues: keys.map((issueKey) => ({ issueKey })) });
  return new UpstreamError(reason, { service: 'jira', code: 'hidden-issues', retryable: false });
}

function waiting(create: Create): Remark {
  return failure(create, because('uncertain-elsewhere'));
}

function failure({ entry }: Create, reason: Reason): Remark {
  return { title: entry.content.summary, ...reason };
}
