/** What the app has stored, as another version of it or an accident could change it. */
import type { Row } from '../../sandbox/forge/kvs/rows';
import type { Site } from '../../sandbox/site/site';

export interface Stored {
  /** The only key that begins like this. */
  readonly keyOf: (beginning: string) => string;
  readonly at: (key: string) => unknown;
  /** Puts a value there; `undefined` takes away what stands there. */
  readonly put: (key: string, value: unknown) => void;
}

/** @param table of plain values, of secrets (`forge.secrets`) or of an entity (`forge.entity.NAME`) */
export function storedIn(site: Site, table = 'forge.kvs'): Stored {
  const rows = site.store.table<Row>(table);
  return {
    keyOf(beginning) {
      const keys = [...rows.entries()].map(([key]) => key).filter((key) => key.startsWith(beginning));
      if (keys.length !== 1 || keys[0] === undefined) throw new Error(`${keys.length} keys: ${beginning}`);
      return keys[0];
    },
    at: (key) => rows.get(key)?.value,
    put(key, value) {
      const now = site.clock.now();
      if (value === undefined) rows.delete(key);
      else rows.set(key, { createdAt: now, updatedAt: now, ...rows.get(key), value });
      site.store.commit();
    },
  };
}

/** As a new installation, or a lost store: which issue is which is not known any more. */
export function forgetLinks(site: Site): void {
  const rows = site.store.table<Row>('forge.kvs');
  for (const [key] of [...rows.entries()]) if (/^(?:link|issue|intent):/.test(key)) rows.delete(key);
  site.store.commit();
}
