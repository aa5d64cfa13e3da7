/** Forge's storage in memory, whole: values, secrets apart from them, and a query of keys by their beginning. */
import { MemoryKeyValues } from './key-values';

interface Page {
  readonly results: readonly { readonly key: string; readonly value: unknown }[];
  readonly nextCursor?: string;
}

interface KeyQuery {
  where(property: 'key', condition: { readonly values: readonly unknown[] }): KeyQuery;
  cursor(cursor: string): KeyQuery;
  limit(limit: number): KeyQuery;
  getMany(): Promise<Page>;
}

export class MemoryStorage extends MemoryKeyValues {
  readonly secrets = new Map<string, string>();

  getSecret(key: string): Promise<unknown> {
    const text = this.secrets.get(key);
    return Promise.resolve(text === undefined ? undefined : JSON.parse(text));
  }

  setSecret(key: string, value: unknown): Promise<void> {
    this.secrets.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  deleteSecret(key: string): Promise<void> {
    this.secrets.delete(key);
    return Promise.resolve();
  }

  /** Pages of as many as asked for; a cursor is the last key of the page before. */
  query(beginning = '', most = 10, after = ''): KeyQuery {
    return {
      where: (_, { values: [begins] }) => this.query(String(begins), most, after),
      cursor: (key) => this.query(beginning, most, key),
      limit: (limit) => this.query(beginning, limit, after),
      getMany: () => {
        const keys = [...this.values.keys()].filter((key) => key.startsWith(beginning) && key > after).sort();
        const results = keys.slice(0, most).map((key) => ({
          key,
          value: JSON.parse(this.values.get(key) ?? 'null') as unknown,
        }));
        const last = keys.length > most ? results.at(-1)?.key : undefined;
        return Promise.resolve({ results, ...(last === undefined ? {} : { nextCursor: last }) });
      },
    };
  }
}
