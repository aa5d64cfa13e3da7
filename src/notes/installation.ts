/** Which installation of the app a block belongs to. */
import { canonicalJson, hash } from '../hash';
import type { Remembered } from './written-block';

/** Hex digits of an installation's id. */
const ID_DIGITS = 8;

/** Whose notes these are to the app: what tells its own block from those of other installations. */
export interface Installation {
  /** See `installationId`. */
  readonly installation: string;
  /** Address of the Jira site, without a slash at its end: the link of a block that names no installation. */
  readonly siteUrl: string;
}

/** The same for one question. */
export interface OwnQuestion extends Installation {
  /** What the app remembers of its block in these notes; undefined where it left none. */
  readonly remembered?: Remembered | undefined;
}

/**
 * Names an installation in a marker: eight hex digits, from what survives a renamed site and a re-install. Only
 * installations that write into the same workload ever meet: of ten of them, two are alike with a chance of
 * 45 / 2^32, about one in a hundred million. It is a name, and no proof: whoever may write notes can write it.
 */
export function installationId(cloudId: string, environmentId: string): string {
  return hash(canonicalJson([cloudId, environmentId])).slice(0, ID_DIGITS);
}
