/**
 * `event.runtime.issue.properties['key'].path`: entity properties of the event's issue, a preview of Forge.
 * https://developer.atlassian.com/platform/forge/events-reference/product_events/#filtering-by-entity-properties
 */
import type { IssueProperties } from '../product-event';

export interface PropertyPath {
  readonly key: string;
  /** Into the property's value. */
  readonly path: readonly string[];
}

/** "Paths must resolve to a primitive value or an array of primitives"; what does not resolve is null. */
export function valueAt({ key, path }: PropertyPath, properties: IssueProperties): unknown {
  let value: unknown = properties;
  for (const name of [key, ...path]) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null;
    value = Reflect.get(value, name);
  }
  const isPlain = (each: unknown): boolean => typeof each !== 'object' || each === null;
  return isPlain(value) || (Array.isArray(value) && value.every(isPlain)) ? value : null;
}
