/** Which of the needed actions the role allows, each tried on a real workload and none of them changing it. */
import type { WellArchitectedClient } from '@aws-sdk/client-wellarchitected';
import { z } from 'zod';
import type { Access } from '../../contract/connections';
import {
  READ_ACTIONS,
  WORKLOAD_PROBES,
  WRITE_ACTIONS,
  type ProbeParams,
} from '../../wellarchitected/actions';
import type { WorkloadRef } from '../../wellarchitected/arn';
import {
  answerOf,
  attempt,
  attemptCall,
  openClient,
  unknown,
  type TestSession,
  type Finding,
  type Outcome,
} from './test-session';
import { hex } from '../hex';
import { because } from '../reasons';
import { isDenied, verdict } from './action-verdict';

/** The actions on a workload, in the order in which they are tried. */
export function workloadActions(access: Access) {
  return access === 'read-only' ? READ_ACTIONS : [...READ_ACTIONS, ...WRITE_ACTIONS];
}

const GET_WORKLOAD = 'wellarchitected:GetWorkload';

/** Tries every action on the first workload that the role lets the app read. */
export async function checkActions(
  session: TestSession,
  workloads: readonly WorkloadRef[],
): Promise<readonly Finding[]> {
  const { access } = session.connection;
  const purpose = {
    kind: 'test',
    workloadArns: workloads.map(({ arn }) => arn),
    write: access === 'read-write',
  } as const;
  const entered = await attempt(() => session.enter({ purpose }));
  if (entered.kind !== 'done') {
    return workloadActions(access).map((action) => unknown(action, entered.error.reason));
  }
  const client = openClient(session, entered.answer);
  const found = await findReadable(session, client, workloads);
  return [found.check, ...(await checkOthers(session, client, found.workload))];
}

/** A role may be limited to some workloads: not the first that there is has to be among them. */
async function findReadable(
  session: TestSession,
  client: WellArchitectedClient,
  workloads: readonly WorkloadRef[],
): Promise<{ readonly workload: WorkloadRef; readonly check: Finding }> {
  const action = GET_WORKLOAD;
  const tried: { readonly workload: WorkloadRef; readonly check: Finding; readonly denied: boolean }[] = [];
  for (const workload of workloads) {
    const outcome = await attemptCall(
      session,
      { action, subject: because('tested-workload', { workload: workload.arn }) },
      (options) => WORKLOAD_PROBES[action](client, options, atFirst(session, workload)),
    );
    const check = verdict(session.connection, { action, workload, of: workloads.length }, outcome);
    if (outcome.kind !== 'refused') return { workload, check };
    tried.push({ workload, check, denied: isDenied(outcome) });
  }
  const best = tried.find(({ denied }) => !denied) ?? tried[0];
  if (best === undefined) throw new RangeError('there is no workload to try');
  return best;
}

/** The Framework: where the workload has no lens, or does not show it, AWS still says whether it may be read. */
const DEFAULT_LENS = 'wellarchitected';

/** Every other action, each on what the answers to those before it name. */
async function checkOthers(
  session: TestSession,
  client: WellArchitectedClient,
  workload: WorkloadRef,
): Promise<readonly Finding[]> {
  const subject = because('tested-workload', { workload: workload.arn });
  const checks: Finding[] = [];
  let place = atFirst(session, workload);
  for (const action of workloadActions(session.connection.access)) {
    if (action === GET_WORKLOAD) continue;
    const outcome = await attemptCall(session, { action, subject }, (options) =>
      WORKLOAD_PROBES[action](client, options, place),
    );
    checks.push(verdict(session.connection, { action, workload }, outcome));
    place = { ...place, ...namedIn(outcome) };
  }
  return checks;
}

/** What is asked about as long as no list has named it. */
function atFirst({ random }: TestSession, { id }: WorkloadRef): ProbeParams {
  const nowhere = `app-permission-check-${hex(random(4))}`;
  return { WorkloadId: id, LensAlias: DEFAULT_LENS, QuestionId: nowhere, nowhere };
}

const list = z.object({
  LensReviewSummaries: z.array(z.object({ LensAlias: z.string().min(1) })).default([]),
  AnswerSummaries: z.array(z.object({ QuestionId: z.string().min(1) })).default([]),
});

/** The first lens or question of a list. An answer that cannot be read names nothing; reading it is not what is tested. */
function namedIn(outcome: Outcome<unknown>): Partial<ProbeParams> {
  const { data } = list.safeParse(answerOf(outcome));
  return { ...data?.LensReviewSummaries[0], ...data?.AnswerSummaries[0] };
}
