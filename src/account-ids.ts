/** Atlassian's ids of people: `5b10ac8d82e05b22cc7d4ef5`, `712020:f58131cb-b67d-43c7-b30d-6b58d40bd077`. */
const ID = '(?:[0-9a-f]{24}|[0-9a-z]{2,10}:[0-9a-f-]{36})';

const ACCOUNT = new RegExp(`^${ID}$`);

/** Whether a text is the id of a person's account. */
export function isAccount(text: string): boolean {
  return ACCOUNT.test(text);
}

/** The same between other characters than those of a longer id. */
const WITHIN = new RegExp(`(?<![\\w:-])${ID}(?![\\w:-])`, 'g');

/** Ids of accounts within a text, such as a list as JSON. */
export function accountsWithin(text: string): readonly string[] {
  return text.match(WITHIN) ?? [];
}

/** The text with each of its accounts as `named` calls it. */
export function renameAccounts(text: string, named: (accountId: string) => string): string {
  return text.replace(WITHIN, named);
}
