/** The URLs of web triggers, and what @forge/api's `webTrigger.getUrl` says to make one: stargate's GraphQL. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Store } from '../../store/store';
import { INSTALLATION_ID } from '../installation';
import type { Endpoint, JsonAnswer } from '../outside';
import type { WebTrigger } from './modules';

export interface WebTriggers {
  /** POST /graphql of stargate. It knows `createWebTriggerUrl` and nothing else. */
  readonly endpoint: Endpoint;
  /** The URL of a module: the same one for as long as the store is. @throws Error if there is no such module */
  urlOf(moduleKey: string): string;
  /** The module behind an id in a URL. */
  find(id: string): WebTrigger | undefined;
}

const creation = z.object({
  query: z.string().regex(/\bcreateWebTriggerUrl\s*\(/),
  variables: z.object({
    input: z.strictObject({
      appId: z.string(),
      envId: z.string(),
      triggerKey: z.string(),
      contextId: z.string(),
    }),
    forceCreate: z.boolean().optional(),
  }),
});

/** Where nobody serves them. */
const NOWHERE = 'https://local.example.invalid';

/** `baseUrl` is where the site serves them, without a trailing slash. */
export function createWebTriggers(
  store: Store,
  modules: readonly WebTrigger[],
  baseUrl = NOWHERE,
): WebTriggers {
  /** How many URLs a module has; all of them stay valid. */
  const counts = store.table<number>('forge.web-triggers');

  function create(moduleKey: string, another: boolean): string {
    if (!modules.some(({ key }) => key === moduleKey)) throw new Error(`there is no webtrigger ${moduleKey}`);
    const count = Math.max(1, (counts.get(moduleKey) ?? 0) + (another ? 1 : 0));
    counts.set(moduleKey, count);
    store.commit();
    return `${baseUrl}/${idOf(moduleKey, count)}`;
  }

  return {
    endpoint(_path, body) {
      const request = creation.safeParse(body);
      if (!request.success) return graphqlError('The local host knows createWebTriggerUrl alone.');
      const { input, forceCreate = false } = request.data.variables;
      try {
        const url = create(input.triggerKey, forceCreate);
        return { status: 200, body: { data: { createWebTriggerUrl: { url } } } };
      } catch (error) {
        return graphqlError(String(error));
      }
    },
    urlOf: (moduleKey) => create(moduleKey, false),
    find: (id) =>
      modules.find(({ key }) => {
        const count = counts.get(key) ?? 0;
        return Array.from({ length: count }, (_, index) => idOf(key, index + 1)).includes(id);
      }),
  };
}

/** As long as Forge's; unlike those it is no secret. */
function idOf(moduleKey: string, number: number): string {
  const name = `${INSTALLATION_ID} ${moduleKey} ${number}`;
  return createHash('sha256').update(name).digest('base64url').slice(0, 27);
}

function graphqlError(message: string): JsonAnswer {
  return { status: 200, body: { errors: [{ message }], data: { createWebTriggerUrl: null } } };
}
