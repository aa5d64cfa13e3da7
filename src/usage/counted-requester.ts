/**
 * Requests to Jira, whose points are counted after Atlassian's price list: a read costs one and one for each thing that
 * it answers, two for people and permissions; a write costs one, and one for each issue of a bulk create.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/
 */
import type { Requester, RequesterResponse } from '../jira/client/requester';
import { spend } from './tally';

export function countedRequester(requester: Requester, now: () => number): Requester {
  return async (path, init) => {
    const response = await requester(path, init);
    const nearUntil = nearUntilOf(response, now());
    if (nearUntil !== undefined) spend({ nearUntil });
    return {
      status: response.status,
      headers: response.headers,
      async text() {
        const body = await response.text();
        spend({ points: pointsOf(init, response.status, body) });
        return body;
      },
    };
  };
}

/** What the request costs, by what was sent and answered. */
export function pointsOf(init: Parameters<Requester>[1], status: number, answer: string): number {
  const sent = objectOf(init.body);
  const { issueUpdates } = sent;
  if (Array.isArray(issueUpdates)) return Math.max(1, issueUpdates.length);
  const isRead = init.method === 'GET' || 'jql' in sent || 'issueIdsOrKeys' in sent;
  return isRead && status < 300 ? 1 + objectsIn(parsed(answer)) : 1;
}

/** Members of answers that hold what they are about. */
const LISTS: readonly string[] = ['issues', 'values', 'issueTypes', 'fields', 'transitions', 'keys'];

function objectsIn(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  if (typeof answer !== 'object' || answer === null) return 0;
  const members = answer as Readonly<Record<string, unknown>>;
  const list = LISTS.map((name) => members[name]).find(Array.isArray);
  if (list !== undefined) return list.length;
  if ('permissions' in members) return 2 * Object.keys(members.permissions ?? {}).length;
  return 'accountType' in members ? 2 : 1;
}

/** Below this part of the hour's points a quota is near its end. */
const NEAR = 0.2;

/** Of all customers together, where the policy does not say. */
const POINTS_AN_HOUR = 65_000;

/**
 * Jira tells how many points are left (`r`), and in how many seconds they are full again (`t`), as they run out:
 * `ratelimit: "global-app-quota";r=12000;t=900`, of which `ratelimit-policy` has the whole (`q`).
 */
function nearUntilOf({ headers }: Pick<RequesterResponse, 'headers'>, now: number): number | undefined {
  const told = headers.get('ratelimit') ?? '';
  const left = numberIn(told, 'r');
  const seconds = numberIn(told, 't');
  if (left === undefined || seconds === undefined) return undefined;
  const whole = numberIn(headers.get('ratelimit-policy') ?? '', 'q') ?? POINTS_AN_HOUR;
  return left < whole * NEAR ? now + seconds * 1000 : undefined;
}

function numberIn(header: string, name: string): number | undefined {
  const [, digits] = new RegExp(`;\\s*${name}=(\\d{1,12})(?:;|,|$)`).exec(header) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function objectOf(text: string | undefined): Readonly<Record<string, unknown>> {
  const value = text === undefined ? undefined : parsed(text);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
