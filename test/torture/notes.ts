/** Notes taken apart by the driver's own rules, not by those of the app. */

const BLOCK =
  /=== Jira status v\d+ [0-9a-f]{8}[^\r\n]* ===\r?\n[^]*?\r?\n=== end of Jira status v\d+ [0-9a-f]{8}, check [0-9a-f]{8,64} ===/g;
const MARKER = /=== Jira status v\d+ [0-9a-f]{8}/g;
const WITH_SEPARATOR = new RegExp(`(?:\\n\\n)?${BLOCK.source}`, 'g');

export function blocksIn(notes: string): readonly string[] {
  return notes.match(BLOCK) ?? [];
}

/** Opening markers, whatever follows them. */
export function markersIn(notes: string): number {
  return notes.match(MARKER)?.length ?? 0;
}

/** What is no block, nor the blank line before one, which comes and goes with it. */
export function textOfPeople(notes: string): string {
  return notes.replace(WITH_SEPARATOR, '');
}
