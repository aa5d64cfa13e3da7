import type { AuditPorts } from '../audit/record';
import type { Contract, StartSync } from '../contract';
import { linkOf } from '../linked-workloads/link-of';
import { settingsOf, type LinkSettingsPorts } from '../linked-workloads/link-settings';
import { examineLink, type LinkStatePorts } from '../linked-workloads/link-state';
import { whenAll } from '../in-flight';
import type { LinkedWorkloadStore } from '../linked-workloads/linked-workload-store';
import type { Reason } from '../reason';
import { Refusal } from '../refusal';
import type { Run } from '../runs/model';
import { because as tell } from '../runs/reasons';
import { askedOf } from '../runs/asked-of';
import { recordRun } from '../runs/record-run';
import { startRun, type StartRunPorts } from '../runs/start-run';
import type { ProjectCaller } from './caller';
import { because } from './reasons';

export interface StartSyncPorts extends LinkStatePorts, LinkSettingsPorts, StartRunPorts, AuditPorts {
  readonly linkedWorkloads: Pick<LinkedWorkloadStore, 'get'>;
  readonly isLicensed: () => boolean;
}

/**
 * Starts a run of a workload whose link is active and whose settings let it sync. On a site whose licence is not active
 * previews alone.
 */
export async function startSync(
  payload: StartSync,
  { accountId, site, project }: ProjectCaller,
  ports: StartSyncPorts,
): Promise<Contract['sync.start']['result']> {
  const link = await linkOf(project, payload.workloadArn, ports);
  const [{ state }, { issueManagementStatus }] = await whenAll([
    examineLink(link, project, ports),
    settingsOf(link, ports),
  ]);
  if (state.code !== 'active') throw new Refusal('conflict', state.reason);
  if (issueManagementStatus === 'DISABLED') {
    throw new Refusal('conflict', because('syncing-switched-off'));
  }
  if (payload.mode === 'sync' && !ports.isLicensed()) throw new Refusal('conflict', because('unlicensed'));
  const asked = {
    site,
    startedBy: accountId,
    workloadArn: payload.workloadArn,
    projectId: project.id,
    mode: payload.mode,
    ...(payload.scope ? { scope: payload.scope } : {}),
    selection: payload.selection ?? {},
    recreate: payload.recreate ?? false,
    ...(payload.removeBlocks === undefined ? {} : { removeBlocks: payload.removeBlocks }),
    ...(payload.putBack === undefined ? {} : { putBack: payload.putBack }),
    ...(payload.fingerprint === undefined ? {} : { fingerprint: payload.fingerprint }),
    settle: payload.settle ?? [],
    confirm: payload.confirm ?? false,
    ...(payload.adoption === undefined ? {} : { adoption: payload.adoption }),
    ...(payload.proposals === undefined ? {} : { proposals: payload.proposals }),
    workloadName: link.name,
  };
  const run = await startRun(asked, ports);
  await recordRun(run, 'sync.started', startOf(run), askedOf(run), ports);
  return { runId: run.id };
}

function startOf({ id: run }: Run): Reason {
  return tell('audit-run-started', { run });
}
