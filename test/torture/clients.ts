/** Clients of a local site, over HTTP: Jira's REST API, AWS's SDK, the app's resolvers, the site's own switches. */
import {
  GetAnswerCommand,
  UpdateAnswerCommand,
  WellArchitectedClient,
  type Answer,
  type UpdateAnswerCommandInput,
} from '@aws-sdk/client-wellarchitected';
import { ADMIN_USER, REGION } from '../../sandbox/aws';
import type { Site } from '../../sandbox/site/site';
import type { ApiError, Contract } from '../../src/contract';

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export type AnswerChange = Omit<UpdateAnswerCommandInput, 'WorkloadId' | 'LensAlias' | 'QuestionId'>;
export type AppAnswer<N extends keyof Contract> =
  | { readonly ok: true; readonly data: Contract[N]['result'] }
  | { readonly ok: false; readonly error: ApiError };

export interface AwsClient {
  answerOf(questionId: string): Promise<Answer>;
  /** A person at AWS's console; what is not named stays. */
  updateAnswer(questionId: string, change: AnswerChange): Promise<Answer>;
}

export function awsClient(site: Site, WorkloadId: string, LensAlias: string): AwsClient {
  const endpoint = `${site.url}/aws`;
  const client = new WellArchitectedClient({
    region: REGION,
    endpoint,
    credentials: ADMIN_USER,
    maxAttempts: 1,
  });
  /** Clients outside go by the machine's clock; AWS's may be ahead of the site's, and so of that. */
  const now = (): WellArchitectedClient => {
    client.config.systemClockOffset = site.aws.admin.now() - site.clock.now();
    return client;
  };
  const at = (QuestionId: string) => ({ WorkloadId, LensAlias, QuestionId });
  return {
    answerOf: async (id) => (await inTime(() => now().send(new GetAnswerCommand(at(id))))).Answer ?? {},
    updateAnswer: async (id, change) =>
      (await inTime(() => now().send(new UpdateAnswerCommand({ ...at(id), ...change })))).Answer ?? {},
  };
}

/** The site's time may jump between signing and arriving: such a request was not looked at, and is signed anew. */
async function inTime<T>(send: () => Promise<T>, tries = 5): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'InvalidSignatureException';
    if (!isLate || tries === 1) throw error;
    return inTime(send, tries - 1);
  }
}

export async function askJira(site: Site, method: string, route: string, body?: unknown): Promise<Reply> {
  const authorization = `Basic ${btoa(`project-admin@example.invalid:${site.jira.apiToken}`)}`;
  return send(`${site.url}/jira/rest/api/3/${route}`, method, body, { authorization });
}

export async function askApp<N extends keyof Contract>(
  site: Site,
  functionKey: N,
  payload: object,
  accountId: string,
): Promise<AppAnswer<N>> {
  const { body } = await ask(site, '/forge/invoke', { functionKey, payload, accountId });
  if (typeof body === 'object' && body !== null && 'ok' in body) return body as AppAnswer<N>;
  return {
    ok: false,
    error: { code: 'internal', reason: { code: 'crashed', params: { body: JSON.stringify(body) } } },
  };
}

export function ask(site: Site, route: string, body: object): Promise<Reply> {
  return send(`${site.url}${route}`, 'POST', body);
}

async function send(
  url: string,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply> {
  const response = await fetch(url, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
}
