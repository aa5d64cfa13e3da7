/** The manifest's `consumer` modules. https://developer.atlassian.com/platform/forge/manifest-reference/modules/consumer/ */
import type { AppFunction } from './app-function';

export interface Consumer {
  readonly key: string;
  readonly queue: string;
  readonly function: string;
  /** Of a resolver that the function is: what a consumer of the older form names. */
  readonly method?: string;
}

export interface RawConsumer {
  readonly key: string;
  readonly queue: string;
  readonly function?: string;
  readonly endpoint?: string;
  readonly resolver?: { readonly function?: string; readonly method?: string; readonly workflow?: string };
}

/** By queue. @throws Error naming the consumer and what is wrong with it */
export function consumersOf(
  raw: readonly RawConsumer[],
  functions: ReadonlyMap<string, AppFunction>,
): ReadonlyMap<string, Consumer> {
  const consumers = raw.map(consumerFrom);
  const lost = consumers.find((consumer) => !functions.has(consumer.function));
  if (lost !== undefined) throw new Error(`consumer ${lost.key} names no function "${lost.function}"`);
  return new Map(consumers.map((consumer) => [consumer.queue, consumer]));
}

function consumerFrom({ key, queue, resolver, ...raw }: RawConsumer): Consumer {
  if (raw.endpoint !== undefined)
    throw new Error(`consumer ${key} calls no function; the local site has no remotes`);
  if (resolver?.workflow !== undefined)
    throw new Error(`consumer ${key}: the local site carries out no workflows`);
  if (resolver?.function !== undefined && resolver.method !== undefined)
    return { key, queue, function: resolver.function, method: resolver.method };
  return { key, queue, function: raw.function ?? '' };
}
