/** One issue, as whoever the requester acts for sees it. */
import type { OurIssue } from '../model';
import { fetchPart } from './fetch-issues';
import { hasProperty } from '../ownership';
import { createHttp, type HttpOptions } from './http';

/** - `hidden`: it does not exist, or they may not see it; - `other`: it does not carry our property. */
export type SeenIssue =
  | { readonly kind: 'hidden' }
  | { readonly kind: 'other' }
  | { readonly kind: 'ours'; readonly issue: OurIssue };

/** Strongly consistent; finds a moved issue under its former key. Throws `UpstreamError`. */
export async function readSeenIssue(asUser: HttpOptions, idOrKey: string): Promise<SeenIssue> {
  const [issue] = await fetchPart(createHttp(asUser), [idOrKey]);
  if (issue === undefined) return { kind: 'hidden' };
  return hasProperty(issue) ? { kind: 'ours', issue } : { kind: 'other' };
}
