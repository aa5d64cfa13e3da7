/**
 * Requests a second of an endpoint, whoever sends them: "enforced per tenant and per API/resource path". The buffer
 * that Jira may have for a spike is unknown, and so are the higher limits of some endpoints left out: the local site
 * has none of them.
 */
import { SlidingWindow } from '../../limits/sliding-window';
import type { Limits } from '../../limits/table';

export interface Bursts {
  /** Milliseconds until the endpoint takes one more request; 0 if now. */
  wait(now: number, method: Method, operation: string): number;
  add(now: number, method: Method, operation: string): void;
  most(method: Method): number;
  left(now: number, method: Method, operation: string): number;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

const SECOND_MS = 1000;

export function createBursts(limits: Limits): Bursts {
  const windows = new Map<string, SlidingWindow>();
  const most = (method: Method): number => limits[`jira-${METHODS[method]}`];
  function windowOf(method: Method, operation: string): SlidingWindow {
    const window = windows.get(operation) ?? new SlidingWindow(SECOND_MS, most(method));
    windows.set(operation, window);
    return window;
  }
  return {
    wait: (now, method, operation) => windowOf(method, operation).wait(now, 1),
    add: (now, method, operation) => windowOf(method, operation).add(now, 1),
    most,
    left: (now, method, operation) => most(method) - windowOf(method, operation).used(now),
  };
}

const METHODS = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;
