/** The shell's style sheet, icon and scripts, as they stand in this folder. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Context, Hono } from 'hono';

/** In the order of the cascade: what stands later overrides. */
const STYLES = [
  'base',
  'top-bar',
  'frame',
  'controls',
  'lists',
  'board',
  'issue',
  'tables',
  'aws-console',
] as const;

export function assets(app: Hono): void {
  const styles = STYLES.map((name) => path.join('styles', `${name}.css`));
  app.get('/shell/shell.css', (context) => serve(context, styles, 'text/css'));
  app.get('/shell/icon.svg', (context) => serve(context, ['icon.svg'], 'image/svg+xml'));
  app.get('/shell/browser/:name{[a-z-]+\\.js}', (context) =>
    serve(context, [path.join('browser', context.req.param('name'))], 'text/javascript'),
  );
}

/** The files one after the other; not found where one of them is missing. */
async function serve(context: Context, files: readonly string[], type: string): Promise<Response> {
  const text = await Promise.all(files.map((file) => readFile(path.join(__dirname, file), 'utf8')))
    .then((texts) => texts.join('\n'))
    .catch(() => undefined);
  if (text === undefined) return context.notFound();
  return context.body(text, 200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
  });
}
