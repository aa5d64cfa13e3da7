/** Atlassian's ids of people: `5b10ac8d82e05b22cc7d4ef5`, `712020:f58131cb-b67d-43c7-b30d-6b58d40bd077`. */
const ACCOUNT = /^(?:[0-9a-f]{24}|[0-9a-z]{2,10}:[0-9a-f-]{36})$/;

/** Whether a text is the id of a person's account. */
export function isAccount(text: string): boolean {
  return ACCOUNT.test(text);
}
