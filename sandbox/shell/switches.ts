/** What the top bar's forms do. */
import type { Context, Hono } from 'hono';
import { switchUser } from './current-user';
import { localPath } from './local-path';
import { leaveMessage } from './messages';
import { switchTheme } from './theme';
import type { ShellSite } from './visit';

const FIVE_MINUTES_MS = 5 * 60_000;

export function switches(app: Hono, { host }: ShellSite): void {
  app.post('/shell/user', async (context) => {
    const form = await context.req.parseBody();
    const person = switchUser(context, form.accountId);
    if (person === undefined) return context.text('There is no such person.', 400);
    return goBack(context, form.back);
  });
  app.post('/shell/theme', async (context) => {
    const form = await context.req.parseBody();
    switchTheme(context, form.theme);
    return goBack(context, form.back);
  });
  app.post('/shell/clock', async (context) => {
    const form = await context.req.parseBody();
    host.advanceClock(FIVE_MINUTES_MS);
    const lines = ['Five minutes have passed; what was due by then is under way.'];
    leaveMessage(context, { kind: 'success', lines });
    return goBack(context, form.back);
  });
}

/** The browser asks for that page with GET. */
export function goBack(context: Context, path: unknown): Response {
  return context.redirect(localPath(path), 303);
}
