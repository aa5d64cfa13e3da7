/** Jira as the current user sees it: the same operations, permissions and log as for clients outside. */
import { z } from 'zod';
import { Problem } from './problem';

/** Jira's answer to a request of this person; the site puts its latency and its log around it. */
export type AskJira = (request: Request, accountId: string) => Promise<Response>;

export interface JiraClient {
  /** @param path below `/rest/api/3/`, its parts encoded. @throws Problem for what Jira refuses */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  post<T>(path: string, body: object, schema: z.ZodType<T>): Promise<T>;
  /** A change whose answer says nothing. @throws Problem for what Jira refuses */
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<void>;
}

const refusal = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

export function jiraAs(askJira: AskJira, siteUrl: string, accountId: string): JiraClient {
  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const request = new Request(new URL(`/rest/api/3/${path}`, siteUrl), {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await askJira(request, accountId);
    const text = await response.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (response.ok) return answer;
    throw new Problem('Jira', response.status, linesOf(response.status, answer));
  }
  return {
    get: async (path, schema) => schema.parse(await ask('GET', path)),
    post: async (path, body, schema) => schema.parse(await ask('POST', path, body)),
    async send(method, path, body) {
      await ask(method, path, body);
    },
  };
}

function linesOf(status: number, answer: unknown): readonly string[] {
  const { errorMessages = [], errors = {} } = refusal.safeParse(answer).data ?? {};
  const fields = Object.entries(errors).map(([field, problem]) => `${field}: ${problem}`);
  const lines = [...errorMessages, ...fields];
  return lines.length > 0 ? lines : [`Jira answered ${status}.`];
}
