/** HTTP handlers for the AWS SDK that keep every exchange. */
import { Readable } from 'node:stream';
import type { HttpRequest, HttpResponse } from '@smithy/types';
import type { Aws } from '../../../sandbox/aws/index';
import type { Exchange } from './service-model';

export interface RecordingHandler {
  handle(request: HttpRequest): Promise<{ response: HttpResponse }>;
  readonly exchanges: Exchange[];
}

/** Calls the stand-in in this process. */
export function sandboxHandler(aws: Aws): RecordingHandler {
  return recorded(async (request) => (await aws.handle(request)).response);
}

/** Calls whatever the SDK's endpoint is. */
export function networkHandler(): RecordingHandler {
  return recorded((request) => fetch(request));
}

/** Calls whatever `send` reaches. */
export function recorded(send: (request: Request) => Promise<Response>): RecordingHandler {
  const exchanges: Exchange[] = [];
  return {
    exchanges,
    async handle(request) {
      const url = urlOf(request);
      const requestBody = textOf(request.body);
      const { method } = request;
      const init = { method, headers: request.headers, ...(requestBody === '' ? {} : { body: requestBody }) };
      const response = await send(new Request(url, init));
      const responseBody = await response.text();
      const headers = Object.fromEntries(response.headers);
      exchanges.push({ method, url, headers, requestBody, status: response.status, responseBody });
      return {
        response: { statusCode: response.status, headers, body: Readable.from([Buffer.from(responseBody)]) },
      };
    },
  };
}

function urlOf({ protocol, hostname, port, path, query = {} }: HttpRequest): string {
  const escape = (text: string): string => encodeURIComponent(text);
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value ?? '']).map((each) => `${escape(name)}=${escape(each)}`),
  );
  const search = pairs.length === 0 ? '' : `?${pairs.join('&')}`;
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}${search}`;
}

function textOf(body: unknown): string {
  if (body === undefined) return '';
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new TypeError('this handler sends texts and bytes only');
}
