/** What a rejected SDK call says about itself, read without trusting its form. */
import { z } from 'zod';

export interface Failure {
  readonly kind: 'service' | 'server' | 'throttled' | 'network' | 'unreadable';
  /** AWS's code (`AccessDeniedException`), or `timeout`, `network`, `unreadable`. */
  readonly code: string;
  /** AWS's words: may quote the request, never shown unfiltered. */
  readonly message: string;
  readonly retryAfterSeconds: number | undefined;
}

/** As thrown by `client.send`: a `ServiceException`, an error of fetch, or the SDK's own on an unreadable body. */
const thrown = z.object({
  name: z.string().catch('Error'),
  message: z.string().catch(''),
  $fault: z.string().optional().catch(undefined),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional().catch(undefined),
  $response: z
    .object({ headers: z.record(z.string(), z.string()).optional() })
    .optional()
    .catch(undefined),
});

type Thrown = z.infer<typeof thrown>;

/** Codes that AWS services use for throttling, whatever the status (SDK, service-error-classification). */
const THROTTLING =
  /^(Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|PriorRequestNotComplete)/;

export function readFailure(error: unknown): Failure {
  const { data } = thrown.safeParse(error);
  if (data === undefined) return { ...NETWORK, message: String(error), retryAfterSeconds: undefined };
  const classified = classify(data);
  // Where AWS says nothing else, its code is what it says.
  const message = data.message.trim() === '' ? classified.code : data.message;
  return { ...classified, message, retryAfterSeconds: retryAfter(data) };
}

const NETWORK = { kind: 'network', code: 'network' } as const;

function classify({ name, $fault, $metadata }: Thrown): Pick<Failure, 'kind' | 'code'> {
  const status = $metadata?.httpStatusCode;
  if ($fault === undefined) return withoutService(name, status);
  if (status === 429 || THROTTLING.test(name)) return { kind: 'throttled', code: name };
  return { kind: status !== undefined && status >= 500 ? 'server' : 'service', code: name };
}

/** No service answered in its own form: the request was lost, or something else answered (a proxy's page). */
function withoutService(name: string, status: number | undefined): Pick<Failure, 'kind' | 'code'> {
  if (name === 'TimeoutError' || name === 'AbortError') return { kind: 'network', code: 'timeout' };
  if (status !== undefined || name === 'SyntaxError') return { kind: 'unreadable', code: 'unreadable' };
  return NETWORK;
}

/** Seconds of the `Retry-After` header; a date in it is ignored. */
function retryAfter({ $response }: Thrown): number | undefined {
  const header = Object.entries($response?.headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'retry-after',
  );
  return /^\d+(\.\d+)?$/.test(header?.[1] ?? '') ? Number(header?.[1]) : undefined;
}
