/** Version 1 names no installation: two sites that share a review could not tell their blocks apart. */
import { hash } from '../hash';
import type { BlockVersion } from './block-version';

export const VERSION_1: BlockVersion = {
  version: 1,
  begin: /^=== Jira status v1 \(do not edit\) ===/,
  end: /^=== end of Jira status v1, check ([0-9a-f]{16}) ===/,
  check: hash,
};
