/**
 * The versions of the block that this code knows. An intact block of ours of any of them is replaced by the
 * newest. A new version is a file beside `version-2.ts`, a row here, and its name as the newest.
 */
import type { BlockVersion, WritableVersion } from './block-version';
import { VERSION_1 } from './version-1';
import { VERSION_2 } from './version-2';

export const NEWEST: WritableVersion = VERSION_2;

const KNOWN: readonly BlockVersion[] = [VERSION_1, VERSION_2];

const VERSIONS: ReadonlyMap<number, BlockVersion> = new Map(KNOWN.map((each) => [each.version, each]));

export function knownVersion(version: number): BlockVersion | undefined {
  return VERSIONS.get(version);
}
