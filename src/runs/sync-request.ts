import { servedProjects, type Connection } from '../connection/model';
import type { ProjectRef } from '../jira/model';
import { whenAll } from '../in-flight';
import { settingsOf, type LinkSettingsPorts } from '../linked-workloads/link-settings';
import type { EffectiveSettings } from '../settings/model';
import type { SyncRequest } from '../sync/ports';
import { MAX_TROUBLES, type Run } from './model';
import type { RunStore } from './run-store';

export interface RequestPorts extends LinkSettingsPorts {
  readonly runs: Pick<RunStore, 'approved'>;
  /** Questions whose answers events named; what a run of the whole workload does not read stays named. */
  readonly namedQuestions: { of(workloadArn: string): Promise<readonly string[]> };
}

/** What is stored for a run beside itself. */
export interface Held {
  /** What holds for its link now. */
  readonly settings: EffectiveSettings;
  readonly approved: SyncRequest['approved'];
  readonly named: readonly string[];
}

/** Reads all of it at once. @throws RecordError */
export async function readHeld(
  { id, projectId, workloadArn, question }: Run,
  ports: RequestPorts,
): Promise<Held> {
  const [settings, approved, named] = await whenAll([
    settingsOf({ projectId, workloadArn }, ports),
    ports.runs.approved(id),
    question === undefined ? ports.namedQuestions.of(workloadArn) : Promise.resolve([]),
  ]);
  return { settings, approved, named };
}

/** What the engine is asked for: what the run says, and what holds for its workload now. Pure. */
export function requestOf(
  run: Run,
  project: ProjectRef,
  connection: Connection,
  { settings, approved, named }: Held,
): SyncRequest {
  const { id: runId, workloadArn, mode, fingerprint, confirm, adoption, tally } = run;
  return {
    runId,
    workloadArn,
    projectId: project.id,
    projectKey: project.key,
    servedProjects: servedProjects(connection, workloadArn),
    mode,
    automatic: run.startedBy === undefined,
    settings: connection.access === 'read-only' ? withoutSelecting(settings) : settings,
    options: {
      ...(run.scope ? { scope: run.scope } : {}),
      selection: run.selection,
      recreate: run.recreate,
      ...(run.removeBlocks === undefined ? {} : { removeBlocks: run.removeBlocks }),
      proposals: { shown: mode === 'preview' || fingerprint !== undefined, decided: run.proposals ?? [] },
      settle: new Map(run.settle.map(({ issueKey, keep }) => [issueKey, keep])),
    },
    fingerprint,
    confirm,
    ...(run.putBack === undefined ? {} : { putBack: run.putBack }),
    adoption,
    approved,
    named,
    isLastTry: run.troubles >= MAX_TROUBLES,
    tally,
  };
}

/** A connection that may only read changes no answer. */
function withoutSelecting({ resolveSelects, ...others }: EffectiveSettings): EffectiveSettings {
  return others;
}
