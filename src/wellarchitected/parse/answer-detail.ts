/** A single answer, as GetAnswer and UpdateAnswer give it. */
import { z } from 'zod';
import type { Answer, ChoiceDetail } from '../answers';
import { CHOICE_REASONS } from '../model';
import { isNoneChoice } from './question';
import { risk } from './wire';

const title = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined);

const choiceAnswer = z.object({
  ChoiceId: z.string().nullish(),
  Status: z.string().nullish(),
  Reason: z.enum(CHOICE_REASONS).optional().catch(undefined),
  Notes: z.string().nullish(),
});

function detailOf({
  ChoiceId,
  Reason: reason,
  Notes: notes,
}: z.infer<typeof choiceAnswer>): readonly [string, ChoiceDetail][] {
  if (!ChoiceId || (reason === undefined && !notes)) return [];
  return [[ChoiceId, { ...(reason === undefined ? {} : { reason }), ...(notes ? { notes } : {}) }]];
}

/**
 * The notes are taken as they are, control characters and all: they are people's own, and are written back.
 * Choices answered NOT_APPLICABLE are in ChoiceAnswers only (service model 2020-03-31, shape Answer).
 */
export const answerDetail = z.object({
  Answer: z
    .object({
      Notes: z.string().nullish(),
      SelectedChoices: z.array(z.string()).nullish(),
      Choices: z.array(z.object({ ChoiceId: z.string(), Title: title })).nullish(),
      IsApplicable: z.boolean().nullish(),
      // A write has happened when this is read: an unknown risk must not look like a failure.
      Risk: risk.optional().catch(undefined),
      ChoiceAnswers: z.array(choiceAnswer).nullish(),
    })
    .transform(({ Notes, SelectedChoices, Choices, IsApplicable, Risk, ChoiceAnswers }): Answer => {
      const notApplicable = (ChoiceAnswers ?? [])
        .filter(({ Status }) => Status === 'NOT_APPLICABLE')
        .flatMap(({ ChoiceId }) => (ChoiceId ? [ChoiceId] : []));
      const idsOf = (choices: typeof Choices) => (choices ?? []).map(({ ChoiceId }) => ChoiceId);
      return {
        notes: Notes ?? '',
        selected: new Set(SelectedChoices ?? []),
        notApplicable: new Set(notApplicable),
        choiceDetails: new Map((ChoiceAnswers ?? []).flatMap(detailOf)),
        applicable: IsApplicable ?? true,
        risk: Risk,
        practices: new Set(idsOf(Choices?.filter((choice) => !isNoneChoice(choice)))),
        noneOfThese: idsOf(Choices?.filter(isNoneChoice)),
      };
    }),
});
