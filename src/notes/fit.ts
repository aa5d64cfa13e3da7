/** The block in the room that people's text leaves. */
import { DETAILS, type Detail, type QuestionStatus } from './model';
import { NEWEST } from './versions';

/**
 * The longest notes of a question: AWS's service model, shape Notes, max 2084. Counted in UTF-16 code units,
 * the safe bound, since no other way of counting finds more (that AWS counts otherwise is unverified, A5).
 */
export const NOTES_LIMIT = 2084;

export type Fitted =
  | { readonly kind: 'fits'; readonly detail: Detail; readonly text: string }
  /** How many code units even the shortest block lacks. */
  | { readonly kind: 'no-room'; readonly missing: number };

/** A block that tells the status in the words of an earlier day. */
export interface Standing {
  readonly detail: Detail;
  readonly text: string;
}

/**
 * The block that tells most in `room` code units. With less room it never tells more. (Without a link, counts
 * take no more than one line does.)
 * @param standing stays as it is where it tells as much as fits
 */
export function fitBlock(
  status: QuestionStatus,
  room: number,
  installation: string,
  standing?: Standing,
): Fitted {
  let missing = Infinity;
  for (const detail of DETAILS) {
    const text = standing?.detail === detail ? standing.text : NEWEST.render(status, detail, installation);
    if (text.length <= room) return { kind: 'fits', detail, text };
    missing = Math.min(missing, text.length - room);
  }
  return { kind: 'no-room', missing };
}
