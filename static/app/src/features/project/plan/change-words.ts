/** A change in the plan's words: what it says of old and new. Pure. */

export interface ChangeWords {
  readonly field: string;
  /** Absent where the plan tells no old value. */
  readonly old?: string;
  readonly now?: string;
}

/** `title: "a" → "b"` and `risk: HIGH → MEDIUM` have both sides; `label + x` and `description` have none. */
export function changeWords(text: string): ChangeWords {
  const quoted = /^([a-z]+): "(.*)" → "(.*)"$/su.exec(text) ?? /^([a-z]+): (\S+) → (\S+)$/u.exec(text);
  const [, field, old, now] = quoted ?? [];
  return field === undefined || old === undefined || now === undefined
    ? { field: text }
    : { field, old, now };
}
