/** AWS's sentences for a refusal (IAM User Guide, "Troubleshoot access denied error messages"). */
import type { AccessRequest, Decision } from './policy/evaluate';

export type Refusal = Decision & { readonly allowed: false };

/**
 * What a trust policy refuses is not explained, so that nobody learns which roles there are; that the caller's
 * own policies are named for sts:AssumeRole is unverified (A13).
 */
export function accessDeniedMessage(caller: string, request: AccessRequest, refusal: Refusal): string {
  const { action, resource } = request;
  return `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}${reason(action, refusal)}`;
}

function reason(action: string, { by, how }: Refusal): string {
  if (by === 'trust') return '';
  const article = by === 'identity-based' ? 'an' : 'a';
  if (how === 'explicit-deny') return ` with an explicit deny in ${article} ${by} policy`;
  return ` because no ${by} policy allows the ${action} action`;
}
