/** Which settings changed, in words: `scope: "risks" → "all"; doneStatusId: none → "10002"`. Empty where none did. */
export function changedSettings(before: object, after: object): string {
  const old = new Map(Object.entries(before));
  const now = new Map(Object.entries(after));
  const names = [...new Set([...old.keys(), ...now.keys()])].sort();
  return names
    .filter((name) => words(old.get(name)) !== words(now.get(name)))
    .map((name) => `${name}: ${words(old.get(name))} → ${words(now.get(name))}`)
    .join('; ');
}

function words(value: unknown): string {
  return value === undefined ? 'none' : JSON.stringify(value);
}
