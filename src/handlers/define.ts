/** How a resolver is defined: whom it serves, what it takes, which use case it is. */
import type { z } from 'zod';
import { Refusal } from '../refusal';
import { keepingReads } from '../storage/kept-reads';
import { administersProject, type Caller, type ProjectCaller } from '../use-cases/caller';
import { requireOwn } from '../use-cases/own';
import { NOBODY, type Viewer } from '../use-cases/visible';
import { visibleError } from '../use-cases/visible-error';
import { authoriseForSite, authoriseInProject, authoriseToRead, callerIn } from './authorise';
import { createConfirmedRights } from './confirmed-rights';
import { findIllFormed } from './ill-formed';
import { problemOfText, problemsOf } from './payloads';
import { platform, type Platform } from './platform';
import type { Spend } from './spend';

/**
 * Authorises first, then parses, then counts the call against its quota: a caller without the right learns nothing
 * about what is valid, and what is invalid costs nobody a call, because nothing is read or written for it. Within a
 * project whatever the payload names must be the project's (`requireOwn`). Throws Refusal; the use case's own errors
 * pass, within a project as the caller may be told them.
 */
export type Definition<R> = (payload: unknown, context: unknown, spend: Spend) => Promise<R>;

export function forJiraAdmins<P, R>(
  schema: z.ZodType<P>,
  useCase: (payload: P, caller: Caller, ports: Platform) => Promise<R>,
): Definition<R> {
  return async (payload, context, spend) => {
    const caller = await authoriseForSite(context, platform.jiraAsCaller);
    const parsed = parse(schema, payload);
    await spend(caller);
    return useCase(parsed, caller, platform);
  };
}

/** Admins of the project that the payload names. */
export const forProjectAdmins = inProject('project-admin');

/** Everybody who can see the project. */
export const forProjectPeople = inProject('project-viewer');

const confirmedRights = createConfirmedRights(platform.clock);

/**
 * As `forProjectPeople`, for what pages ask again and again. `atOnce` asks Jira itself for the right of whoever
 * calls, and answers undefined where it does not suffice: then everything is checked as ever. A yes of Jira is believed
 * for ten seconds, and only here.
 */
export function forProjectWatchers<P, R>(
  schema: z.ZodType<P>,
  atOnce: (payload: P, ports: Platform) => Promise<R | undefined>,
  useCase: (payload: P, caller: ProjectCaller, ports: Platform) => Promise<R>,
): Definition<R> {
  const whole = forProjectPeople(schema, useCase);
  return async (payload, context, spend) => {
    const caller = callerIn(context);
    const parsed = schema.safeParse(payload);
    if (!caller || !parsed.success) return whole(payload, context, SPENT);
    await spend(caller);
    const answer = await atOnce(parsed.data, believing(caller));
    return answer ?? whole(payload, context, SPENT);
  };
}

/** A call is counted once. */
const SPENT: Spend = () => Promise.resolve();

function believing(caller: Caller): Platform {
  const { jiraAsCaller } = platform;
  const hasAnyPermission: typeof jiraAsCaller.hasAnyPermission = (permissions, project) => {
    const ask = () => jiraAsCaller.hasAnyPermission(permissions, project);
    return confirmedRights.confirm(caller, [...permissions, project ?? ''], ask);
  };
  return { ...platform, jiraAsCaller: { ...jiraAsCaller, hasAnyPermission } };
}

/**
 * As `forProjectPeople`, for what Jira answers as the caller and nothing of the app's storage: it asks Jira one question
 * less, whose points count where a page asks again and again.
 */
export function forProjectReaders<P, R>(
  schema: z.ZodType<P>,
  useCase: (payload: P, caller: ProjectCaller, ports: Platform) => Promise<R>,
): Definition<R> {
  return async (payload, context, spend) => {
    const caller = await authoriseToRead(context, payload, platform.jiraAsCaller);
    try {
      const parsed = parse(schema, payload);
      await spend(caller);
      return await useCase(parsed, caller, platform);
    } catch (error) {
      throw visibleError(error, NOBODY);
    }
  };
}

/** What `requireOwn` reads of links, and use cases directly after it. */
const LINKS = /^linked:/;

type ProjectRole = Parameters<typeof authoriseInProject>[0];

function inProject(role: ProjectRole) {
  return function define<P, R>(
    schema: z.ZodType<P>,
    useCase: (payload: P, caller: ProjectCaller, ports: Platform) => Promise<R>,
  ): Definition<R> {
    return async (payload, context, spend) => {
      const caller = await authoriseInProject(role, context, payload, platform.jiraAsCaller);
      try {
        const parsed = parse(schema, payload);
        await spend(caller);
        return await keepingReads(async () => {
          await requireOwn(parsed, caller, platform);
          return useCase(parsed, caller, platform);
        }, LINKS);
      } catch (error) {
        throw visibleError(error, await viewerOf(caller, role));
      }
    };
  };
}

/** A person whom Jira does not confirm to be an admin is told what everybody is. */
async function viewerOf(caller: ProjectCaller, role: ProjectRole): Promise<Viewer> {
  const administers =
    role === 'project-admin' || (await administersProject(caller.project, platform).catch(() => false));
  return { ...NOBODY, administers };
}

function parse<P>(schema: z.ZodType<P>, payload: unknown): P {
  const parsed = schema.safeParse(payload);
  if (!parsed.success) throw new Refusal('invalid', problemsOf(parsed.error));
  const illFormed = findIllFormed(payload);
  if (illFormed !== undefined) throw new Refusal('invalid', problemOfText(illFormed));
  return parsed.data;
}
