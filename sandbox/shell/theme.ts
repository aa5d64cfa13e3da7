/** Light, dark, or as the browser likes it. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export type Theme = 'auto' | 'light' | 'dark';

export const THEMES: readonly { readonly theme: Theme; readonly name: string }[] = [
  { theme: 'auto', name: 'As the browser' },
  { theme: 'light', name: 'Light' },
  { theme: 'dark', name: 'Dark' },
];

const COOKIE = 'shell-theme';
const YEAR_SECONDS = 365 * 24 * 3600;

export function currentTheme(context: Context): Theme {
  return parse(getCookie(context, COOKIE));
}

/** What is no theme is `auto`. */
export function switchTheme(context: Context, theme: unknown): void {
  setCookie(context, COOKIE, parse(theme), { path: '/', sameSite: 'Lax', maxAge: YEAR_SECONDS });
}

function parse(theme: unknown): Theme {
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}
