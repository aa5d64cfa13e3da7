/** Checks what AWS answered against the form that the app relies on. */
import type { z } from 'zod';
import { ofIssue } from '../../problem';
import type { Reason } from '../../reason';
import { UpstreamError } from '../../upstream-error';
import { because, type AwsReasons } from '../reasons';
import { safeLine } from './text';

/**
 * The parsed value, or an `UpstreamError` that names the call and the place in its answer: a value that
 * the app does not know (a new level of risk some day) must stop a sync, not slip through it.
 */
export function parseAnswer<T>(schema: z.ZodType<T>, answer: unknown, call: Reason): T {
  const { data, error } = schema.safeParse(answer);
  if (error === undefined) return data;
  const [issue] = error.issues;
  if (issue === undefined) throw new RangeError('zod refused without an issue');
  const found = foundAt(answer, issue.path);
  throw new UpstreamError(
    because('aws-answer-malformed', { call, ...found, problem: ofIssue(issue) }),
    { service: 'aws', code: 'unreadable', retryable: false },
    { cause: error },
  );
}

const SHOWN_VALUE = 60;

type Found = Pick<AwsReasons['aws-answer-malformed'], 'place' | 'value'>;

/** `AnswerSummaries[3] (QuestionId "priorities").Risk` and `"SEVERE"`. */
function foundAt(answer: unknown, path: readonly PropertyKey[]): Found {
  let value = answer;
  let place = '';
  for (const key of path) {
    value = member(value, key);
    const step = typeof key === 'number' ? `[${key}]` : `.${String(key)}`;
    place += step + identified(value);
  }
  return { place: place.replace(/^\./, '') || because('top-of-answer'), value: shown(value) };
}

function shown(value: unknown): Found['value'] {
  if (value === undefined) return because('no-value');
  return { quote: safeLine(JSON.stringify(value)).slice(0, SHOWN_VALUE), by: 'aws' };
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
