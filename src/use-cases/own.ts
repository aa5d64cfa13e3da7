/** The one place where what a call within a project names is found to be the project's, whatever the call is. */
import { connectionOf } from '../connection/rules';
import type { ConnectionStore } from '../connection/connection-store';
import { linkOf } from '../linked-workloads/link-of';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { RunStore } from '../runs/run-store';
import type { ProjectCaller } from './caller';
import { ownerOf } from './connections/owner';
import { runOf } from './view-run';

export interface OwnPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get'>;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly runs: Pick<RunStore, 'load'>;
}

type Check = (id: string, caller: ProjectCaller, ports: OwnPorts) => Promise<unknown>;

/** By member of a payload; each throws Refusal `not-found`, and does not tell whose it is. */
const CHECKS = new Map<string, Check>([
  ['workloadArn', (arn, { project }, ports) => linkOf(project, arn, ports)],
  ['connectionId', (id, caller, ports) => connectionOf(ownerOf(caller), id, ports)],
  ['runId', (id, { project }, { runs }) => runOf(project, id, runs)],
]);

/** Members of payloads that are checked before a use case sees them. */
export const CHECKED_HERE: readonly string[] = [...CHECKS.keys()];

/**
 * Whether everything that the payload names is the project's. A workload beside a connection is yet to be linked: then
 * the connection must serve the project for it, which `linkWorkload` finds.
 *
 * @throws Refusal, and RecordError where a record cannot be read
 */
export async function requireOwn(payload: unknown, caller: ProjectCaller, ports: OwnPorts): Promise<void> {
  const named = new Map(Object.entries(payload ?? {}));
  if (named.has('workloadArn') && named.has('connectionId')) return;
  for (const [member, check] of CHECKS) {
    const id: unknown = named.get(member);
    if (typeof id === 'string') await check(id, caller, ports);
  }
}
