/** When AWS answered a call, by AWS's own clock. */
import type { GetWorkloadCommand, UpdateAnswerCommand } from '@aws-sdk/client-wellarchitected';
import { z } from 'zod';

const dated = z.object({ headers: z.object({ date: z.string() }) });

type Tell = (at: number | undefined) => void;

/**
 * Tells, when the command succeeds, the `Date` header of its answer in milliseconds since the epoch (whole seconds;
 * RFC 9110, 6.6.1); `undefined` where there is none. That Forge's fetch hands the header over is unverified (F3).
 *
 * @returns the command.
 */
export function tellingWhen(command: UpdateAnswerCommand, tell: Tell): UpdateAnswerCommand;
export function tellingWhen(command: GetWorkloadCommand, tell: Tell): GetWorkloadCommand;
export function tellingWhen(command: UpdateAnswerCommand | GetWorkloadCommand, tell: Tell) {
  const stack = command.middlewareStack as UpdateAnswerCommand['middlewareStack'];
  stack.add(
    (next) => async (args) => {
      const result = await next(args);
      const at = Date.parse(dated.safeParse(result.response).data?.headers.date ?? '');
      tell(Number.isNaN(at) ? undefined : at);
      return result;
    },
    { step: 'deserialize', priority: 'high', name: 'tellingWhen' },
  );
  return command;
}
