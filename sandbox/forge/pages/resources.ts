/** The files of the app's pages, as Forge's content network would serve them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono } from 'hono';
import { contentPolicy } from './content-policy';
import type { PageModules } from './page-modules';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

/** The platform puts its bridge into the page before the page's own scripts. */
const BRIDGE = '<script src="/forge/bridge.js"></script>';

/** GET /pages/MODULE-TYPE/FILE. What is named by its content's hash may be kept by browsers. */
export function resourceRoutes(appDirectory: string, { pages, resources, content }: PageModules): Hono {
  const routes = new Hono();
  routes.get('/pages/:type/:file{.+}', async (context) => {
    const page = pages.find(({ type }) => type === context.req.param('type'));
    const folder = resources.get(page?.resource ?? '');
    if (folder === undefined) return context.notFound();
    const root = path.resolve(appDirectory, folder);
    const file = path.resolve(root, context.req.param('file'));
    const type = TYPES[path.extname(file)];
    if (type === undefined || !file.startsWith(root + path.sep)) return context.notFound();
    const bytes = await readFile(file).catch(() => undefined);
    if (bytes === undefined) return context.notFound();
    const isHtml = file.endsWith('.html');
    return context.body(isHtml ? withBridge(bytes.toString('utf8')) : new Uint8Array(bytes), 200, {
      'content-type': type,
      'cache-control': isHtml ? 'no-store' : 'public, max-age=31536000, immutable',
      'content-security-policy': contentPolicy(content),
      'x-content-type-options': 'nosniff',
    });
  });
  return routes;
}

function withBridge(page: string): string {
  return page.replace(/<head>/i, (head) => head + BRIDGE);
}
