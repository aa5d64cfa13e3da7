/** One message for the page that comes next: what was done, or why not. It travels in a short-lived cookie. */
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';

const message = z.object({ kind: z.enum(['success', 'error']), lines: z.array(z.string()).min(1) });

export type Message = Readonly<z.infer<typeof message>>;

const COOKIE = 'shell-message';
const MAX_AGE_SECONDS = 60;
/** Browsers drop a cookie of more than 4,096 bytes; UTF-8 and base64 make up to four of one character. */
const MAX_CHARACTERS = 800;

export function leaveMessage(context: Context, { kind, lines }: Message): void {
  const text = lines.join('\n').slice(0, MAX_CHARACTERS);
  const value = Buffer.from(JSON.stringify({ kind, lines: text.split('\n') })).toString('base64url');
  setCookie(context, COOKIE, value, {
    path: '/',
    sameSite: 'Lax',
    httpOnly: true,
    maxAge: MAX_AGE_SECONDS,
  });
}

/** Reads the message, once. What cannot be read is none. */
export function takeMessage(context: Context): Message | undefined {
  const value = getCookie(context, COOKIE);
  if (value === undefined) return undefined;
  deleteCookie(context, COOKIE, { path: '/' });
  try {
    return message.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
