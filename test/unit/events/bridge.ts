/** A stand-in with `aws/events.yaml` deployed, and what its API destinations were sent. */
import { UpdateAnswerCommand, type WellArchitectedClient } from '@aws-sdk/client-wellarchitected';
import type { DeliveryAnswer, DeliveryRequest } from '../../../sandbox/aws/index';
import { type SandboxAws, sandboxAws } from '../../contract/aws/world';
import type { AwsOptions } from '../../../sandbox/aws/index';

export const URL = 'https://web-trigger.example.invalid/x1/abc';
export const KEY = 'k'.repeat(32);

export interface Bridge extends SandboxAws {
  readonly sent: DeliveryRequest[];
  /** What the next requests are answered; 200 when it is empty. */
  readonly answers: (DeliveryAnswer | 'silence')[];
  /** The bodies, parsed. */
  bodies(): readonly Body[];
}

export interface Body {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly detail: {
    readonly eventName: string;
    readonly requestParameters: { readonly QuestionId: string };
  };
}

export function bridge(options: Partial<AwsOptions> = {}, timeoutMs = 50): Bridge {
  const world = sandboxAws(options);
  const sent: DeliveryRequest[] = [];
  const answers: (DeliveryAnswer | 'silence')[] = [];
  world.aws.events.connect((request) => {
    sent.push(request);
    const answer = answers.shift() ?? { status: 200 };
    return answer === 'silence' ? new Promise(() => undefined) : Promise.resolve(answer);
  }, timeoutMs);
  return { ...world, sent, answers, bodies: () => sent.map(({ body }) => JSON.parse(body) as Body) };
}

/** With the rule in its usual place. */
export function deployed(options: Partial<AwsOptions> = {}): Bridge {
  const world = bridge(options);
  world.aws.admin.deployEvents({ webTriggerUrl: URL, key: KEY });
  return world;
}

/** Somebody writes a note. */
export async function note(
  client: WellArchitectedClient,
  WorkloadId: string,
  QuestionId = 'priorities',
): Promise<void> {
  const at = { WorkloadId, LensAlias: 'wellarchitected', QuestionId };
  await client.send(new UpdateAnswerCommand({ ...at, Notes: 'confidential' }));
}
