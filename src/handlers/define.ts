/** How a resolver is defined: whom it serves, what it takes, which use case it is. */
import type { z } from 'zod';
import { Refusal } from '../refusal';
import type { Caller, ProjectCaller } from '../use-cases/caller';
import { authoriseForSite, authoriseInProject } from './authorise';
import { problemsOf } from './payloads';
import { platform, type Platform } from './platform';

/**
 * Authorises first, then parses: a caller without the right learns nothing about what is valid. Throws
 * Refusal; the use case's own errors pass.
 */
export type Definition<R> = (payload: unknown, context: unknown) => Promise<R>;

export function forJiraAdmins<P, R>(
  schema: z.ZodType<P>,
  useCase: (payload: P, caller: Caller, ports: Platform) => Promise<R>,
): Definition<R> {
  return async (payload, context) => {
    const caller = await authoriseForSite(context, platform.jiraAsCaller);
    return useCase(parse(schema, payload), caller, platform);
  };
}

/** Admins of the project that the payload names. */
export const forProjectAdmins = inProject('project-admin');

/** Everybody who can see the project. */
export const forProjectPeople = inProject('project-viewer');

function inProject(role: Parameters<typeof authoriseInProject>[0]) {
  return function define<P, R>(
    schema: z.ZodType<P>,
    useCase: (payload: P, caller: ProjectCaller, ports: Platform) => Promise<R>,
  ): Definition<R> {
    return async (payload, context) => {
      const caller = await authoriseInProject(role, context, payload, platform.jiraAsCaller);
      return useCase(parse(schema, payload), caller, platform);
    };
  };
}

function parse<P>(schema: z.ZodType<P>, payload: unknown): P {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new Refusal('invalid', problemsOf(parsed.error));
}
