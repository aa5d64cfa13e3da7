import path from 'node:path';
import { type SiteClock, systemClock } from '../../../sandbox/clock';
import { createHost, type Host, type HostOptions } from '../../../sandbox/forge/host';
import type { Upstream } from '../../../sandbox/forge/outside';
import { openStore, type Store } from '../../../sandbox/store/store';
import { bundleApp } from '../../../tools/bundle-app';
import type { Action } from '../../fixtures/echo-app/src/perform';

export const ECHO_APP = path.join(__dirname, '..', '..', 'fixtures', 'echo-app');

export interface EchoHost extends Host {
  readonly store: Store;
  readonly clock: SiteClock;
  /** What reached the services beside the host, as `jira app GET /path`. */
  readonly requests: string[];
  /** Does the actions in one resolver invocation and answers what came of each. */
  perform(...actions: Action[]): Promise<Result[]>;
}

export interface Result {
  readonly value?: unknown;
  readonly error?: {
    readonly name: string;
    readonly message: string;
    readonly code?: string;
    readonly status?: number;
  };
}

/** A host that runs the fixture app; Jira answers 200 with the caller's name, AWS answers 200. */
export async function echoHost(options: Partial<HostOptions> = {}): Promise<EchoHost> {
  const { directory } = await bundleApp(ECHO_APP);
  const { store = openStore(), clock = systemClock() } = options;
  const requests: string[] = [];
  const host = createHost({
    appDirectory: ECHO_APP,
    bundleDirectory: directory,
    upstream: recording(requests),
    fastForward: true,
    ...options,
    store,
    clock,
  });
  async function perform(...actions: Action[]): Promise<Result[]> {
    const answer = await host.invoke({ functionKey: 'perform', payload: { actions } });
    return (answer as { results: Result[] }).results;
  }
  return { ...host, store, clock, requests, perform };
}

function recording(requests: string[]): Upstream {
  return {
    jira(request, caller) {
      const who = caller.kind === 'user' ? caller.accountId : caller.kind;
      requests.push(`jira ${who} ${request.method} ${new URL(request.url).pathname}`);
      return Promise.resolve(new Response(who));
    },
    aws(request) {
      requests.push(`aws ${request.method} ${request.url}`);
      return Promise.resolve(new Response('aws'));
    },
  };
}
