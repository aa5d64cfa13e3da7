/** Forge's custom entity of pending changes, in memory. */
import type {
  PendingChangeStorage,
  StoredEntity,
  StoredValue,
} from '../../src/automatic/pending-change-storage';

export class MemoryPendingChanges implements PendingChangeStorage {
  /** Keys that were read or written. */
  keys = 0;

  /** @param values JSON by key */
  constructor(readonly values: Map<string, string> = new Map()) {}

  get(key: string): Promise<unknown> {
    this.keys += 1;
    return Promise.resolve(this.at(key));
  }

  set(key: string, value: StoredEntity): Promise<void> {
    this.keys += 1;
    this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  replace(key: string, changedAt: number | undefined, value: StoredEntity): Promise<boolean> {
    this.keys += 1;
    if ((this.at(key) as Partial<StoredEntity> | undefined)?.changedAt !== changedAt)
      return Promise.resolve(false);
    this.values.set(key, JSON.stringify(value));
    return Promise.resolve(true);
  }

  ofWorkload(workloadArn: string): Promise<readonly StoredValue[]> {
    return Promise.resolve(this.where(({ workload }) => workload === workloadArn, 'changedAt'));
  }

  dueBefore(time: number, most: number): Promise<readonly StoredValue[]> {
    return Promise.resolve(
      this.where(({ due }) => typeof due === 'number' && due < time, 'due').slice(0, most),
    );
  }

  private at(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  private where(
    is: (value: Partial<Record<string, unknown>>) => boolean,
    by: string,
  ): readonly StoredValue[] {
    const all = [...this.values.keys()].map((key) => ({
      key,
      value: this.at(key) as Record<string, unknown>,
    }));
    const found = all.filter(({ value }) => is(value));
    this.keys += Math.max(1, found.length);
    return found.sort((a, b) => Number(a.value[by]) - Number(b.value[by]));
  }
}
