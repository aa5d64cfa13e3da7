/** Bulk creates of one level beside one another: announced together, recorded together. */
import { whenAll } from '../in-flight';
import type { CreateAnswer, Jira } from '../jira/jira';
import type { OurIssue, ProjectProfile } from '../jira/model';
import { hasProperty, identityKey } from '../jira/ownership';
import type { Remark } from '../plan/plan';
import type { Reason } from '../reason';
import type { Create } from '../review-entries/entry';
import { linkOfCreated } from '../review-entries/link';
import { UpstreamError } from '../upstream-error';
import { draftOf, writtenTo } from './issue-draft';
import { IN_FLIGHT_SECONDS } from './lost-creates';
import { Pause } from './pause';
import { because } from './reasons';
import type { Work } from './work';

/** What Jira is asked for in one call, and what came of it; `unmade`: an error that says that nothing was made. */
type Asked = { readonly ready: readonly Create[] } & (
  CreateAnswer | { readonly kind: 'unmade'; readonly error: UpstreamError | Pause }
);

/** Ids of issues that are there, by identity. */
type Ids = ReadonlyMap<string, string>;

/**
 * Makes the issues of some bulk creates of one project and one level. All are announced in the intent store before the
 * first is sent, and recorded from Jira's answers once each has one; what was not made is told, or ends the run.
 *
 * @param batches at most 50 creates each
 * @returns the issues made
 * @throws Pause where an answer was lost; LeaseLost, with nothing recorded; `UpstreamError`
 */
export async function createBeside(
  batches: readonly (readonly Create[])[],
  ids: Ids,
  work: Work,
): Promise<readonly OurIssue[]> {
  const wave = batches.map((batch) => askedFor(batch, ids, work)).filter(({ length }) => length > 0);
  const projectId = wave[0]?.[0]?.projectId;
  if (projectId === undefined) return [];
  if (work.announcements.isUncertainElsewhere(projectId)) {
    const waiting = because('uncertain-elsewhere');
    work.ledger.failed.push(...wave.flat().map((create) => failure(create, waiting)));
    return [];
  }
  const profile = work.profileOf(projectId);
  const announcer = announcers(projectId, wave.flat(), work);
  const asked = await whenAll(wave.map((ready) => ask(ready, { profile, ids, announce: announcer() }, work)));
  const issues = await record(asked, profile, work);
  await endUnlessMade(asked, issues, work);
  return [...issues.values()];
}

/** Those of the batch that Jira is asked for; why the others are not there is told. */
function askedFor(
  batch: readonly Create[],
  ids: Ids,
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
 * Each create that is sent has its own announcer. The first time all are announced once; one that is sent again after
 * Jira asked to wait announces all anew: how long it may still be at work is counted from the last announcement.
 */
function announcers(projectId: string, creates: readonly Create[], work: Work): () => () => Promise<void> {
  const announce = () => work.announcements.announce(projectId, creates);
  let first: Promise<void> | undefined;
  return () => {
    let times = 0;
    return async () => {
      times += 1;
      if (times === 1) return (first ??= announce());
      await work.checkpoint('creating-issues');
      return announce();
    };
  };
}

interface Sending {
  readonly profile: ProjectProfile;
  readonly ids: Ids;
  readonly announce: () => Promise<void>;
}

async function ask(
  ready: readonly Create[],
  { profile, ids, announce }: Sending,
  work: Work,
): Promise<Asked> {
  const drafts = ready.map((create) => draftOf(create, profile, ids));
  try {
    return { ready, ...(await work.ports.jira.create(drafts, announce)) };
  } catch (error) {
    if (!(error instanceof UpstreamError || error instanceof Pause)) throw error;
    return { ready, kind: 'unmade', error };
  }
}

/** Links what was made, and tells what Jira rejected. Answers the issues by identity. */
async function record(
  asked: readonly Asked[],
  profile: ProjectProfile,
  work: Work,
): Promise<ReadonlyMap<string, OurIssue>> {
  const answered = asked.filter((each) => each.kind === 'answered');
  for (const { ready, created, rejected } of answered) {
    const keys = created.map(({ key }) => key);
    work.announcements.answered(profile.id, ready, keys);
    for (const { index, reason } of rejected) tellRejected(ready[index], reason, work);
  }
  const ready = answered.flatMap((each) => each.ready);
  const issues = await confirm(
    ready,
    answered.flatMap(({ created }) => created),
    work.ports.jira,
  );
  for (const { entry } of ready) {
    const issue = issues.get(identityKey(entry.identity));
    const written = writtenTo(entry, profile);
    if (issue) work.ledger.didCreate(linkOfCreated(entry, issue.id, written, work.request.runId), issue.key);
  }
  if (answered.length > 0) await work.ledger.save();
  return issues;
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

/** Notes what is not known to be there, and throws why; what Jira refuses to the end is told alone. */
async function endUnlessMade(
  asked: readonly Asked[],
  issues: ReadonlyMap<string, OurIssue>,
  work: Work,
): Promise<void> {
  const lost = asked.filter((each) => each.kind === 'lost');
  const [firstLost] = lost;
  if (firstLost) {
    const creates = lost.map(({ ready }) => ready);
    await work.announcements.lost(creates, firstLost.reason);
  }
  await refuseHidden(asked, issues, work);
  if (firstLost) throw new Pause(because('answer-lost', { because: firstLost.reason }), IN_FLIGHT_SECONDS);
  const unmade = asked.filter((each) => each.kind === 'unmade');
  if (unmade.length === 0) return;
  // Nothing is under way, and nothing is left to find out, whenever the run goes on.
  await work.announcements.settle();
  for (const { ready, error } of unmade) {
    if (!isLastRefusal(error, work)) throw error;
    work.announcements.answered(ready[0]?.projectId ?? '', ready, []);
    for (const create of ready) tellRejected(create, error.reason, work);
  }
}

/** Jira keeps the app from making issues, and the run was tried as often as it may be. */
function isLastRefusal(error: UpstreamError | Pause, { request }: Work): error is UpstreamError {
  return error instanceof UpstreamError && request.isLastTry && error.details.code === '403';
}

/** Throws where Jira made issues that the app cannot read, and notes them: they exist. */
async function refuseHidden(
  asked: readonly Asked[],
  issues: ReadonlyMap<string, OurIssue>,
  work: Work,
): Promise<void> {
  const read = new Set([...issues.values()].map(({ id }) => id));
  const answered = asked.filter((each) => each.kind === 'answered');
  const hidden = answered.flatMap(({ created }) => created.filter(({ id }) => !read.has(id)));
  if (hidden.length === 0) return;
  const made = answered.flatMap(({ ready, rejected }) => {
    const refused = new Set(rejected.map(({ index }) => index));
    return ready.filter((_, index) => !refused.has(index));
  });
  await work.announcements.noteHidden(
    made.filter(({ entry }) => !issues.has(identityKey(entry.identity))),
    hidden.map(({ id }) => id),
  );
  throw unreadable(hidden.map(({ key }) => key));
}

function unreadable(keys: readonly string[]): UpstreamError {
  const reason = because('made-unreadable', { issues: keys.map((issueKey) => ({ issueKey })) });
  return new UpstreamError(reason, { service: 'jira', code: 'hidden-issues', retryable: false });
}

function tellRejected(create: Create | undefined, reason: Reason, { ledger }: Work): void {
  if (create) ledger.failed.push(failure(create, because('create-rejected', { because: reason })));
}

function failure({ entry }: Create, reason: Reason): Remark {
  return { title: entry.content.summary, ...reason };
}
