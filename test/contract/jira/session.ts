import { expect } from '@jest/globals';
import type { Exchange, OpenApi } from './openapi';
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
  /** With any status of success. */
  readonly succeed: (request: TargetRequest) => Promise<void>;
}

/** URLs of the short functions go on from `/rest/api/3/`. */
export function openSession(target: Target, openApi: OpenApi | undefined): Session {
  async function exchange(request: TargetRequest, status: number): Promise<Body> {
    return judged(await target.send(request), status);
  }

  function judged(done: Exchange, status: number): Body {
    expect({ status: done.status, ...(done.status !== status && { body: done.responseBody }) }).toEqual({
      status,
    });
    expect(openApi?.validateExchange(done)).toEqual([]);
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
    async succeed(request) {
      const done = await target.send(request);
      judged(done, done.status < 300 ? done.status : 200);
    },
  };
}
