import { APP_ACCOUNT_ID } from './seed/users';
import type { Tables } from './tables';

/** Who sends a request. */
export type Caller =
  | { readonly kind: 'app' }
  | { readonly kind: 'user'; readonly accountId: string }
  | { readonly kind: 'anonymous' };

/** The account that acts; none for anonymous callers. */
export function accountOf(caller: Caller): string | undefined {
  if (caller.kind === 'app') return APP_ACCOUNT_ID;
  return caller.kind === 'user' ? caller.accountId : undefined;
}

/**
 * Reads Basic authentication with an e-mail address and the site's API token. No header is an anonymous
 * caller; `undefined` means bad credentials.
 * https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/
 */
export function authenticate(request: Request, tables: Tables, apiToken: string): Caller | undefined {
  const header = request.headers.get('authorization');
  if (header === null) return { kind: 'anonymous' };
  const encoded = /^basic\s+(\S+)$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  if (colon < 0 || credentials.slice(colon + 1) !== apiToken) return undefined;
  const email = credentials.slice(0, colon).toLowerCase();
  const user = [...tables.users.values()].find((candidate) => candidate.email === email);
  return user === undefined ? undefined : { kind: 'user', accountId: user.accountId };
}
