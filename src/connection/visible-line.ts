/** A line of text that a person enters and others will read. Pure. */
import { z } from 'zod';
import { problem } from './input-reasons';

/**
 * Characters that show nothing or reorder what follows: control, format and private characters, lone
 * surrogates, line separators, fillers (Unicode, Default_Ignorable_Code_Point, without the emoji variation
 * selector) and the empty Braille pattern.
 */
const HIDDEN = /[\p{C}\p{Zl}\p{Zp}\u2800]|(?!\ufe0f)\p{Default_Ignorable_Code_Point}/u;

/** Blanks, also at the ends and line breaks, count as one space each run. */
export function visibleLine({
  min,
  max,
  whenMissing,
}: {
  readonly min: number;
  readonly max: number;
  readonly whenMissing: string;
}) {
  return z
    .string(whenMissing)
    .max(max * 4, { message: problem('too-long', { max }), abort: true })
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .min(min, whenMissing)
        .max(max, problem('too-long', { max }))
        .refine((text) => !HIDDEN.test(text), problem('not-visible')),
    );
}
