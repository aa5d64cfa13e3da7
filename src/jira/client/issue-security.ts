/** Which levels of a project's issue security scheme keep the app out. */
import { z } from 'zod';
import { whenAll } from '../../in-flight';
import { because } from '../reasons';
import { refusalError } from './errors';
import type { Http } from './http';
import { missingPermissions } from './permissions';
import { route, type Route } from './requester';

/** Of a project that has a scheme. */
export type IssueSecurity =
  | {
      readonly kind: 'known';
      readonly scheme: string;
      /** Names of levels whose issues the app cannot see; empty: it is let in everywhere. */
      readonly hidden: readonly string[];
      /** The scheme's default level is among them: what the app makes is hidden from it at once. */
      readonly hidesNew: boolean;
    }
  /** Jira tells the levels that let the app in to those alone who may set them. */
  | { readonly kind: 'unknown'; readonly scheme: string };

const level = z.object({ id: z.string(), name: z.string() });

const schemeSchema = z.object({
  name: z.string(),
  defaultSecurityLevelId: z.number().optional(),
  levels: z.array(level).default([]),
});

const levelsSchema = z.object({ levels: z.array(level) });

/**
 * As whoever the requester acts for. `undefined` without a scheme, or where Jira does not show it: that takes the
 * permission to administer the project. Jira answers 404 to a project without a scheme (unverified, J30).
 * Throws `UpstreamError` where Jira does not say.
 */
export async function readIssueSecurity(http: Http, projectId: string): Promise<IssueSecurity | undefined> {
  const path = route`/rest/api/3/project/${projectId}/issuesecuritylevelscheme`;
  const scheme = await readOrNone(http, path, schemeSchema);
  if (scheme === undefined || scheme.levels.length === 0) return undefined;
  const { name, levels, defaultSecurityLevelId } = scheme;
  const [missing, open] = await whenAll([
    missingPermissions(http, ['SET_ISSUE_SECURITY'], projectId),
    readOrNone(http, route`/rest/api/3/project/${projectId}/securitylevel`, levelsSchema),
  ]);
  if (missing.length > 0 || open === undefined) return { kind: 'unknown', scheme: name };
  const letIn = new Set(open.levels.map(({ id }) => id));
  const hidden = levels.filter(({ id }) => !letIn.has(id));
  const hidesNew = hidden.some(({ id }) => id === String(defaultSecurityLevelId));
  return { kind: 'known', scheme: name, hidden: hidden.map((each) => each.name), hidesNew };
}

async function readOrNone<T>(http: Http, path: Route, schema: z.ZodType<T>): Promise<T | undefined> {
  const call = { what: because('to-read-security'), method: 'GET', repeatable: true } as const;
  const reply = await http.send({ ...call, route: path });
  if (reply.status === 403 || reply.status === 404) return undefined;
  const parsed = schema.safeParse(reply.body);
  if (reply.status !== 200 || !parsed.success) throw refusalError(call.what, reply);
  return parsed.data;
}
