/** Whether the app wrote the block that bears its markers: whoever may write notes can write markers and checksum. */
import type { OwnBlock } from './parse-notes';
import { blockCheck, type Remembered } from './written-block';

/**
 * - `confirmed`: it is the block that the app remembers writing last.
 * - `not-confirmed`: nothing is remembered that it could be compared with; the next run finds out and remembers.
 * - `differs`: it is another one than is remembered, however valid its checksum; the next run writes it anew.
 * - `edited`: its markers or its checksum tell that it was changed, or that a newer app wrote it: left to a person.
 */
export type BlockOrigin = 'confirmed' | 'not-confirmed' | 'differs' | 'edited';

/** Never guessed: what an earlier version remembered has no checksum of the block, and confirms none. */
export function originOf(
  block: Exclude<OwnBlock, { kind: 'none' }>,
  remembered: Remembered | undefined,
): BlockOrigin {
  if (block.kind !== 'intact') return 'edited';
  if (remembered === undefined || typeof remembered === 'string') return 'not-confirmed';
  return remembered.check === blockCheck(block.block) ? 'confirmed' : 'differs';
}
