import type { PageModules } from './page-modules';

/**
 * The policy of a page of Custom UI: everything from its own origin, no inline script, inline styles where the
 * manifest asks for them. https://developer.atlassian.com/platform/forge/manifest-reference/permissions/#content-permissions
 * That the platform's header has just these parts is unverified (F6); it is at most as strict.
 */
export function contentPolicy({ styles, scripts }: PageModules['content']): string {
  const also = (allowed: readonly string[]) => allowed.map((source) => ` '${source}'`).join('');
  return [
    "default-src 'self'",
    `script-src 'self'${also(scripts)}`,
    `style-src 'self'${also(styles)}`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}
