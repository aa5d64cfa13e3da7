/** Version 2 names the installation. Its checksum is shorter, to give that room back to people's text. */
import { hash } from '../hash';
import type { WritableVersion } from './block-version';
import { statusLines } from './status-lines';

export const VERSION_2: WritableVersion = {
  version: 2,
  begin: /^=== Jira status v2 [0-9a-f]{8} \(do not edit\) ===/,
  end: /^=== end of Jira status v2 [0-9a-f]{8}, check ([0-9a-f]{8}) ===/,
  check,
  render: (status, detail, installation) => {
    const inner = `\n${statusLines(status, detail).join('\n')}\n`;
    const begin = `=== Jira status v2 ${installation} (do not edit) ===`;
    return `${begin}${inner}=== end of Jira status v2 ${installation}, check ${check(inner)} ===`;
  },
};

/** 32 bits: against edits, which nobody hides, one in four thousand million goes unseen. */
function check(inner: string): string {
  return hash(inner).slice(0, 8);
}
