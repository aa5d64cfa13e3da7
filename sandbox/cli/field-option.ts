/** `--field TYPE.FIELD=VALUE` of `npm run settings`. What a field takes is for the app to say. */
import { UsageError } from './usage-error';

export interface FieldOption {
  readonly issueTypeId: string;
  readonly fieldId: string;
  /** Of `undefined` the field gets none any more. */
  readonly value: string | readonly unknown[] | undefined;
}

/** A value that is a JSON list is one; every other is a text, an ID too. Throws UsageError for what is no such option. */
export function readField(option: string): FieldOption {
  const [, issueTypeId, fieldId, text] = /^(\d+)\.(\w+)=(.*)$/su.exec(option) ?? [];
  if (issueTypeId === undefined || fieldId === undefined || text === undefined) {
    throw new UsageError(
      `--field is "${option}"; it must be TYPE.FIELD=VALUE, such as 10002.customfield_10100=10007.`,
    );
  }
  return { issueTypeId, fieldId, value: text === '' ? undefined : (listIn(text) ?? text) };
}

function listIn(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = text.startsWith('[') ? JSON.parse(text) : undefined;
    return Array.isArray(value) ? (value as unknown[]) : undefined;
  } catch {
    return undefined;
  }
}
