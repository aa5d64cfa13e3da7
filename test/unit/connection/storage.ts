/** Forge's storage service behind the real @forge/kvs: values and secrets apart, and queries that can lag behind. */

export interface Storage {
  readonly values: Map<string, unknown>;
  readonly secrets: Map<string, unknown>;
  /** Every key that was asked for or written. */
  keys(): readonly string[];
  /** From now on queries answer what there is at this moment. */
  freezeQueries(): void;
  uninstall(): void;
}

interface KvsRequest {
  readonly key?: string;
  readonly value?: unknown;
  readonly limit?: number;
  readonly after?: string;
  readonly where?: readonly { readonly values: readonly string[] }[];
}

export function installStorage(): Storage {
  const values = new Map<string, unknown>();
  const secrets = new Map<string, unknown>();
  const keys: string[] = [];
  let visible: ReadonlyMap<string, unknown> = values;

  function answer(path: string, request: KvsRequest): Response {
    if (path.endsWith('/query')) return query(visible, request);
    const { key = '', value } = request;
    keys.push(key);
    const place = path.includes('/secret/') ? secrets : values;
    if (path.endsWith('/get')) {
      if (place.has(key)) return Response.json({ key, value: place.get(key) });
      return Response.json({ code: 'KEY_NOT_FOUND', message: 'not found' }, { status: 404 });
    }
    if (path.endsWith('/set')) place.set(key, value);
    else if (path.endsWith('/delete')) place.delete(key);
    else throw new Error(`storage does not know ${path}`);
    return new Response(null, { status: 204 });
  }

  Object.assign(globalThis, {
    __forge_fetch__: (_target: unknown, path: string, { body }: { body: string }) =>
      Promise.resolve(answer(path, JSON.parse(body) as KvsRequest)),
  });
  return {
    values,
    secrets,
    keys: () => keys,
    freezeQueries: () => {
      visible = new Map(values);
    },
    uninstall: () => void Reflect.deleteProperty(globalThis, '__forge_fetch__'),
  };
}

function query(rows: ReadonlyMap<string, unknown>, { limit = 10, after = '', where }: KvsRequest): Response {
  const prefix = where?.[0]?.values[0] ?? '';
  const matching = [...rows].filter(([key]) => key.startsWith(prefix) && key > after).sort();
  const page = matching.slice(0, limit);
  const more = matching.length > page.length;
  return Response.json({
    data: page.map(([key, value]) => ({ key, value })),
    ...(more ? { cursor: page.at(-1)?.[0] } : {}),
  });
}
