import { GetWorkloadCommand } from '@aws-sdk/client-wellarchitected';
import type { WorkloadRef } from '../arn';
import type { Workload } from '../model';
import { workloadAnswer } from '../parse/wire';
import { parseWorkload } from '../parse/workload';
import { because } from '../reasons';
import { tellingWhen } from './answered-at';
import { callOnce, type Wire } from './calls';

/** The workload without its lenses, or an `UpstreamError`. */
export async function readWorkload(wire: Wire, ref: WorkloadRef): Promise<Workload> {
  const subject = because('the-workload', { workload: ref.arn });
  let readAt: number | undefined;
  const command = new GetWorkloadCommand({ WorkloadId: ref.id });
  const answer = await callOnce(wire, { name: 'GetWorkload', subject, answer: workloadAnswer }, () =>
    wire.client.send(tellingWhen(command, (at) => void (readAt = at))),
  );
  return { ...parseWorkload(ref, answer.Workload), readAt };
}
