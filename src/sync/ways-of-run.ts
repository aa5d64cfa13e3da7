/** What a run knows and learns of the ways of its issues: who goes alone, who with others, who not at all. */
import type { Jira, MoveAnswer, MoveTarget } from '../jira/jira';
import type { AnyIssue } from '../jira/model';
import type { WayStore } from '../jira/way-store';
import { guideFor, isOf, learn, stillStuck, targetName, type Guide, type Kind, type Way } from '../jira/ways';

export interface WayPorts {
  readonly jira: Pick<Jira, 'fetch'>;
  readonly ways: WayStore;
}

/**
 * - `with-others`: a way from its status is known.
 * - `alone`: none is; what becomes of it is seen before the next issue is moved.
 * - `not`: one like it got stuck, and it would only follow.
 */
export type Turn = 'with-others' | 'alone' | 'not';

/** What of a move decides its way. */
export interface Travelling {
  readonly issue: AnyIssue;
  readonly target: MoveTarget;
}

/** Refusals that every issue of a type meets in the same status. */
const OF_THE_WORKFLOW: ReadonlySet<string> = new Set([
  'no-transition',
  'too-long',
  'no-permission-or-workflow',
]);

export class WaysOfRun {
  /** Statuses of a kind from which this run tried in vain. */
  private readonly inVain = new Set<string>();

  private constructor(
    private readonly ports: WayPorts,
    /** By project id. */
    private readonly known: Map<string, readonly Way[]>,
  ) {}

  static async open(moves: readonly Travelling[], ports: WayPorts): Promise<WaysOfRun> {
    return new WaysOfRun(ports, new Map(await readWays(moves, ports)));
  }

  turnOf(move: Travelling): Turn {
    const { id, name } = this.placeOf(move);
    if (this.guideFor(move).next.has(id)) return 'with-others';
    return this.inVain.has(name) ? 'not' : 'alone';
  }

  /** Those first that got stuck before: whether they go on tells of all that would follow them. */
  inOrder<M extends Travelling>(moves: readonly M[]): readonly M[] {
    const isStuck = ({ issue }: M) =>
      this.waysIn(issue.projectId).some(({ stuckAt }) => stuckAt?.issueId === issue.id);
    return [...moves.filter(isStuck), ...moves.filter((move) => !isStuck(move))];
  }

  guideFor(move: Travelling): Guide {
    return guideFor(this.waysIn(move.issue.projectId), kindOf(move));
  }

  /** Keeps what an answer tells, at once: the next invocation of the run may be another one. */
  async learn(move: Travelling, answer: MoveAnswer): Promise<void> {
    const { issue } = move;
    const ways = this.waysIn(issue.projectId);
    if (answer.kind === 'refused') this.noteRefusal(move, answer.code);
    if (answer.kind !== 'applied' && answer.kind !== 'stuck') return;
    const steps = answer.walked.map(({ id, name }) => ({ id, name }));
    if (steps.length < 2) return;
    const kind = kindOf(move);
    const end = answer.kind === 'stuck' ? 'stuck' : 'there';
    const next = learn(ways, { ...kind, level: issue.level, issueId: issue.id, steps, end });
    // A way that was known is to be tried once more before it counts as one that leads nowhere.
    const isRemembered = next.some(({ stuckAt }) => end === 'stuck' && stuckAt?.issueId === issue.id);
    if (isRemembered) for (const { id } of steps) this.inVain.add(nameOf(move, kind, id));
    if (next === ways) return;
    this.known.set(issue.projectId, next);
    await this.ports.ways.save(issue.projectId, next);
  }

  /** One that may enter no status any more which a walk got stuck in: those beside it may not either. */
  private noteRefusal(move: Travelling, code: string): void {
    const kind = kindOf(move);
    const ways = this.waysIn(move.issue.projectId);
    const passed = ways.filter((way) => way.stuckAt && isOf(way, kind)).flatMap(({ steps }) => steps);
    const { id, name } = this.placeOf(move);
    if (OF_THE_WORKFLOW.has(code) && passed.some((status) => status.id === id)) this.inVain.add(name);
  }

  private placeOf(move: Travelling): { readonly id: string; readonly name: string } {
    const { id } = move.issue.status;
    return { id, name: nameOf(move, kindOf(move), id) };
  }

  private waysIn(projectId: string): readonly Way[] {
    return this.known.get(projectId) ?? [];
  }
}

/** What is known of the projects in which issues move, by project id; nothing is written. */
export async function readWays(
  moves: readonly Pick<Travelling, 'issue'>[],
  { ways, jira }: WayPorts,
): Promise<ReadonlyMap<string, readonly Way[]>> {
  const projects = [...new Set(moves.map(({ issue }) => issue.projectId))];
  const stored = new Map<string, readonly Way[]>();
  for (const projectId of projects) stored.set(projectId, await ways.load(projectId));
  const stuck = [...stored.values()].flat().flatMap(({ stuckAt }) => stuckAt?.issueId ?? []);
  if (stuck.length === 0) return stored;
  const issues = new Map((await jira.fetch(stuck)).map(({ id, status }) => [id, status.id]));
  const statusOf = (issueId: string) => issues.get(issueId);
  return new Map([...stored].map(([projectId, each]) => [projectId, stillStuck(each, statusOf)]));
}

export function kindOf({ issue, target }: Travelling): Kind {
  return { issueTypeId: issue.issueType.id, to: targetName(target) };
}

function nameOf({ issue }: Travelling, { issueTypeId, to }: Kind, statusId: string): string {
  return [issue.projectId, issueTypeId, to, statusId].join(' ');
}
