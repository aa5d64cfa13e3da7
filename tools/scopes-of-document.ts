/** The scopes that an OpenAPI document of Atlassian names. */

export interface ScopedDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ScopedOperation>>>>;
}

interface ScopedOperation {
  readonly security?: readonly { readonly OAuth2?: readonly string[] }[];
  readonly 'x-atlassian-oauth2-scopes'?: readonly { readonly scopes: readonly string[] }[];
}

/**
 * Sets of scopes by `GET /rest/api/3/field`, in the document's order; the scopes of a set stand in one text, with
 * spaces between them. Any one set suffices, an empty text asks for no scope (unverified, J29), and without a set
 * OAuth 2.0, which is how Forge apps call, does not let one in.
 */
export function scopesOf({ paths }: ScopedDocument): Readonly<Record<string, readonly string[]>> {
  const rows = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [
      `${method.toUpperCase()} ${path}`,
      setsOf(operation),
    ]),
  );
  return Object.fromEntries(rows) as Readonly<Record<string, readonly string[]>>;
}

/** Where the document lists scopes by their state it lists all that there are; else `security` names the classic ones. */
function setsOf({
  security = [],
  'x-atlassian-oauth2-scopes': listed = [],
}: ScopedOperation): readonly string[] {
  const classic = security.flatMap(({ OAuth2 }) => (OAuth2 === undefined ? [] : [OAuth2]));
  const sets = listed.length > 0 ? listed.map(({ scopes }) => scopes) : classic;
  return [...new Set(sets.map((scopes) => [...scopes].sort().join(' ')))];
}
