/** Values of fields as forms edit them. Pure. */
import type { FieldKind, LinkSettings, ScreenField } from '../../../../../src/contract';

export type FieldValue = NonNullable<LinkSettings['fieldValues']>[number];
export type FieldContent = FieldValue['value'];

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Kinds that are written, several at once divided by commas. */
export const WRITTEN_LISTS: readonly FieldKind[] = ['labels', 'users'];

export function contentOf(values: readonly FieldValue[], issueTypeId: string, fieldId: string) {
  return values.find((each) => each.issueTypeId === issueTypeId && each.fieldId === fieldId)?.value;
}

/** The values with this one; `undefined` takes it out, and of none at all there is no setting. */
export function withContent(
  values: readonly FieldValue[],
  issueTypeId: string,
  fieldId: string,
  value: FieldContent | undefined,
): readonly FieldValue[] | undefined {
  const isOther = (each: FieldValue) => each.issueTypeId !== issueTypeId || each.fieldId !== fieldId;
  const given = value === undefined ? [] : [{ issueTypeId, fieldId, value }];
  const at = values.findIndex((each) => !isOther(each));
  const next = at < 0 ? [...values, ...given] : [...values.slice(0, at), ...given, ...values.slice(at + 1)];
  return next.length === 0 ? undefined : next;
}

/** As it stands in a line of text. */
export function textOf(content: FieldContent | undefined): string {
  return Array.isArray(content) ? content.join(', ') : String(content ?? '');
}

/** What a line of text says; nothing where it is empty. */
export function contentIn(kind: FieldKind, text: string): FieldContent | undefined {
  if (!WRITTEN_LISTS.includes(kind)) return text === '' ? undefined : text;
  const parts = text.split(',').map((part) => part.trim());
  return text.trim() === '' ? undefined : parts;
}

/** Without what a comma at an end leaves over; for saving, as it is still being typed before. */
export function withoutGaps(settings: LinkSettings): LinkSettings {
  const { fieldValues, ...others } = settings;
  if (fieldValues === undefined) return settings;
  const kept = fieldValues.flatMap((each): FieldValue[] => {
    if (!Array.isArray(each.value)) return [each];
    const value = (each.value as readonly string[]).filter((part) => part !== '');
    return value.length === 0 ? [] : [{ ...each, value }];
  });
  return kept.length === 0 ? others : { ...others, fieldValues: kept };
}

/** Of a cascading list each option, and after it its own with the ids of both. */
export function optionsOf({ kind, options }: ScreenField): readonly Option[] {
  return options.flatMap(({ id, name, children = [] }) => [
    { value: id, label: name },
    ...(kind === 'cascading' ? children : []).map((child) => ({
      value: `${id} ${child.id}`,
      label: `${name} › ${child.name}`,
    })),
  ]);
}

/** The values of the options that are chosen; one whose id is not offered any more stays by it. */
export function chosenOf(kind: FieldKind, content: FieldContent | undefined): readonly string[] {
  if (content === undefined) return [];
  const ids = Array.isArray(content) ? (content as readonly string[]) : [String(content)];
  return kind === 'cascading' ? [ids.join(' ')] : ids;
}

export function contentOfChosen(kind: FieldKind, chosen: readonly string[]): FieldContent | undefined {
  const [first] = chosen;
  if (first === undefined) return undefined;
  if (kind === 'choice') return first;
  return kind === 'cascading' ? first.split(' ') : chosen;
}
