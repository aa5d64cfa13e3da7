/** Tells one listener of what happens on the site. */
import { APP_ACCOUNT_ID } from './seed/users';

export interface JiraEvent {
  readonly eventType: string;
  /** Whether the app's own account did it. */
  readonly selfGenerated: boolean;
  readonly [detail: string]: unknown;
}

/**
 * Called in the middle of a change, before its commit: what it stores becomes durable together with the change.
 *
 * @param properties those of the issue by key, none of an issue that is being deleted: whether a live site still has
 * them is unverified (J24)
 */
export type Listener = (event: JiraEvent, properties: Readonly<Record<string, unknown>>) => void;

export interface Events {
  /** Nothing is made of other events, nor before this is called. */
  listen(eventTypes: ReadonlySet<string>, listener: Listener): void;
  raise(
    eventType: string,
    author: string | undefined,
    details: () => object,
    properties?: Readonly<Record<string, unknown>>,
  ): void;
  /** Raises nothing meanwhile. */
  silently(work: () => void): void;
}

export function createEvents(): Events {
  let wanted: ReadonlySet<string> = new Set();
  let tell: Listener | undefined;
  let silent = false;
  return {
    listen(eventTypes, listener) {
      wanted = eventTypes;
      tell = listener;
    },
    raise(eventType, author, details, properties = {}) {
      if (silent || !wanted.has(eventType)) return;
      tell?.({ eventType, selfGenerated: author === APP_ACCOUNT_ID, ...details() }, properties);
    },
    silently(work) {
      silent = true;
      try {
        work();
      } finally {
        silent = false;
      }
    },
  };
}
