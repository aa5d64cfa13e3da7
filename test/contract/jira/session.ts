import { expect } from '@jest/globals';
import { findOperation } from './document';
import type { OpenApi } from './openapi';
import type { Target, TargetRequest } from './target';

/** What the tests read of answers; absent where an answer has none of it. */
export interface Body {
  readonly id: string;
  readonly key: string;
  readonly accountId: string;
  readonly values: readonly Body[];
  readonly issues: readonly Body[];
  readonly issueTypes: readonly (Body & { hierarchyLevel: number })[];
  readonly transitions: readonly Body[];
  readonly errors: readonly { failedElementNumber: number }[];
  readonly fields: Readonly<Record<string, unknown>>;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly nextPageToken?: string;
  readonly isLast: boolean;
}

/** Requests to a target, each of which must keep the document and have the expected status. */
export interface Session {
  readonly exchange: (request: TargetRequest, status: number) => Promise<Body>;
  readonly get: (url: string, status?: number) => Promise<Body>;
  readonly post: (url: string, body: unknown, status?: number) => Promise<Body>;
  readonly put: (url: string, body: unknown, status: number) => Promise<Body>;
  readonly remove: (url: string, status?: number) => Promise<Body>;
  /** Operations that answered with success so far. */
  readonly succeeded: ReadonlySet<string>;
}

/** URLs of the short functions go on from `/rest/api/3/`. */
export function openSession(target: Target, openApi: OpenApi | undefined): Session {
  const succeeded = new Set<string>();

  async function exchange(request: TargetRequest, status: number): Promise<Body> {
    const done = await target.send(request);
    expect({ status: done.status, ...(done.status !== status && { body: done.responseBody }) }).toEqual({
      status,
    });
    expect(openApi?.validateExchange(done)).toEqual([]);
    const operation = openApi && findOperation(openApi.document, done.method, done.path);
    if (operation && status < 300) succeeded.add(operation.name);
    return (done.responseBody ?? {}) as Body;
  }

  const short = (method: string, url: string, status: number, body?: unknown) =>
    exchange({ method, url: `/rest/api/3/${url}`, body }, status);
  return {
    exchange,
    get: (url, status = 200) => short('GET', url, status),
    post: (url, body, status = 200) => short('POST', url, status, body),
    put: (url, body, status) => short('PUT', url, status, body),
    remove: (url, status = 204) => short('DELETE', url, status),
    succeeded,
  };
}
