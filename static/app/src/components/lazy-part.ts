import { type ComponentType, lazy } from 'react';
import type { PartProps } from './parts';

/** A part that is a chunk of its own: loaded when it is opened for the first time. */
export function lazyPart(load: () => Promise<ComponentType<PartProps>>): ComponentType<PartProps> {
  return lazy(async () => ({ default: await load() }));
}
