/** The shell's style sheet, icon and scripts, as they stand in this folder. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context, Hono } from 'hono';

export function assets(app: Hono): void {
  app.get('/shell/shell.css', (context) => serve(context, 'shell.css', 'text/css'));
  app.get('/shell/icon.svg', (context) => serve(context, 'icon.svg', 'image/svg+xml'));
  app.get('/shell/browser/:name{[a-z-]+\\.js}', (context) =>
    serve(context, path.join('browser', context.req.param('name')), 'text/javascript'),
  );
}

async function serve(context: Context, file: string, type: string): Promise<Response> {
  const text = await readFile(path.join(__dirname, file), 'utf8').catch(() => undefined);
  if (text === undefined) return context.notFound();
  return context.body(text, 200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
}
