/** Where an issue sits in a review: the panel on issues of ours. */
import type { Contract, IssuePlace } from '../contract';
import { withoutConnectionFacts } from '../connection/connection-facts';
import type { Connection } from '../connection/model';
import { readSeenIssue } from '../jira/client/seen-issue';
import { visibleIssues } from '../jira/client/visible-issues';
import type { OurIssue } from '../jira/model';
import type { LinkedWorkload } from '../linked-workloads/model';
import { aliasOf, isBelievable, placeFromIssue, placeFromReview, type Place } from '../panel/issue-place';
import { keysIn, keysInBlock, visibleBlock, visibleRemarks } from '../runs/visible';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn, type WorkloadRef } from '../wellarchitected/arn';
import { Refusal } from './answer';
import { issueIndex } from './automatic-stores';
import { administersProject, type ProjectCaller } from './caller';
import { asCaller, jiraAsApp, latestRuns, linkedWorkloads, runs } from './forge';
import { installationOn } from './installation';
import { forEverybody, namedReview, openReview, type LinkedReview } from './linked-review';
import { activeRun, examineLink } from './link-state';
import { siteUrl } from './site-url';

/** A moved issue stays the other project's: its notes and risks are not for the people of this one. */
const ELSEWHERE =
  'The workload of this issue is not linked to this project, so AWS is not asked about it here. Move the issue back, or link the workload to this project.';

/** What the caller may not see, and what is not in the project, is not found; AWS's failures are told beside the rest. */
export async function viewIssue(
  { issueKey }: Contract['issue.panel']['payload'],
  caller: ProjectCaller,
): Promise<Contract['issue.panel']['result']> {
  const { project } = caller;
  const seen = await readSeenIssue(asCaller(), issueKey);
  if (seen.kind === 'other') return { kind: 'not-ours' };
  if (seen.kind === 'hidden' || seen.issue.projectId !== project.id) {
    throw new Refusal('not-found', `Project ${project.key} has no issue ${issueKey} that you can see.`);
  }
  const { issue } = seen;
  const workload = parseWorkloadArn(issue.property.workload);
  const isOurs = isBelievable(issue, await issueIndex.questionOf(issue.id));
  if (!workload || !isOurs) return { kind: 'not-ours' };
  const link = await linkedWorkloads.get(workload.arn);
  if (link?.projectId !== project.id) return movedIssue(issue, workload);
  return linkedIssue(issue, link, workload, caller);
}

function movedIssue(issue: OurIssue, workload: WorkloadRef): IssuePlace {
  return {
    ...head(issue, workload, workload.id),
    ...placeFromIssue(issue, workload),
    problem: ELSEWHERE,
    conflicts: [],
    maySync: false,
  };
}

async function linkedIssue(
  issue: OurIssue,
  link: LinkedWorkload,
  workload: WorkloadRef,
  { project, site }: ProjectCaller,
): Promise<IssuePlace> {
  const { state, connection } = await examineLink(link, project);
  const isActive = state.code === 'active' && connection !== undefined;
  const [place, latestRun, active, conflicts, administers] = await Promise.all([
    isActive
      ? placeInReview(issue, workload, connection, site)
      : { ...placeFromIssue(issue, workload), problem: state.message },
    latestRuns.ended(workload.arn),
    activeRun(link),
    conflictsOf(issue, link),
    administersProject(project),
  ]);
  return {
    ...head(issue, workload, link.name),
    ...place,
    ...(latestRun ? { latestRun } : {}),
    ...(active ? { activeRun: active } : {}),
    conflicts,
    maySync: administers && isActive,
  };
}

function head({ level }: OurIssue, { arn }: WorkloadRef, name: string) {
  return { kind: 'ours', level, workload: { arn, name } } as const;
}

async function placeInReview(
  issue: OurIssue,
  workload: WorkloadRef,
  connection: Connection,
  site: string,
): Promise<Place & { readonly problem?: string }> {
  const { lens, question } = issue.property;
  if (lens === undefined || question === undefined) return placeFromIssue(issue, workload);
  try {
    const review = await openReview({ workloadArn: workload.arn }, connection, site);
    const known = await namedReview(review, lens);
    const alias = known.lenses.find(({ identity }) => identity === lens)?.alias ?? aliasOf(lens);
    const found = await forEverybody(() => readQuestion(review, { alias, identity: lens }, question));
    const own = { installation: installationOn(site), siteUrl: await siteUrl(jiraAsApp()) };
    if (found) return await asSeen(placeFromReview(issue, workload, known, found, own));
    return { ...placeFromIssue(issue, workload), problem: 'AWS has withdrawn this question from the lens.' };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return { ...placeFromIssue(issue, workload), problem: withoutConnectionFacts(error.message) };
  }
}

/** The app wrote the block from all issues of the question; some of them may be hidden from the caller. */
async function asSeen(place: Place): Promise<Place> {
  const { notes } = place;
  if (notes?.block === undefined) return place;
  const visible = await visibleIssues(asCaller(), keysInBlock(notes.block));
  return { ...place, notes: { ...notes, block: visibleBlock(notes.block, visible) } };
}

/** A role that may only read shows no notes, and questions only all together. */
async function readQuestion(
  { workload, connection, reads }: LinkedReview,
  lens: { readonly alias: string; readonly identity: string },
  question: string,
) {
  if (connection.access === 'read-write') return reads.answer(workload.arn, lens, question);
  return (await reads.questions(workload.arn, lens)).find(({ id }) => id === question);
}

/** Of the latest sync, as the caller may read them. */
async function conflictsOf({ key }: OurIssue, { workloadArn, projectId }: LinkedWorkload) {
  const latest = await latestRuns.ended(workloadArn);
  const run = latest && (await runs.load(latest.runId));
  const outcome = run?.projectId === projectId ? await runs.loadOutcome(run.id) : undefined;
  const conflicts = outcome?.conflicts.filter((remark) => remark.key === key) ?? [];
  if (!outcome || conflicts.length === 0) return [];
  const own = { ...outcome, outOfScope: [], movedInJira: [], failed: [], notices: [], conflicts };
  return visibleRemarks(own, await visibleIssues(asCaller(), keysIn({ outcome: own }))).conflicts;
}
