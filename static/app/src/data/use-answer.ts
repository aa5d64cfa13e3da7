import { useEffect, useSyncExternalStore } from 'react';
import type { CallName, Payload, Result } from '../bridge/invoke';
import { ask, type Asked, peek, subscribe } from './answers';

/** A resolver's answer, asked for when the first component needs it. Components that ask the same share one request. */
export function useAnswer<N extends CallName>(name: N, payload: Payload<N>): Asked<Result<N>> {
  const text = JSON.stringify(payload);
  useEffect(() => ask(name, JSON.parse(text) as Payload<N>), [name, text]);
  return useSyncExternalStore(subscribe, () => peek(name, payload));
}
