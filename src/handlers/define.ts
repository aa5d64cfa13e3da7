/** How a resolver is defined: whom it serves, what it takes, what it does. */
import type { z } from 'zod';
import { Refusal } from './answer';
import { authoriseForSite, authoriseInProject, type Caller, type ProjectCaller } from './caller';
import { problemsOf } from './payloads';

/**
 * Authorises first, then parses: a caller without the right learns nothing about what is valid. Throws
 * Refusal; the work's own errors pass.
 */
export type Definition<R> = (payload: unknown, context: unknown) => Promise<R>;

export function forJiraAdmins<P, R>(
  schema: z.ZodType<P>,
  run: (payload: P, caller: Caller) => Promise<R>,
): Definition<R> {
  return async (payload, context) => {
    const caller = await authoriseForSite(context);
    return run(parse(schema, payload), caller);
  };
}

/** Admins of the project that the payload names. */
export const forProjectAdmins = inProject('project-admin');

/** Everybody who can see the project. */
export const forProjectPeople = inProject('project-viewer');

function inProject(role: Parameters<typeof authoriseInProject>[0]) {
  return function define<P, R>(
    schema: z.ZodType<P>,
    run: (payload: P, caller: ProjectCaller) => Promise<R>,
  ): Definition<R> {
    return async (payload, context) => {
      const caller = await authoriseInProject(role, context, payload);
      return run(parse(schema, payload), caller);
    };
  };
}

function parse<P>(schema: z.ZodType<P>, payload: unknown): P {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid', problemsOf(parsed.error));
}
