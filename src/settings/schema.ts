/** Settings from outside, parsed. Limits are those of AWS's shapes (PillarId 64, QuestionId 128, LensAlias 128). */
import { z } from 'zod';
import { SCOPES } from './model';

const pillarId = z.string().min(1).max(64);
const questionId = z.string().min(1).max(128);

export const selectionSchema = z.strictObject({
  lensAliases: z.array(z.string().min(1).max(128)).max(100).exactOptional(),
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

export const settingsSchema = z.strictObject({
  scope: z.enum(SCOPES),
  selection: selectionSchema,
  doneStatusId: z.string().regex(/^\d+$/).max(20).exactOptional(),
});
