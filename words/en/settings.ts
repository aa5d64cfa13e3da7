/** Words of what is told of settings, by code: ICU messages. */
export const settings = {
  'settings-changed': '{changes}',
  'setting-changed': '{name}: {old} → {new}',
  'setting-none': 'none',
} as const;
