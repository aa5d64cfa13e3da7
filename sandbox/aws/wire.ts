/** Between fetch's Request and Response and what the stand-in works with. */
import { parseAuthorization } from './sigv4/authorization';
import type { WireRequest } from './sigv4/canonical-request';
import type { CredentialScope } from './sigv4/signature';

/** The request as the client signed it: the Host header, or where there is none the URL's host. */
export async function readRequest(request: Request): Promise<WireRequest> {
  const url = new URL(request.url);
  const headers = [...request.headers];
  if (!request.headers.has('host')) headers.push(['host', url.host]);
  return {
    method: request.method,
    path: url.pathname,
    query: url.search.slice(1),
    headers,
    body: new Uint8Array(await request.arrayBuffer()),
  };
}

/** The service that a request is for: as its signature says, else as its host or its form says. */
export function serviceOf(request: WireRequest): string {
  const signed = scopeOf(request)?.service;
  if (signed !== undefined) return signed;
  const form = headerOf(request, 'content-type').startsWith('application/x-www-form-urlencoded');
  return form || headerOf(request, 'host').startsWith('sts.') ? 'sts' : 'wellarchitected';
}

/** Region and service that a request is signed for, whether or not the signature is right. */
export function scopeOf(request: WireRequest): CredentialScope | undefined {
  return parseAuthorization(headerOf(request, 'authorization'))?.scope;
}

function headerOf(request: WireRequest, name: string): string {
  return request.headers.find(([candidate]) => candidate.toLowerCase() === name)?.[1] ?? '';
}

/** The path without the base path of the client's endpoint. */
export function withoutBase(path: string, basePath: string): string {
  return path === basePath || path.startsWith(`${basePath}/`) ? path.slice(basePath.length) || '/' : path;
}

export interface Reply {
  readonly status: number;
  readonly contentType: 'application/json' | 'text/xml';
  readonly body: string;
  readonly errorType?: string;
}

/** @param now the site's time: clients measure their clock's skew by the Date header. */
export function toResponse(reply: Reply, requestId: string, now: number): Response {
  return new Response(reply.body, {
    status: reply.status,
    headers: {
      'content-type': reply.contentType,
      'x-amzn-requestid': requestId,
      date: new Date(now).toUTCString(),
      ...(reply.errorType === undefined ? {} : { 'x-amzn-errortype': reply.errorType }),
    },
  });
}
