/**
 * What a refused request throws: name, status and words of `ExternalEndpointNotAllowedError` in @forge/api.
 * That the runtime's own `fetch` rejects with exactly this is unverified (F25).
 */
export function egressRefusal(url: string): Error {
  const message = `URL not included in the external fetch backend permissions: ${url}. Visit go.atlassian.com/forge-egress for more information.`;
  return Object.assign(new Error(message), { name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
}
