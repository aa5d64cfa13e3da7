/** Calls to the Well-Architected Tool: sent, paged, checked and translated, one list operation at a time. */
import type { WellArchitectedClient } from '@aws-sdk/client-wellarchitected';
import type { z } from 'zod';
import type { Reason } from '../../reason';
import { UpstreamError } from '../../upstream-error';
import type { ActionName } from '../actions';
import { parseAnswer } from '../parse/answer';
import { because } from '../reasons';
import { translateAwsError } from './aws-error';

export interface Wire {
  readonly client: WellArchitectedClient;
  readonly region: string;
}

export interface Operation<T> {
  readonly name: ActionName;
  /** What it is for. */
  readonly subject: Reason;
  readonly answer: z.ZodType<T>;
}

/** One call. Throws `UpstreamError` if it fails or answers what the app does not understand. */
export async function callOnce<T>(
  wire: Wire,
  { name, subject, answer }: Operation<T>,
  send: () => Promise<unknown>,
): Promise<T> {
  const raw = await translated(wire, name, subject, send);
  return parseAnswer(answer, raw, because('aws-call', { action: name, subject }));
}

/** More pages than any legal list has: 1,000 workloads of a Region, 20 lenses, 200 questions of a custom lens. */
const PAGE_LIMIT = 100;

/**
 * Every page, in order, or an `UpstreamError`: a list that ends early must never look like a shorter list.
 * @param pages one of the SDK's paginators, freshly made.
 */
export async function callAllPages<T>(
  wire: Wire,
  { name, subject, answer }: Operation<T>,
  pages: AsyncIterator<unknown>,
): Promise<readonly T[]> {
  const all: T[] = [];
  while (all.length < PAGE_LIMIT) {
    const next = await translated(wire, name, subject, () => pages.next());
    if (next.done === true) return all;
    const call = because('aws-call-page', { action: name, subject, page: all.length + 1 });
    all.push(parseAnswer(answer, next.value, call));
  }
  const call = because('aws-call', { action: name, subject });
  throw new UpstreamError(because('aws-list-endless', { call, pages: PAGE_LIMIT }), {
    service: 'aws',
    code: 'endless',
    retryable: false,
  });
}

async function translated<T>(
  wire: Wire,
  name: ActionName,
  subject: Reason,
  send: () => Promise<T>,
): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw translateAwsError(error, { action: `wellarchitected:${name}`, subject, region: wire.region });
  }
}
