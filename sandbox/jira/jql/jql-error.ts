/** Where in the query something was read; both count from 1, as Jira's messages do. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Why Jira would refuse the query: what `errorMessages` of its 400 says. */
export class JqlError extends Error {
  override readonly name: string = 'JqlError';
}

/** What Jira's JQL has and the local site does not: no refusal of Jira's. */
export class UnservedJql extends JqlError {
  override readonly name = 'UnservedJql';

  /** @param what as in "does not serve ..." */
  constructor(readonly what: string) {
    super(what);
  }
}

/** A query that cannot be read. Without a position the end of the query was reached. */
export function syntaxError(message: string, position?: Position): JqlError {
  const where = position ? ` (line ${position.line}, character ${position.character})` : '';
  return new JqlError(`Error in the JQL Query: ${message}${where}`);
}
