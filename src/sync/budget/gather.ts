/** What other questions of the workload would change whose cards moved too: the run of one is judged with them. */
import type { AnyIssue, OurIssue } from '../../jira/model';
import type { Change } from '../../review-entries/entry';
import type { Link } from '../../review-entries/link';
import { planReview } from '../../review-entries/plan-review';
import type { Answer } from '../../wellarchitected/answers';
import type { Review } from '../../wellarchitected/model';
import type { SyncPorts, SyncRequest } from '../ports';
import { reviewOfQuestion } from '../question-review';
import type { Reading } from '../read';
import { asLinked } from '../whose-issues';
import { questionKey } from '../write-back/question-status';

/** Linked issues of one question that waits. */
type Waiting = readonly Link[];

export type GatherPorts = Pick<SyncPorts, 'jira' | 'waiting' | 'writeBack'>;

/** The links of the questions that wait, the run's own left out; none where nobody knows of any. */
export async function waitingLinks(
  { question: own }: SyncRequest,
  { workloadLinks: { links } }: Reading,
  { waiting }: GatherPorts,
): Promise<readonly Waiting[]> {
  if (own === undefined || waiting === undefined) return [];
  const keys = new Set((await waiting()).map(questionKey));
  keys.delete(questionKey(own));
  const questions = new Map<string, Link[]>();
  for (const link of links.values()) {
    const key = questionKey(link.identity);
    if (keys.has(key)) questions.set(key, [...(questions.get(key) ?? []), link]);
  }
  return [...questions.values()];
}

/**
 * What runs of these questions would change, as far as their issues tell, where AWS says of each what it said at the
 * last sync. One read of Jira for 100 issues, none of AWS. Throws `UpstreamError`.
 */
export async function foreseeWaiting(
  questions: readonly Waiting[],
  request: SyncRequest,
  { review: { workload }, workloadLinks: { links } }: Reading,
  { jira, writeBack }: GatherPorts,
): Promise<readonly Change[]> {
  const issues = await jira.fetch(questions.flat().map(({ issueId }) => issueId));
  const found = new Map(issues.map((issue) => [issue.id, issue]));
  const known = questions.map((own) => knownOf(own, found, request.servedProjects));
  const aliases = new Map<string, string>();
  for (const lens of new Set(questions.flat().map(({ identity }) => identity.lens ?? '')))
    aliases.set(lens, (await writeBack?.memory.load(workload.arn, lens))?.alias ?? lens);
  const lenses = known.flatMap((own) => {
    const identity = own[0]?.link.identity.lens ?? '';
    const lens = { identity, alias: aliases.get(identity) ?? identity };
    return reviewOfQuestion(workload, own, asSynced(own), lens)?.lenses ?? [];
  });
  const asked: Review = { workload, lenses };
  return planReview({
    ...{ review: asked, reads: 'question' as const, settings: request.settings, links },
    ...{ run: { selection: {}, recreate: false }, projectId: request.projectId },
    ...{ servedProjects: request.servedProjects, issues: known.flat().map(({ issue }) => issue) },
    ...{ uncertain: new Set<string>(), gone: new Set<string>() },
  }).changes;
}

interface Known {
  readonly link: Link;
  readonly issue: OurIssue;
}

function knownOf(
  own: Waiting,
  found: ReadonlyMap<string, AnyIssue>,
  servedProjects: readonly string[],
): readonly Known[] {
  return own.flatMap((link) => {
    const issue = found.get(link.issueId);
    return issue && servedProjects.includes(issue.projectId) ? [{ link, issue: asLinked(issue, link) }] : [];
  });
}

/** The answer as the last sync left it; of a question at risk, which leaves its Task open until it is answered. */
function asSynced(own: readonly Known[]): Answer {
  const practices = own.flatMap(({ link: { identity, synced } }) =>
    identity.choice === undefined ? [] : [{ id: identity.choice, ...synced }],
  );
  const done = practices.filter(({ review }) => review === 'done');
  const ids = (some: readonly { readonly id: string }[]) => new Set(some.map(({ id }) => id));
  return {
    ...{
      notes: '',
      choiceDetails: new Map(),
      applicable: true,
      risk: 'HIGH',
      practices: ids(practices),
      noneOfThese: [],
    },
    selected: ids(done.filter(({ practice }) => practice !== 'notApplicable')),
    notApplicable: ids(done.filter(({ practice }) => practice === 'notApplicable')),
  };
}
