/** After a form: what it changed is told on the next page, and so is why Jira or AWS did not let it. */
import type { Context } from 'hono';
import { leaveMessage } from './messages';
import { Problem } from './problem';
import { goBack } from './switches';

interface Submission {
  readonly done: string;
  readonly failed: string;
  readonly next: unknown;
  /** Where to go if it failed; `next` by default. */
  readonly otherwise?: unknown;
}

export async function submit(
  context: Context,
  { done, failed, next, otherwise = next }: Submission,
  act: () => Promise<void>,
): Promise<Response> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    leaveMessage(context, { kind: 'error', lines: [failed, ...error.lines] });
    return goBack(context, otherwise);
  }
  leaveMessage(context, { kind: 'success', lines: [done] });
  return goBack(context, next);
}
