/** Where an issue sits in a review: the panel on issues of ours. */
import { ifReadable } from '../storage/problems';
import type { Connection } from '../connection/model';
import type { Contract, IssueInReview } from '../contract';
import type { JiraAsCaller } from '../jira/jira-as-caller';
import type { OurIssue } from '../jira/model';
import { examineLink, type LinkStatePorts } from '../linked-workloads/link-state';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { LinkedWorkload } from '../linked-workloads/model';
import type { IssueIndex } from '../links/issue-index';
import type { Reason } from '../reason';
import { Refusal } from '../refusal';
import { activeRun, type ActiveRunPorts } from '../runs/active-run';
import { latestView, type LatestRuns } from '../runs/latest-runs';
import type { RunStore } from '../runs/run-store';
import { UpstreamError } from '../upstream-error';
import { parseWorkloadArn, type WorkloadRef } from '../wellarchitected/arn';
import { administersProject, type AdministersPorts, type ProjectCaller } from './caller';
import { forViewers } from './for-viewers';
import {
  aliasOf,
  isBelievable,
  positionFromIssue,
  placeFromReview as positionFromReview,
  type Position,
} from './issue-position';
import {
  namedReview,
  openReview,
  readForEverybody,
  type KnownReviewPorts,
  type LinkedReview,
  type OpenReviewPorts,
} from './linked-review';
import { notesAsSeen, notesBeside, ownQuestion, type OwnNotesPorts } from './notes-as-seen';
import { because } from './reasons';
import { keysIn } from './naming';
import { visibleOutcome } from './visible';

interface InReviewPorts extends OpenReviewPorts, KnownReviewPorts, AdministersPorts, OwnNotesPorts {
  readonly jiraAsCaller: Pick<JiraAsCaller, 'hasAnyPermission' | 'issue' | 'visibleIssues'>;
}

interface LinkedIssuePorts extends LinkStatePorts, InReviewPorts, ActiveRunPorts {
  readonly runs: Pick<RunStore, 'load' | 'loadOutcome'>;
  readonly latestRuns: Pick<LatestRuns, 'started' | 'ended'>;
}

export interface ViewIssuePorts extends LinkedIssuePorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get'>;
  readonly issueIndex: Pick<IssueIndex, 'questionOf'>;
}

/** What the caller may not see, and what is not in the project, is not found; AWS's failures are told beside the rest. */
export async function viewIssue(
  { issueKey }: Contract['issue.panel']['payload'],
  caller: ProjectCaller,
  ports: ViewIssuePorts,
): Promise<Contract['issue.panel']['result']> {
  const { project } = caller;
  const seen = await ports.jiraAsCaller.issue(issueKey);
  if (seen.kind === 'other') return { kind: 'not-ours' };
  if (seen.kind === 'hidden' || seen.issue.projectId !== project.id) {
    throw new Refusal('not-found', because('no-issue-seen', { project: project.key, issue: issueKey }));
  }
  const { issue } = seen;
  const workload = parseWorkloadArn(issue.property.workload);
  const isOurs = isBelievable(issue, await ports.issueIndex.questionOf(issue.id));
  if (!workload || !isOurs) return { kind: 'not-ours' };
  const link = await ports.linkedWorkloads.get(workload.arn);
  if (link?.projectId !== project.id) return movedIssue(issue, workload);
  return linkedIssue(issue, link, workload, caller, ports);
}

/** It stays the other project's: its notes and risks are not for the people of this one. */
function movedIssue(issue: OurIssue, workload: WorkloadRef): IssueInReview {
  return {
    ...head(issue, workload, workload.id),
    ...positionFromIssue(issue, workload),
    problem: because('issue-moved-away'),
    conflicts: [],
    maySync: false,
  };
}

async function linkedIssue(
  issue: OurIssue,
  link: LinkedWorkload,
  workload: WorkloadRef,
  { project, site }: ProjectCaller,
  ports: LinkedIssuePorts,
): Promise<IssueInReview> {
  const { state, connection } = await examineLink(link, project, ports);
  const isActive = state.code === 'active' && connection !== undefined;
  const administering = administersProject(project, ports);
  const [place, latestRun, active, conflicts, administers] = await Promise.all([
    isActive
      ? placeInReview(issue, workload, connection, site, ports)
      : { ...positionFromIssue(issue, workload), problem: forViewers(state.reason) },
    ports.latestRuns.ended(workload.arn),
    activeRun(link, ports),
    conflictsOf(issue, link, administering, ports),
    administering,
  ]);
  return {
    ...head(issue, workload, link.name),
    ...(active ? notesBeside(place) : place),
    ...(latestRun ? { latestRun: latestView(latestRun) } : {}),
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
  ports: InReviewPorts,
): Promise<Position & { readonly problem?: Reason }> {
  const { lens, question } = issue.property;
  if (lens === undefined || question === undefined) return positionFromIssue(issue, workload);
  try {
    const review = await openReview({ workloadArn: workload.arn }, connection, site, ports);
    const known = await namedReview(review, lens, ports);
    const alias = known.lenses.find(({ identity }) => identity === lens)?.alias ?? aliasOf(lens);
    const found = await readForEverybody(() => readQuestion(review, { alias, identity: lens }, question));
    if (found) {
      const own = await ownQuestion({ site, workloadArn: workload.arn, lens, question }, ports);
      const { notes, ...place } = positionFromReview(issue, workload, known, found, own);
      return notes === undefined ? place : { ...place, notes: await notesAsSeen(notes, ports) };
    }
    return { ...positionFromIssue(issue, workload), problem: because('question-gone-from-lens') };
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    return { ...positionFromIssue(issue, workload), problem: forViewers(error.reason) };
  }
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
async function conflictsOf(
  { key }: OurIssue,
  { workloadArn, projectId }: LinkedWorkload,
  administering: Promise<boolean>,
  { latestRuns, runs, jiraAsCaller }: LinkedIssuePorts,
) {
  const latest = await latestRuns.ended(workloadArn);
  const run = latest && (await ifReadable(runs.load(latest.runId)));
  const outcome = run?.projectId === projectId ? await ifReadable(runs.loadOutcome(run.id)) : undefined;
  const conflicts = outcome?.conflicts.filter((remark) => remark.key === key) ?? [];
  if (!outcome || conflicts.length === 0) return [];
  const others = { outOfScope: [], movedInJira: [], failed: [], notices: [], proposals: [] };
  const own = { ...outcome, ...others, conflicts };
  const [visible, administers] = await Promise.all([
    jiraAsCaller.visibleIssues(keysIn({ outcome: own })),
    administering,
  ]);
  return visibleOutcome(own, { visible, administers }).conflicts;
}
