import type { Reason } from '../reason';
import { because } from './reasons';

/** Which settings changed: `scope: "risks" → "all"; doneStatusId: none → "10002"`. Undefined where none did. */
export function changedSettings(before: object, after: object): Reason | undefined {
  const old = new Map(Object.entries(before));
  const now = new Map(Object.entries(after));
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  const changes = names
    .filter((name) => JSON.stringify(old.get(name)) !== JSON.stringify(now.get(name)))
    .map((name) => because('setting-changed', { name, old: told(old.get(name)), new: told(now.get(name)) }));
  return changes.length === 0 ? undefined : because('settings-changed', { changes });
}

function told(value: unknown): string | Reason {
  return value === undefined ? because('setting-none') : JSON.stringify(value);
}
