/** Words of what is wrong with a field, by code: ICU messages. */
export const input = {
  'at-field': '{field}: {problem}',
} as const;
