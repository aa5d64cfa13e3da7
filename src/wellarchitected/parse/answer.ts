/** Checks what AWS answered against the form that the app relies on. */
import type { z } from 'zod';
import { UpstreamError } from '../../upstream-error';
import { safeLine } from './text';

/**
 * The parsed value, or an `UpstreamError` that names the operation and the place in its answer: a value that
 * the app does not know (a new level of risk some day) must stop a sync, not slip through it.
 */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown, operation: string): T {
  const { data, error } = schema.safeParse(answer);
  if (error === undefined) return data;
  const [issue] = error.issues;
  const where = describePlace(answer, issue?.path ?? []);
  throw new UpstreamError(
    `AWS's answer to ${operation} has a form that the app does not know, at ${where}: ${issue?.message ?? ''}`,
    { service: 'aws', code: 'unreadable', retryable: false },
    { cause: error },
  );
}

const SHOWN_VALUE = 60;

/** `AnswerSummaries[3] (QuestionId "priorities").Risk = "SEVERE"`. */
function describePlace(answer: unknown, path: readonly PropertyKey[]): string {
  let value = answer;
  let place = '';
  for (const key of path) {
    value = member(value, key);
    const step = typeof key === 'number' ? `[${key}]` : `.${String(key)}`;
    place += step + identified(value);
  }
  const shown = safeLine(value === undefined ? 'nothing' : JSON.stringify(value)).slice(0, SHOWN_VALUE);
  return `${place.replace(/^\./, '') || 'its top'} = ${shown}`;
}

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<PropertyKey, unknown>)[key]
    : undefined;
}

/** The id that an element of a list goes by, where it has one. */
function identified(value: unknown): string {
  for (const id of ['QuestionId', 'ChoiceId', 'PillarId', 'LensAlias', 'WorkloadId']) {
    const name = member(value, id);
    if (typeof name === 'string') return ` (${id} "${safeLine(name).slice(0, SHOWN_VALUE)}")`;
  }
  return '';
}
