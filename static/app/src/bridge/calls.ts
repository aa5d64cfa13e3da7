import type { Contract } from '../../../../src/contract';

/** A resolver, by its name in the contract. */
export type CallName = keyof Contract;
export type Payload<N extends CallName> = Contract[N]['payload'];
export type Result<N extends CallName> = Contract[N]['result'];
