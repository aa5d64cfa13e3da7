/** Settings of workloads and of AWS's own Jira connector, and many workloads at once. */
import { z } from 'zod';
import { ACCOUNT, REGION } from './account';
import { byHand } from './by-hand';
import type { Committing } from './commit';
import type { Site } from './endpoint';
import { hexId } from './ids';
import { validationError } from './wellarchitected/errors';
import { findWorkload } from './wellarchitected/find';
import { updateWorkload } from './wellarchitected/operations/update-workload';
import type { Scene } from './wellarchitected/operation';
import type { WorkloadRecord } from './wellarchitected/records';
import { accountJiraConfiguration } from './wellarchitected/shapes';
import { newWorkload, requireLenses } from './wellarchitected/workloads';

/** Administration works on these. */
export type AdminParts = Pick<Site, 'records' | 'clock' | 'events'>;

export interface AccountAndRegion {
  /** Default 111122223333. */
  readonly account?: string;
  /** Default us-east-1. */
  readonly region?: string;
}

export interface ManyWorkloads extends AccountAndRegion {
  readonly count: number;
  /** Aliases or ARNs of published lenses; the framework's by default. */
  readonly lenses?: readonly string[];
  /** A number follows it: `Workload 0001`, which is the default. */
  readonly name?: string;
}

export interface WorkloadAdmin {
  /** Many at once, all questions unanswered; those that are there already stay as they are. */
  addWorkloads(many: ManyWorkloads): readonly WorkloadRecord[];
  /** As UpdateWorkload does, `{ JiraConfiguration: { IssueManagementStatus: 'ENABLED' } }` too. */
  updateWorkload(workloadId: string, changes: Readonly<Record<string, unknown>>): void;
  /**
   * What GetGlobalSettings says of AWS's own Jira connector. Not configured until this is called.
   *
   * @throws AwsError ValidationException for what it cannot say.
   */
  setJiraConnector(configuration: Readonly<Record<string, unknown>>, where?: AccountAndRegion): void;
}

export function createWorkloadAdmin(parts: AdminParts, { committed }: Committing): WorkloadAdmin {
  return {
    addWorkloads: committed((many) => addWorkloads(parts, many)),
    updateWorkload: committed((id, changes) => changeWorkload(parts, id, changes)),
    setJiraConnector: committed((configuration, where) => setJiraConnector(parts, configuration, where)),
  };
}

/** Administration sees a workload from its own account and Region. */
export function sceneOf(parts: AdminParts, workloadId: string): Scene {
  const { region = REGION, owner: account = ACCOUNT } = parts.records.workloads.get(workloadId) ?? {};
  return { ...parts, account, region, versionedLensArns: false };
}

function setJiraConnector(
  { records }: AdminParts,
  configuration: Readonly<Record<string, unknown>>,
  { account = ACCOUNT, region = REGION }: AccountAndRegion = {},
): void {
  const checked = accountJiraConfiguration.safeParse(configuration);
  if (!checked.success) throw validationError(z.prettifyError(checked.error));
  records.jiraConnectors.set(`${account} ${region}`, checked.data);
}

function changeWorkload(parts: AdminParts, id: string, changes: Readonly<Record<string, unknown>>): void {
  const scene = sceneOf(parts, id);
  const workload = findWorkload(scene, id);
  const checked = updateWorkload.input.safeParse({ WorkloadId: id, ...changes });
  if (!checked.success) throw validationError(z.prettifyError(checked.error));
  updateWorkload.run(scene, checked.data);
  byHand(parts, workload, 'UpdateWorkload', changes);
}

function addWorkloads(parts: AdminParts, many: ManyWorkloads): readonly WorkloadRecord[] {
  const { count, lenses = ['wellarchitected'], name = 'Workload', account = ACCOUNT, region = REGION } = many;
  const scene = { ...parts, account, region, versionedLensArns: false };
  const reviewed = requireLenses(scene, lenses);
  return Array.from({ length: count }, (_, index) => {
    const WorkloadName = `${name} ${String(index + 1).padStart(4, '0')}`;
    const id = hexId(`many/${account}/${region}/${WorkloadName}`);
    const details = { WorkloadName, Environment: 'PREPRODUCTION', AwsRegions: [region] } as const;
    const known = parts.records.workloads.get(id);
    return known ?? newWorkload(scene, { id, owner: account, lenses: reviewed, details });
  });
}
