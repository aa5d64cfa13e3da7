import type { Block, Paragraph } from './nodes';

/**
 * Jira's limit for a description is 32,767 characters. Whether it counts the text or the document is
 * unverified (J14), so the whole document as JSON stays well below it.
 */
const MAX_DOCUMENT = 28_000;

const SHORTENED: Paragraph = { type: 'paragraph', content: [{ type: 'text', text: '… (shortened)' }] };

/** The blocks from the start that fit; the first that does not is cut (a list) or dropped, and that is said. */
export function fit(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  let room = MAX_DOCUMENT;
  for (const block of blocks) {
    const cut = cutTo(block, room);
    if (cut !== undefined) kept.push(cut);
    if (cut !== block) return [...kept, SHORTENED];
    room -= size(block);
  }
  return kept;
}

function cutTo(block: Block, room: number): Block | undefined {
  if (size(block) <= room) return block;
  if (block.type !== 'bulletList') return undefined;
  let left = room - size({ ...block, content: [] });
  const content = block.content.filter((item) => (left -= size(item)) >= 0);
  return content.length > 0 ? { ...block, content } : undefined;
}

/** As JSON, with the comma that follows. */
function size(node: object): number {
  return JSON.stringify(node).length + 1;
}
