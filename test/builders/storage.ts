/** Forge's storage in memory, whole: values, secrets apart from them, and a query of keys by their beginning. */
import { MemoryKeyValues } from './key-values';

interface Page {
  readonly results: readonly { readonly key: string; readonly value: unknown }[];
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

  /** All keys on one page. */
  query(beginning = ''): KeyQuery {
    const same = () => this.query(beginning);
    return {
      where: (_, { values: [begins] }) => this.query(String(begins)),
      cursor: same,
      limit: same,
      getMany: () => {
        const keys = [...this.values.keys()].filter((key) => key.startsWith(beginning)).sort();
        const results = keys.map((key) => ({
          key,
          value: JSON.parse(this.values.get(key) ?? 'null') as unknown,
        }));
        return Promise.resolve({ results });
      },
    };
  }
}
