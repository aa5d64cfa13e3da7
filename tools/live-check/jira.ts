/** A Jira site, asked with a person's API token. */
import { z } from 'zod';

export interface JiraAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface JiraAccess {
  /** Scheme, host and path of Jira, without a slash at its end. */
  readonly url: string;
  readonly email: string;
  readonly token: string;
}

/** Sends one request below /rest/api/3; whatever status comes is an answer. Rejects where none comes within a minute. */
export type AskJira = (method: string, path: string, body?: unknown) => Promise<JiraAnswer>;

const MOST_MS = 60_000;

export function askJira({ url, email, token }: JiraAccess): AskJira {
  const authorization = `Basic ${Buffer.from(`${email}:${token}`).toString('base64')}`;
  return async (method, path, body) => {
    const response = await fetch(`${url}/rest/api/3/${path}`, {
      method,
      signal: AbortSignal.timeout(MOST_MS),
      headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: jsonOf(await response.text()) };
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer that is not what was asked for. */
export class JiraError extends Error {
  constructor(
    request: string,
    readonly status: number,
    words: string,
  ) {
    super(`Jira answers ${request} with ${status}${words}`);
  }
}

/** What a request that must succeed answers. @throws JiraError naming request and status */
export async function succeed<T>(
  ask: AskJira,
  schema: z.ZodType<T>,
  ...request: Parameters<AskJira>
): Promise<T> {
  const { status, body } = await ask(...request);
  const parsed = schema.safeParse(body);
  if (status < 300 && parsed.success) return parsed.data;
  const [method, path] = request;
  throw new JiraError(`${method} ${path}`, status, messagesOf(body));
}

/** Jira's own words for a refusal, in brackets. */
export function messagesOf(body: unknown): string {
  const { data } = refusalSchema.safeParse(body);
  const words = [...(data?.errorMessages ?? []), ...Object.values(data?.errors ?? {})];
  return words.length === 0 ? '' : ` (${words.join(' ')})`;
}

const refusalSchema = z.object({
  errorMessages: z.array(z.string()).optional(),
  errors: z.record(z.string(), z.string()).optional(),
});
