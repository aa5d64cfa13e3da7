/** A workload that a project links: what is recorded of it, and whether it still syncs. Pure. */
import { z } from 'zod';
import type { LinkedWorkloadView, LinkState } from '../contract';
import { hash } from '../hash';
import { defineRecord } from '../storage/record';

export const linkedWorkloadSchema = z.object({
  /** Jira's id: keys can be renamed and taken over. */
  projectId: z.string(),
  workloadArn: z.string(),
  /** As AWS had it when it was linked. */
  name: z.string(),
  connectionId: z.string(),
  /** Account id. */
  linkedBy: z.string(),
  /** ISO 8601, as every `at`. */
  linkedAt: z.string(),
  /** What can only be known when it happens; linking again takes it away. */
  ended: z
    .object({
      reason: z.enum(['unlinked', 'workload-gone']),
      at: z.string(),
      /** Account id; absent where AWS said so. */
      by: z.string().exactOptional(),
    })
    .exactOptional(),
});

export type LinkedWorkload = Readonly<z.infer<typeof linkedWorkloadSchema>>;

export const linkedWorkloadRecord = defineRecord<LinkedWorkload, { readonly name: string }>({
  name: 'linked-workload',
  key: ({ name }) => `linked:${name}`,
  version: 1,
  schema: linkedWorkloadSchema,
  migrations: [],
  unreadable: 'stop',
  means: {
    absent: 'No project links the workload.',
    unreadable: 'The workload does not sync and cannot be linked; lists show the others and name it.',
  },
});

/** Lists and keys name a workload by hash: a storage key takes no `/`, and every ARN has one. */
export function nameOf(workloadArn: string): { readonly name: string } {
  return { name: hash(workloadArn) };
}

/** How things stand now, as far as a link depends on them. */
export interface LinkFacts {
  /** Absent where the connection was deleted. `why`: a sentence for people who manage the project. */
  readonly connection:
    { readonly serves: boolean; readonly usable: boolean; readonly why: string } | undefined;
  /** Absent where the project was deleted, or is hidden from the app. */
  readonly project: { readonly archived: boolean } | undefined;
}

/**
 * Whether a link syncs, and if not, why. The first reason that holds is told, those first that no other
 * repair would take away: it was ended (recorded), the project, the connection's existence, its service to
 * the project and the workload, its use. So a project that is not served learns nothing about a connection.
 */
export function linkState({ ended }: LinkedWorkload, { project, connection }: LinkFacts): LinkState {
  if (ended) return { ...state(ended.reason), at: ended.at };
  if (!project) return state('project-deleted');
  if (project.archived) return state('project-archived');
  if (!connection) return state('connection-deleted');
  if (!connection.serves) return state('not-served');
  if (!connection.usable) {
    return {
      code: 'connection-not-usable',
      message: `Its AWS connection cannot be used now: ${connection.why} Until then it does not sync, and its issues stay.`,
    };
  }
  return state('active');
}

const WORDS: Readonly<Record<Exclude<LinkState['code'], 'connection-not-usable'>, string>> = {
  active: 'Linked: a sync makes and updates its issues.',
  unlinked:
    'It was unlinked: it does not sync any more, and its issues stay. Link it again to go on with the same issues.',
  'workload-gone':
    'AWS does not know the workload any more: it was deleted, or is no longer shared with the account. It does not sync, and its issues stay. If AWS has it again, link it again.',
  'project-deleted':
    'The Jira project was deleted, or the app may not see it: it does not sync, and issues that are left stay. Restore the project, or let the role atlassian-addons-project-access browse it.',
  'project-archived':
    'The Jira project is archived: it does not sync, and its issues stay. Restore the project to go on.',
  'connection-deleted':
    'Its AWS connection was deleted: it does not sync, and its issues stay. Link it again through another connection.',
  'not-served':
    'Its AWS connection does not serve this workload to this project any more: it does not sync, and its issues stay. Ask a Jira admin to let the connection serve it, or link it through another connection.',
};

function state(code: keyof typeof WORDS): LinkState {
  return { code, message: WORDS[code] };
}

/**
 * Why a project may not link a workload, in words; undefined where it may. One workload has one project:
 * another one's link that was not ended stands in the way, unless that project is gone. Does not name it: who
 * reads this may not be allowed to see it.
 *
 * @param existing the workload's record, of whatever project
 * @param itsProject the project of that record, as the app sees it now
 */
export function linkConflict(
  existing: LinkedWorkload | undefined,
  projectId: string,
  itsProject: LinkFacts['project'],
): string | undefined {
  if (!existing || existing.projectId === projectId || existing.ended) return undefined;
  return itsProject && LINKED_ELSEWHERE;
}

const LINKED_ELSEWHERE =
  'Another project has linked this workload, and one workload syncs to one project. Unlink it there first.';

/** @param connectionName absent where the connection is gone */
export function toLinkedWorkloadView(
  link: LinkedWorkload,
  connectionName: string | undefined,
  standing: Pick<LinkedWorkloadView, 'state' | 'automatic' | 'jiraProjectKey' | 'latestRun' | 'activeRun'>,
): LinkedWorkloadView {
  const { workloadArn, name, connectionId, linkedAt, linkedBy } = link;
  return {
    workloadArn,
    name,
    connectionId,
    ...(connectionName === undefined ? {} : { connectionName }),
    linkedAt,
    linkedBy,
    ...standing,
  };
}
