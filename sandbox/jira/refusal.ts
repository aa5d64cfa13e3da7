/** Jira's way of saying no. */
export interface ErrorCollection {
  readonly errorMessages: readonly string[];
  /** By field id. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Ends an operation with an HTTP status and Jira's error body. Thrown before anything is written. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`Jira answers ${status}`);
  }
}

/** A refusal with one message. */
export function refusal(status: number, message: string): Refusal {
  return new Refusal(status, errorMessage(message));
}

/**
 * What Jira has and the local site does not, in one form everywhere: 501, a status that Jira itself does not give, so
 * that it passes for no missing resource and no mistake of the client's.
 */
export function notServed(what: string): Refusal {
  return refusal(501, `The local site does not serve ${what}.`);
}

export function errorMessage(message: string): ErrorCollection {
  return { errorMessages: [message], errors: {} };
}

export function fieldError(field: string, message: string): ErrorCollection {
  return { errorMessages: [], errors: { [field]: message } };
}

/** All problems of one request in one body; `undefined` for none. */
export function mergeErrors(problems: readonly ErrorCollection[]): ErrorCollection | undefined {
  if (problems.length === 0) return undefined;
  return {
    errorMessages: [...new Set(problems.flatMap((problem) => problem.errorMessages))],
    errors: Object.assign({}, ...problems.map((problem) => problem.errors)) as Record<string, string>,
  };
}
