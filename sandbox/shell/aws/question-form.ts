/** What the question's form shows, and what changed between showing and saving. */
import { createHash } from 'node:crypto';
import type {
  Answer,
  AnswerReason,
  ChoiceUpdate,
  UpdateAnswerCommandInput,
} from '@aws-sdk/client-wellarchitected';
import { z } from 'zod';
import { Problem } from '../problem';

/** UTF-16 units in the service model's terms (see ARCHITECTURE.md on how AWS counts). */
export const MAX_NOTES = 2084;

export const REASONS: readonly { readonly reason: AnswerReason; readonly name: string }[] = [
  { reason: 'OUT_OF_SCOPE', name: 'out of scope' },
  { reason: 'BUSINESS_PRIORITIES', name: 'business priorities' },
  { reason: 'ARCHITECTURE_CONSTRAINTS', name: 'architecture constraints' },
  { reason: 'OTHER', name: 'other' },
  { reason: 'NONE', name: 'no reason given' },
];

const reason = z.enum(['OUT_OF_SCOPE', 'BUSINESS_PRIORITIES', 'ARCHITECTURE_CONSTRAINTS', 'OTHER', 'NONE']);

/** `SELECTED`, `UNSELECTED`, or the reason for which the choice does not apply. */
const choiceState = z.union([z.literal('SELECTED'), z.literal('UNSELECTED'), reason]);

export type ChoiceState = z.infer<typeof choiceState>;

const formState = z.object({
  /** With their ids. */
  choices: z.array(z.tuple([z.string(), choiceState])),
  isApplicable: z.boolean(),
  reason,
  /** A digest, so that the page does not carry the notes twice. */
  notes: z.string(),
});

/** What the form was filled with: it goes along, so that only what the person changed is sent. */
export type FormState = Readonly<z.infer<typeof formState>>;

export function stateOf({
  Choices = [],
  ChoiceAnswers = [],
  IsApplicable,
  Reason,
  Notes,
}: Answer): FormState {
  const answers = new Map(ChoiceAnswers.map((each) => [each.ChoiceId, each]));
  const choices = Choices.map(({ ChoiceId = '' }) => {
    const { Status = 'UNSELECTED', Reason: why = 'NONE' } = answers.get(ChoiceId) ?? {};
    return [ChoiceId, Status === 'NOT_APPLICABLE' ? why : Status] satisfies FormState['choices'][number];
  });
  return {
    choices,
    isApplicable: IsApplicable ?? true,
    reason: Reason ?? 'NONE',
    notes: digest(Notes ?? ''),
  };
}

type Changes = Pick<UpdateAnswerCommandInput, 'ChoiceUpdates' | 'IsApplicable' | 'Reason' | 'Notes'>;

/**
 * What UpdateAnswer has to be told; nothing if the person changed nothing.
 *
 * @throws Problem for a form that is not this site's
 */
export function changesIn(form: FormData): Changes {
  const before = stateBefore(form);
  const notes = withLf(textAt(form, 'notes'));
  const isApplicable = !form.has('inapplicable');
  const why = reason.catch('NONE').parse(textAt(form, 'reason'));
  const updates = choiceUpdates(before, form);
  return {
    ...(Object.keys(updates).length === 0 ? {} : { ChoiceUpdates: updates }),
    ...(isApplicable === before.isApplicable ? {} : { IsApplicable: isApplicable }),
    ...(why === before.reason ? {} : { Reason: why }),
    ...(digest(notes) === before.notes ? {} : { Notes: notes }),
  };
}

function stateBefore(form: FormData): FormState {
  try {
    return formState.parse(JSON.parse(textAt(form, 'before')));
  } catch {
    throw new Problem('AWS', 400, ['The form is not complete: open the question again.']);
  }
}

function choiceUpdates(before: FormState, form: FormData): NonNullable<Changes['ChoiceUpdates']> {
  const selected = new Set(form.getAll('selected'));
  const updates = before.choices.flatMap(([id, state]) => {
    const inapplicable = reason.safeParse(textAt(form, appliesName(id))).data;
    const after = inapplicable ?? (selected.has(id) ? 'SELECTED' : 'UNSELECTED');
    return after === state ? [] : [[id, updateTo(after)] as const];
  });
  return Object.fromEntries(updates);
}

function updateTo(after: ChoiceState): ChoiceUpdate {
  return after === 'SELECTED' || after === 'UNSELECTED'
    ? { Status: after }
    : { Status: 'NOT_APPLICABLE', Reason: after };
}

/** The field that says whether a choice applies. */
export function appliesName(choiceId: string): string {
  return `applies ${choiceId}`;
}

function textAt(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

/** Browsers send CRLF for every line end of a text area, whatever it was filled with. */
function withLf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function digest(notes: string): string {
  return createHash('sha256').update(withLf(notes)).digest('hex');
}
