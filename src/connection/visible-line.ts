/** A line of text that a person enters and others will read. Pure. */
import { z } from 'zod';
import { hidesCharacters } from '../hidden-characters';
import { problem } from './input-reasons';

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
        .refine((text) => !hidesCharacters(text), problem('not-visible')),
    );
}
