/** Every call that reached Jira or AWS, for counting and for reading. */
import type { Clock } from '../clock';

export interface LoggedRequest {
  readonly service: string;
  /** `POST /rest/api/3/issue/bulk`, `ListAnswers`, … */
  readonly operation: string;
  readonly status: number;
  /** ISO time by the site's clock. */
  readonly at: string;
  /** The app, or a client outside. */
  readonly via: 'app' | 'outside';
}

export interface RequestLog {
  add(request: Omit<LoggedRequest, 'at'>): void;
  list(): readonly LoggedRequest[];
  clear(): void;
  /** Calls of each operation, `jira POST /rest/api/3/issue/bulk` → 10. */
  summary(): Readonly<Record<string, number>>;
}

export function createRequestLog(clock: Clock): RequestLog {
  let requests: LoggedRequest[] = [];
  return {
    add(request) {
      requests.push({ ...request, at: new Date(clock.now()).toISOString() });
    },
    list: () => [...requests],
    clear() {
      requests = [];
    },
    summary() {
      const counts: Record<string, number> = {};
      for (const { service, operation } of requests) {
        const name = `${service} ${operation}`;
        counts[name] = (counts[name] ?? 0) + 1;
      }
      return counts;
    },
  };
}
