/** The block in the room that people's text leaves. */
import { DETAILS, renderBlock, type Detail } from './block';
import type { BlockForm, QuestionStatus } from './model';

/**
 * The longest notes of a question: AWS's service model, shape Notes, max 2084. Counted in UTF-16 code units,
 * the safe bound, since no other way of counting finds more (that AWS counts otherwise is unverified).
 */
export const NOTES_LIMIT = 2084;

export type Fitted =
  | { readonly kind: 'fits'; readonly form: BlockForm; readonly text: string }
  /** How many code units even the shortest block lacks. */
  | { readonly kind: 'no-room'; readonly missing: number };

/**
 * The block that tells most in `room` code units. With less room it never tells more. (Without a link, counts
 * take no more than one line does.)
 */
export function fitBlock(status: QuestionStatus, room: number): Fitted {
  let missing = Infinity;
  for (const detail of DETAILS) {
    const text = renderBlock(status, detail);
    if (text.length <= room) return { kind: 'fits', form: formOf(detail), text };
    missing = Math.min(missing, text.length - room);
  }
  return { kind: 'no-room', missing };
}

function formOf(detail: Detail): BlockForm {
  return detail === 'titles' ? 'lines' : detail;
}
