/**
 * Whether the manifest's scopes let a request of the app through. Atlassian's gateway refuses it before the service
 * sees it: status, body and header as public reports of Forge apps have them; of storage
 * unverified (F32).
 * https://developer.atlassian.com/platform/forge/manifest-reference/scopes-forge/
 */
import type { Answered, OutsideCall } from '../protocol';
import { scopesOfOperation, type ScopeSets } from './operation-scopes';

/** The app storage API, and the user privacy API. */
const STORAGE: ScopeSets = [['storage:app']];
const PRIVACY: ScopeSets = [['report:personal-data']];

/** Answers the refusal, if there is one. A request that is nobody's has no token, and so no scopes. */
export function scopeRefusal(call: OutsideCall, granted: readonly string[]): Answered | undefined {
  const sets = call.target.provider === 'none' ? undefined : setsOf(call);
  return sets === undefined || isGranted(sets, granted) ? undefined : DOES_NOT_MATCH;
}

/** Whether one of the sets is granted as a whole. */
export function isGranted(sets: ScopeSets, granted: readonly string[]): boolean {
  return sets.some((set) => set.every((scope) => granted.includes(scope)));
}

/**
 * That an operation with an empty set is open is unverified (J29).
 *
 * @returns `undefined` where Atlassian documents no scope: URLs of web triggers, queues, and `fetch`
 */
function setsOf({ target, method, url }: OutsideCall): ScopeSets | undefined {
  if (target.type === 'kvs') return STORAGE;
  if (target.type === 'fetch') return undefined;
  const { pathname } = new URL(url, 'https://jira.invalid');
  if (target.remote === 'jira') return scopesOfOperation(method, pathname);
  return target.remote === 'stargate' && pathname === '/app/report-accounts' ? PRIVACY : undefined;
}

const DOES_NOT_MATCH: Answered = {
  kind: 'answered',
  status: 401,
  statusText: 'Unauthorized',
  headers: [
    ['content-type', 'application/json'],
    ['x-failure-category', 'FAILURE_CLIENT_SCOPE_CHECK'],
  ],
  body: new TextEncoder().encode(
    JSON.stringify({ code: 401, message: 'Unauthorized; scope does not match' }),
  ),
};
