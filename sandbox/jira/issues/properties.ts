/** Limits of entity properties. https://developer.atlassian.com/cloud/jira/platform/jira-entity-properties/ */
import { type ErrorCollection, errorMessage } from '../refusal';

const MAX_KEY_LENGTH = 255;
const MAX_VALUE_LENGTH = 32_768;

/** The complaint about a property's key or value, if there is one. Any JSON value will do, also null. */
export function propertyProblem(key: string, value: unknown): ErrorCollection | undefined {
  if (key.trim() === '') return errorMessage('The property key cannot be empty.');
  if (key.length > MAX_KEY_LENGTH) {
    return errorMessage(`The property key cannot exceed ${MAX_KEY_LENGTH} characters.`);
  }
  if (value === undefined) return errorMessage('The property value cannot be empty.');
  if (JSON.stringify(value).length > MAX_VALUE_LENGTH) {
    return errorMessage(`The property value cannot exceed ${MAX_VALUE_LENGTH} characters.`);
  }
  return undefined;
}

/** The properties of a create or an edit as a record, or all that is wrong with them. */
export function readProperties(given: readonly { key: string; value?: unknown }[] | undefined): {
  readonly properties: Record<string, unknown>;
  readonly problems: readonly ErrorCollection[];
} {
  const entries = given ?? [];
  const problems = entries.flatMap(({ key, value }) => propertyProblem(key, value) ?? []);
  return { properties: Object.fromEntries(entries.map(({ key, value }) => [key, value])), problems };
}
