/** The one module that calls resolvers. */
import { invoke } from '@forge/bridge';
import { texts } from '../texts';
import type { Answer, ApiError, Contract } from '../../../../src/contract';

export type CallName = keyof Contract;
export type Payload<N extends CallName> = Contract[N]['payload'];
export type Result<N extends CallName> = Contract[N]['result'];

/** What a resolver refused, or that it could not be reached; the message is for the person. */
export class CallFailure extends Error {
  override readonly name = 'CallFailure';

  constructor(
    readonly code: ApiError['code'] | 'unreachable',
    message: string,
  ) {
    super(message);
  }
}

/** Calls a resolver of the contract. @throws CallFailure */
export async function call<N extends CallName>(name: N, payload: Payload<N>): Promise<Result<N>> {
  const answer = await ask<Result<N>>(name, payload);
  if (answer.ok) return answer.data;
  throw new CallFailure(answer.error.code, answer.error.message);
}

async function ask<T>(name: CallName, payload: object): Promise<Answer<T>> {
  try {
    // Without asking for metadata the bridge answers the bare body.
    return (await invoke(name, payload)) as unknown as Answer<T>;
  } catch {
    throw new CallFailure('unreachable', texts.shared.unreachable);
  }
}
