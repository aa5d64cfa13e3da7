/** How the app reaches Jira: the one file that knows `@forge/api`. */
import { route, type Route } from '@forge/api';

/**
 * Builds a route. Quirks: a path parameter with `/`, `\`, `..`, `?` or `#` throws, others are not URL-encoded;
 * parameters after a `?` are encoded.
 */
export { route };
export type { Route };

/** The form of `api.asApp().requestJira` and `api.asUser().requestJira`. */
export type Requester = (path: Route, init: RequesterInit) => Promise<RequesterResponse>;

export interface RequesterInit {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers: Record<string, string>;
  body?: string;
}

export interface RequesterResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}
