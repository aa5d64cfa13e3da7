/** A stateful stand-in for the part of Jira Cloud's REST API v3 that the project uses. */
import { type Admin, createAdmin } from './admin/admin';
import { type Caller, authenticate } from './caller';
import { type Limits, PLATFORM_LIMITS } from '../limits/table';
import type { Listener } from './events';
import { createFailures } from './failures';
import { createRateLimits, type JiraCharges } from './limits/rate-limits';
import { operationName } from './operation';
import { OPERATIONS } from './operations';
import { createRouter } from './router';
import { seed } from './seed/seed';
import { type SiteOptions, openSite } from './site';

export type { Caller } from './caller';

export interface JiraOptions extends SiteOptions {
  /** What users send as their password. */
  readonly apiToken?: string;
  /** The platform's by default. */
  readonly limits?: Limits;
}

export interface Jira {
  /**
   * Answers a request to `/rest/api/3/…`. Its changes are committed before this resolves. `operation` is
   * the method and the document's path, or the request's own path if there is no such operation.
   * `spendsPoints`: whether the app's back end sends it, as itself or for a person; the app itself by default.
   */
  handle(
    request: Request,
    caller: Caller,
    spendsPoints?: boolean,
  ): Promise<{ response: Response; operation: string }>;
  /** Who sends a request (Basic, e-mail and API token); `undefined` for bad credentials: answer 401. */
  authenticate(request: Request): Caller | undefined;
  readonly apiToken: string;
  readonly admin: Admin;
  /** What the app has spent, and what was refused. */
  charges(): JiraCharges;
  /** Counts anew; what is used up for a limit stays used up. */
  resetCharges(): void;
  /** Tells of these events from now on; without it nothing is made of any. */
  listen(eventTypes: ReadonlySet<string>, listener: Listener): void;
}

const DEFAULT_TOKEN = 'local-api-token';

/** Opens the site kept in the store; an empty store gets the users, WA and KAN. */
export function createJira(options: JiraOptions): Jira {
  const site = openSite(options);
  const apiToken = options.apiToken ?? DEFAULT_TOKEN;
  const failures = createFailures(new Set(OPERATIONS.map(operationName)));
  const limits = createRateLimits(site.clock, options.limits ?? PLATFORM_LIMITS);
  const route = createRouter(OPERATIONS, { site, failures, limits });
  seed(site);
  return {
    async handle(request, caller, spendsPoints = caller.kind === 'app') {
      const operation = `${request.method} ${new URL(request.url).pathname}`;
      const passage = { caller, spendsPoints, operation };
      const response = await route(request, passage);
      return { response, operation: passage.operation };
    },
    authenticate: (request) => authenticate(request, site.tables, apiToken),
    apiToken,
    charges: () => limits.charges(),
    resetCharges: () => limits.reset(),
    listen: (eventTypes, listener) => site.events.listen(eventTypes, listener),
    admin: createAdmin(site, failures),
  };
}
