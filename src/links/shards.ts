/**
 * Links in storage values that stay under Forge's limit for any legal lens: one value for each pillar, and
 * several for a pillar that is too large for one. Pure.
 */
import { hash } from '../hash';
import type { Link } from '../review-entries/link';
import { sealed } from './sealed-link';

/**
 * Forge takes 240 KiB a value (UTF-8 of its JSON). Two shards fit into one value, with room for the platform's
 * own wrapping: while links change their shard, one value holds those that come and those that go.
 */
export const MAX_SHARD_BYTES = 110 * 1024;

export interface Shard {
  /** `<lens and pillar>.<part>`, fit for a storage key. */
  readonly name: string;
  readonly links: readonly Link[];
}

/** Cuts links into shards. Deterministic: equal links give equal shards, whatever their order. */
export function cut(links: readonly Link[]): readonly Shard[] {
  const pillars = new Map<string, Link[]>();
  for (const link of links) {
    const name = hash(JSON.stringify([link.identity.lens, link.pillar]));
    pillars.set(name, [...(pillars.get(name) ?? []), link]);
  }
  return [...pillars].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([name, members]) => parts(name, members));
}

function parts(name: string, links: readonly Link[]): readonly Shard[] {
  const cuts: Link[][] = [[]];
  let bytes = 0;
  for (const link of [...links].sort(byIdentity)) {
    const size = Buffer.byteLength(JSON.stringify(sealed(link)), 'utf8') + 1;
    if (bytes + size > MAX_SHARD_BYTES && bytes > 0) {
      cuts.push([]);
      bytes = 0;
    }
    cuts.at(-1)?.push(link);
    bytes += size;
  }
  return cuts.map((part, index) => ({ name: `${name}.${index}`, links: part }));
}

function byIdentity(a: Link, b: Link): number {
  return text(a) < text(b) ? -1 : 1;
}

function text({ identity }: Link): string {
  return JSON.stringify([identity.question ?? '', identity.choice ?? '']);
}
