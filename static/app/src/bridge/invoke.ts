/** The one module that calls resolvers. */
import { invoke } from '@forge/bridge';
import type { Answer } from '../../../../src/contract';
import { CallFailure } from './call-failure';
import type { CallName, Payload, Result } from './calls';

/** Calls a resolver of the contract. @throws CallFailure */
export async function call<N extends CallName>(name: N, payload: Payload<N>): Promise<Result<N>> {
  const answer = await ask<Result<N>>(name, payload);
  if (answer.ok) return answer.data;
  const { code, reason, retryAfterSeconds } = answer.error;
  const retryAt = retryAfterSeconds === undefined ? undefined : Date.now() + retryAfterSeconds * 1000;
  throw new CallFailure(code, reason, retryAt);
}

async function ask<T>(name: CallName, payload: object): Promise<Answer<T>> {
  try {
    // Without asking for metadata the bridge answers the bare body.
    return (await invoke(name, payload)) as unknown as Answer<T>;
  } catch {
    throw new CallFailure('unreachable');
  }
}
