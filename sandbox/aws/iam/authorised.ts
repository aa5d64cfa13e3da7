/** What policies allowed, kept in memory: tests compare it with what they grant. */

export interface Authorised {
  /** `wellarchitected:ListAnswers`, `sts:AssumeRole`. */
  readonly action: string;
  /** The ARN that the action was checked against, or `*`. */
  readonly resource: string;
  /** The user's ARN, or that of the role that a session was of. */
  readonly principal: string;
}

export interface AuthorisedLog {
  /** The same again is kept once. */
  add(entry: Authorised): void;
  list(): readonly Authorised[];
  clear(): void;
}

export function createAuthorisedLog(): AuthorisedLog {
  const entries = new Map<string, Authorised>();
  return {
    add: (entry) => void entries.set(`${entry.principal} ${entry.action} ${entry.resource}`, entry),
    list: () => [...entries.values()],
    clear: () => entries.clear(),
  };
}
