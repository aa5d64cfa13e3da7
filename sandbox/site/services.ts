/** Jira, AWS and the app's storage with the site's latency; calls of the first two are logged. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Aws } from '../aws';
import type { Caller, Jira } from '../jira/jira';
import type { LoggedRequest, RequestLog } from './request-log';

/** Milliseconds that a call takes at least. */
export interface Latency {
  readonly jira?: number;
  readonly aws?: number;
  /** The app's storage. */
  readonly kvs?: number;
}

export interface Services {
  jira(request: Request, caller: Caller, via: LoggedRequest['via']): Promise<Response>;
  aws(request: Request, via: LoggedRequest['via']): Promise<Response>;
  kvs<T>(perform: () => Promise<T>): Promise<T>;
}

/** Half of the latency passes before a call is performed and half after, so that both ends can be lost. */
export function createServices(jira: Jira, aws: Aws, log: RequestLog, latency: Latency): Services {
  return {
    async jira(request, caller, via) {
      await wait(latency.jira);
      const { response, operation } = await jira.handle(request, caller, via === 'app');
      log.add({ service: 'jira', operation, status: response.status, via });
      await wait(latency.jira);
      return response;
    },
    async aws(request, via) {
      await wait(latency.aws);
      const { response, service, operation } = await aws.handle(
        request,
        via === 'outside' ? 'outside' : 'site',
      );
      log.add({ service, operation, status: response.status, via });
      await wait(latency.aws);
      return response;
    },
    async kvs(perform) {
      await wait(latency.kvs);
      const answer = await perform();
      await wait(latency.kvs);
      return answer;
    },
  };
}

async function wait(latencyMs = 0): Promise<void> {
  if (latencyMs > 0) await sleep(latencyMs / 2);
}
