/** A workload that a project links: what is recorded of it, and whether it still syncs. Pure. */
import { z } from 'zod';
import type { LinkedWorkloadView, LinkState } from '../contract';
import { hash } from '../hash';
import type { Reason } from '../reason';
import { defineRecord } from '../storage/record';
import { because } from './reasons';

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
    unreadable:
      'The workload does not sync; lists show the others and name it. A project whose list it is in links it anew, or unlinks it; a Jira admin unlinks it.',
  },
});

/** What of a linked workload may be left where it cannot be read: whose it is, within the alphabet of storage keys. */
export const ownerOfLinkRecord = {
  ...linkedWorkloadRecord,
  key: (key: string) => key,
  schema: z.object({ projectId: z.string().regex(/^[\w .-]{1,64}$/) }),
};

export type OwnerOfLink = z.infer<typeof ownerOfLinkRecord.schema>;

/** Lists and keys name a workload by hash: a storage key takes no `/`, and every ARN has one. */
export function nameOf(workloadArn: string): { readonly name: string } {
  return { name: hash(workloadArn) };
}

/** How things stand now, as far as a link depends on them. */
export interface LinkFacts {
  /** Absent where the connection was deleted. `why`: what those are told whom it serves. */
  readonly connection:
    | { readonly serves: boolean; readonly usable: boolean; readonly why: Reason }
    | { readonly unreadable: Reason }
    | undefined;
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
  if ('unreadable' in connection) return { code: 'record-unreadable', reason: connection.unreadable };
  if (!connection.serves) return state('not-served');
  if (!connection.usable) {
    return {
      code: 'connection-not-usable',
      reason: because('link-connection-not-usable', { why: connection.why }),
    };
  }
  return state('active');
}

function state(code: Exclude<LinkState['code'], 'connection-not-usable' | 'record-unreadable'>): LinkState {
  return { code, reason: because(`link-${code}`) };
}

/**
 * Whether another project's link stands in the way of one: one workload has one project. A link that was ended does
 * not, nor does one of a project that is gone (`explainConflict`).
 *
 * @param existing the workload's record, of whatever project
 */
export function isLinkedElsewhere(
  existing: LinkedWorkload | undefined,
  projectId: string,
): existing is LinkedWorkload {
  return existing !== undefined && existing.projectId !== projectId && !existing.ended;
}

/**
 * Why that project's link stands in the way, and who can help; undefined where the project is gone.
 *
 * @param itsProject as the app sees it now
 * @param seen the same as whoever is told sees it: named to those alone who may browse it
 */
export function explainConflict(
  itsProject: LinkFacts['project'],
  seen: { readonly key: string } | undefined,
): Reason | undefined {
  if (!itsProject) return undefined;
  return seen ? because('linked-by', { project: seen.key }) : because('linked-elsewhere');
}

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
