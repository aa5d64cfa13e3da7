/** Answers of resolvers that pages share: asked for once however many components show them, until they are stale. */
import { call, CallFailure, type CallName, type Payload, type Result } from '../bridge/invoke';

export type Asked<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: CallFailure }
  /** `isStale`: a newer answer is under way. */
  | { readonly state: 'ready'; readonly data: T; readonly isStale: boolean };

interface Entry {
  readonly name: CallName;
  asked: Asked<unknown>;
  /** Of the latest request; an answer to an older one is dropped. */
  turn: number;
  readonly refresh: () => void;
}

const LOADING: Asked<never> = { state: 'loading' };
const entries = new Map<string, Entry>();
const listeners = new Set<() => void>();

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What is known now. `ask` starts the request. */
export function peek<N extends CallName>(name: N, payload: Payload<N>): Asked<Result<N>> {
  return (entries.get(keyOf(name, payload))?.asked ?? LOADING) as Asked<Result<N>>;
}

/** Asks unless that was done before. */
export function ask<N extends CallName>(name: N, payload: Payload<N>): void {
  const key = keyOf(name, payload);
  if (entries.has(key)) return;
  const entry: Entry = { name, asked: LOADING, turn: 0, refresh: () => void load(entry, name, payload) };
  entries.set(key, entry);
  entry.refresh();
}

/** Puts an answer that a change brought along in the place of what was known. */
export function keep<N extends CallName>(name: N, payload: Payload<N>, data: Result<N>): void {
  ask(name, payload);
  const entry = entries.get(keyOf(name, payload));
  if (entry) settle(entry, (entry.turn += 1), { state: 'ready', data, isStale: false });
}

/** Asks again for all answers of these names that some component has asked for; they stay on the page meanwhile. */
export function refresh(...names: readonly CallName[]): void {
  for (const entry of entries.values()) if (names.includes(entry.name)) entry.refresh();
}

function keyOf(name: CallName, payload: object): string {
  return `${name} ${JSON.stringify(payload)}`;
}

async function load<N extends CallName>(entry: Entry, name: N, payload: Payload<N>): Promise<void> {
  const turn = (entry.turn += 1);
  settle(entry, turn, entry.asked.state === 'ready' ? { ...entry.asked, isStale: true } : LOADING);
  try {
    settle(entry, turn, { state: 'ready', data: await call(name, payload), isStale: false });
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error;
    settle(entry, turn, { state: 'failed', failure: error });
  }
}

function settle(entry: Entry, turn: number, asked: Asked<unknown>): void {
  if (turn !== entry.turn) return;
  entry.asked = asked;
  for (const listener of listeners) listener();
}
