import { run } from '../invocations';
import type { Machine } from '../machine';
import {
  tooBig,
  type WebTriggerAnswer,
  webTriggerAnswer,
  type WebTriggerRequest,
  webTriggerRequest,
} from './web-request';

/** Calls a web trigger's function on nobody's behalf; answers nothing for an id that no module has. */
export async function callWebTrigger(
  machine: Machine,
  id: string,
  received: WebTriggerRequest,
): Promise<WebTriggerAnswer | undefined> {
  const { webTriggers, dispatcher, limits, invocationLimits, ledger } = machine;
  const module = webTriggers.find(id);
  if (module === undefined) return undefined;
  const request = webTriggerRequest(id, received);
  const refusal = tooBig(request);
  if (refusal !== undefined) return refusal;
  if (!invocationLimits.admit(undefined)) {
    ledger.refuseInvocation();
    return { statusCode: 429 };
  }
  const { key: moduleKey, function: fn, outputs } = module;
  const limitMs = limits['web-trigger'] * 1000;
  const ending = await run(machine, { fn, moduleKey, kind: 'front', request, limitMs });
  dispatcher.pump();
  return webTriggerAnswer(ending, outputs);
}
