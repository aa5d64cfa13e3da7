/** `--set NAME=VALUE` of `npm run settings`. Which settings there are, and what each may be, is for the app to say. */
import { UsageError } from './usage-error';

/**
 * The setting's name and its value: JSON where the text is JSON, else the text itself, and a number that is an ID too; `undefined` where there is no
 * text. Throws UsageError for what is no such pair.
 */
export function readSetting(option: string): readonly [name: string, value: unknown] {
  const [, name, text] = /^(\w+)=(.*)$/su.exec(option) ?? [];
  if (name === undefined || text === undefined) {
    throw new UsageError(`--set is "${option}"; it must be NAME=VALUE, such as scope=all.`);
  }
  if (text === '') return [name, undefined];
  return [name, name.endsWith('Id') && /^\d+$/.test(text) ? text : valueOf(text)];
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
