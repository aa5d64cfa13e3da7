import { z } from 'zod';
import { inParts, mapInFlight } from '../../in-flight';
import { JIRA_IN_FLIGHT } from '../in-flight';
import { because } from '../reasons';
import { FETCH_LIMIT } from './fetch-issues';
import { createHttp, type Http, type HttpOptions } from './http';
import { route } from './requester';

/** How often keys are halved to find those of moved issues: at most 15 requests for 100 keys. */
const MAX_SPLITS = 3;

const answerSchema = z.object({ issues: z.array(z.object({ key: z.string() })) });

/**
 * Those of the keys whose issues the person may see, whatever hides the others: a security level, a project
 * that they may not browse, deletion. A key from before a move or a rename counts where the issue is visible
 * under its new one. In doubt a key is not in the answer: what Jira could not read just now, and old keys
 * that cannot be told from those of hidden issues within `MAX_SPLITS`.
 */
export async function visibleIssues(
  asUser: HttpOptions,
  keys: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const http = createHttp(asUser);
  const parts = inParts([...new Set(keys)], FETCH_LIMIT);
  const visible = await mapInFlight(parts, JIRA_IN_FLIGHT, (part) => visibleAmong(http, part, MAX_SPLITS));
  return new Set(visible.flat());
}

/**
 * Jira says which issues it found, not for which of the keys: an issue under another key than those asked
 * for belongs to one of the keys that are left. Where there are as many of them, all are visible.
 */
async function visibleAmong(http: Http, keys: readonly string[], splits: number): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const found = await currentKeys(http, keys);
  const direct = keys.filter((key) => found.has(key));
  const left = keys.filter((key) => !found.has(key));
  const elsewhere = found.size - direct.length;
  if (elsewhere === left.length) return keys;
  if (elsewhere === 0 || splits === 0) return direct;
  const halves = inParts(left, Math.ceil(left.length / 2));
  const rest = await mapInFlight(halves, 1, (half) => visibleAmong(http, half, splits - 1));
  return [...direct, ...rest.flat()];
}

/** What is hidden or does not exist is silently absent (POST /issue/bulkfetch). */
async function currentKeys(http: Http, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const body = { issueIdsOrKeys: keys, fields: ['summary'] };
  const call = { what: because('to-see-issues'), method: 'POST', repeatable: true, body } as const;
  const { issues } = await http.read({ ...call, route: route`/rest/api/3/issue/bulkfetch` }, answerSchema);
  return new Set(issues.map(({ key }) => key));
}
