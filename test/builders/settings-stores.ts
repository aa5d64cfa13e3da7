/** Stores of settings on a storage in memory. */
import type { KeyValues } from '../../src/key-values';
import { createSettingsStore, type SettingsStore } from '../../src/settings/settings-store';
import { createSiteSettingsStore, type SiteSettingsStore } from '../../src/settings/site-settings';
import { createOrderedChanges, type OrderedChanges } from '../../src/storage/in-order';
import type { RecordLog } from '../../src/storage/record-log';
import { MemoryGuarded } from './guarded';

function changesOn(guarded: MemoryGuarded): OrderedChanges {
  let made = 0;
  return createOrderedChanges(guarded, () => String((made += 1)));
}

export function settingsOn(kvs: KeyValues, log?: RecordLog, guarded = new MemoryGuarded(kvs)): SettingsStore {
  return createSettingsStore(kvs, changesOn(guarded), log);
}

export function siteSettingsOn(
  kvs: KeyValues,
  log?: RecordLog,
  guarded = new MemoryGuarded(kvs),
): SiteSettingsStore {
  return createSiteSettingsStore(kvs, changesOn(guarded), log);
}
