import { useEffect, useSyncExternalStore } from 'react';
import type { CallName, Payload, Result } from '../bridge/invoke';
import { ask, type Asked, peek, subscribe } from './answers';

/** As `useAnswer`, for a list of payloads that grows and shrinks; answers in their order. */
export function useAnswers<N extends CallName>(
  name: N,
  payloads: readonly Payload<N>[],
): readonly Asked<Result<N>>[] {
  const text = JSON.stringify(payloads);
  useEffect(() => {
    for (const payload of JSON.parse(text) as readonly Payload<N>[]) ask(name, payload);
  }, [name, text]);
  const all = () => payloads.map((payload) => peek(name, payload));
  // A newer answer is announced by `isStale` before it comes, so this changes whenever an answer does.
  useSyncExternalStore(subscribe, () => all().map(fingerprint).join());
  return all();
}

function fingerprint(asked: Asked<unknown>): string {
  return asked.state === 'ready' && asked.isStale ? 'stale' : asked.state;
}
