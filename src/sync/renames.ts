/** Items that a new version of a lens calls otherwise: one withdrawn and one new, of the same title. Pure. */
import type { OurIssue } from '../jira/model';
import { identityKey } from '../jira/ownership';
import type { Remark } from '../plan/plan';
import { isTaken, type Proposals } from '../plan/proposals';
import type { Reason } from '../reason';
import type { ReviewEntry } from '../review-entries/entry';
import type { Link } from '../review-entries/link';
import { pairUp, type Withdrawn } from './pair-renamed';
import type { FoundIssues } from './find-issues';
import { because } from './reasons';
import { asLinked, type Sorted } from './whose-issues';

export interface Renames {
  /** The item that takes an issue over, by the key under which the issue is linked. */
  readonly taken: ReadonlyMap<string, ReviewEntry>;
  /** Keys of items that get no issue before a person decided. */
  readonly held: ReadonlySet<string>;
  /** What is proposed of each pair, done or not. */
  readonly proposed: readonly Remark[];
  /** Issues for which several items could be meant. */
  readonly unclear: readonly Remark[];
  /** Why a person has to look; none where everything is decided. */
  readonly undecided: readonly Reason[];
}

export const NO_RENAMES: Renames = {
  taken: new Map(),
  held: new Set(),
  proposed: [],
  unclear: [],
  undecided: [],
};

/** What decides which items are one. */
export type RenamesInput = Pick<FoundIssues, 'issues' | 'uncertain' | 'workloadLinks'> & {
  /** All that the review has, parents before their children. */
  readonly entries: readonly ReviewEntry[];
  readonly proposals: Proposals;
};

/**
 * Pairs issues whose item is withdrawn with new items of the same title: questions below the same pillar, best
 * practices below the same question or below the one that it is paired with. Where nobody looks at the plan none is
 * taken, and the new item is held; where a person leaves a pair out the new item gets an issue of its own.
 */
export function findRenames(input: RenamesInput): Renames {
  const known = new Map(input.entries.map((entry) => [entry.key, entry]));
  const withdrawn = withdrawnOf(input, known);
  const fresh = input.entries.filter((entry) => isFresh(entry, input));
  const questions = decide(
    pairUp(withdrawn, fresh, 'task', () => undefined),
    input.proposals,
  );
  const renamed = new Map(
    questions.pairs.map(({ old, entry, is }) => [
      questionOf(old.link),
      is === 'left' ? undefined : entry.identity.question,
    ]),
  );
  const questionNow = (link: Link) =>
    renamed.has(questionOf(link)) ? renamed.get(questionOf(link)) : link.identity.question;
  const practices = decide(pairUp(withdrawn, fresh, 'subtask', questionNow), input.proposals);
  const pairs = [...questions.pairs, ...practices.pairs];
  const open = pairs.filter(({ is }) => is === 'open');
  const openTasks = new Set(open.map(({ entry }) => entry.key));
  const below = fresh.filter(({ parentKey }) => parentKey !== undefined && openTasks.has(parentKey));
  return {
    taken: new Map(pairs.filter(({ is }) => is === 'taken').map(({ old, entry }) => [old.key, entry])),
    held: new Set([...openTasks, ...below.map(({ key }) => key)]),
    proposed: pairs.map(proposed),
    unclear: [...questions.unclear, ...practices.unclear],
    undecided: open.length === 0 ? [] : [because('renamed-undecided', { items: open.length })],
  };
}

/** The found issues with those taken over as the items that they are from now on, and their links. */
export function takeOver<F extends Sorted & Pick<FoundIssues, 'workloadLinks'>>(
  found: F,
  { taken }: Renames,
): F {
  if (taken.size === 0) return found;
  const { projectId, links } = found.workloadLinks;
  const renamed = (key: string, link: Link): Link => {
    const entry = taken.get(key);
    if (entry === undefined) return link;
    return { ...link, identity: entry.identity, ...(entry.path ? { pillar: entry.path.pillar.id } : {}) };
  };
  const next = [...links].map(([key, link]) => renamed(key, link));
  const issues = found.issues.map((issue) => {
    const key = identityKey(issue.property);
    const link = links.get(key);
    return link?.issueId === issue.id && taken.has(key) ? asLinked(issue, renamed(key, link)) : issue;
  });
  const byKey = new Map(next.map((link) => [identityKey(link.identity), link]));
  return { ...found, issues, workloadLinks: { projectId, links: byKey } };
}

interface Pair {
  readonly old: Withdrawn;
  readonly entry: ReviewEntry;
  readonly is: 'taken' | 'left' | 'open';
}

function decide(
  { pairs, unclear }: ReturnType<typeof pairUp>,
  proposals: Proposals,
): { readonly pairs: readonly Pair[]; readonly unclear: readonly Remark[] } {
  return {
    pairs: pairs.map(({ old, entry }) => {
      const taken = isTaken('renamed', old.issue, true, proposals);
      return { old, entry, is: taken ? 'taken' : proposals.shown ? 'left' : 'open' };
    }),
    unclear: unclear.map(({ old: { issue }, items }) => ({
      ...{ key: issue.key, title: issue.summary },
      ...because('renamed-unclear', { items }),
    })),
  };
}

function proposed({ old: { issue, link }, entry, is }: Pair): Remark {
  const [from, to] = [idOf(link.identity), idOf(entry.identity)];
  const proposal = { kind: 'renamed', taken: is === 'taken' } as const;
  return { key: issue.key, title: issue.summary, ...because('renamed', { from, to, is }), proposal };
}

function idOf({ question = '', choice }: Link['identity']): string {
  return choice ?? question;
}

function questionOf({ identity: { lens, question } }: Link): string {
  return JSON.stringify([lens, question]);
}

/** Issues as they are linked, each the only one of its item, which the review has no more. */
function withdrawnOf(
  { issues, workloadLinks: { links } }: RenamesInput,
  known: ReadonlyMap<string, ReviewEntry>,
): readonly Withdrawn[] {
  const byKey = new Map<string, OurIssue[]>();
  for (const issue of issues) {
    const key = identityKey(issue.property);
    byKey.set(key, [...(byKey.get(key) ?? []), issue]);
  }
  return [...links].flatMap(([key, link]) => {
    const [issue, second] = byKey.get(key) ?? [];
    if (issue === undefined || second || known.has(key) || issue.id !== link.issueId) return [];
    return [{ key, link, issue }];
  });
}

/** Whether an item has no issue, and the run and the settings do not leave it out. */
function isFresh(
  { key, standing }: ReviewEntry,
  { issues, workloadLinks, uncertain }: RenamesInput,
): boolean {
  if (standing === 'outside-run' || standing === 'outside-settings') return false;
  if (workloadLinks.links.has(key) || uncertain.has(key)) return false;
  return issues.every(({ property }) => identityKey(property) !== key);
}
