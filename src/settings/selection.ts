/** What of a review gets issues. Limits are those of AWS's shapes (PillarId 64, QuestionId 128, LensAlias 128). */
import { z } from 'zod';
import { hidesCharacters } from '../hidden-characters';
import { withinBytes } from '../within-bytes';

/**
 * Which questions get issues:
 * - `risks`: at HIGH or MEDIUM risk, with their open best practices;
 * - `answered`: answered and applicable, with their open best practices;
 * - `all`: unanswered ones too.
 */
export type Scope = 'risks' | 'answered' | 'all';

export const SCOPES = ['risks', 'answered', 'all'] as const satisfies readonly Scope[];

/** AWS's own vocabulary for a choice of questions (shape SelectedPillar). No question ids: all of the pillar. */
export interface SelectedPillar {
  readonly PillarId: string;
  readonly SelectedQuestionIds?: readonly string[];
}

/** A choice of lenses, pillars and questions; an absent part chooses everything. The parts are ANDed. */
export interface Selection {
  readonly lensAliases?: readonly string[];
  readonly selectedPillars?: readonly SelectedPillar[];
  readonly questionIds?: readonly string[];
}

/** AWS's ids have none; what is stored is shown to others. */
const idOf = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((id) => !hidesCharacters(id));
const pillarId = idOf(64);
const questionId = idOf(128);
const lensAlias = idOf(128);

/** Of a selection as JSON: it is stored with other settings, and with what else a run was asked for. */
const MOST_BYTES = 64 * 1024;

const parts: z.ZodType<Selection> = z.strictObject({
  lensAliases: z.array(lensAlias).max(100).exactOptional(),
  selectedPillars: z
    .array(
      z.strictObject({
        PillarId: pillarId,
        SelectedQuestionIds: z.array(questionId).max(1000).exactOptional(),
      }),
    )
    .max(1000)
    .exactOptional(),
  questionIds: z.array(questionId).max(1000).exactOptional(),
});

export const selectionSchema = withinBytes(parts, MOST_BYTES);

/** A part that is absent chooses everything: one that cannot be read is not taken for absent. */
export const storedSelection: z.ZodType<Selection> = z.object({
  lensAliases: z.array(z.string()).exactOptional(),
  selectedPillars: z
    .array(z.object({ PillarId: z.string(), SelectedQuestionIds: z.array(z.string()).exactOptional() }))
    .exactOptional(),
  questionIds: z.array(z.string()).exactOptional(),
});
