/** The app's pages over HTTP, under /forge: their files, the bridge's script, and what the bridge asks. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { bridgeRoutes, type BridgeOptions } from './bridge-routes';
import type { PageModules } from './page-modules';
import { resourceRoutes } from './resources';

/** What the page around a frame needs, and what the frame itself gets first. */
const HOST_FILES = { 'host.js': 'text/javascript', 'host.css': 'text/css', 'bridge.js': 'text/javascript' };

export function pageRoutes(
  appDirectory: string,
  modules: PageModules,
  options: Omit<BridgeOptions, 'pages'>,
): Hono {
  const routes = new Hono();
  routes.route('/', resourceRoutes(appDirectory, modules));
  for (const [file, type] of Object.entries(HOST_FILES)) {
    routes.get(`/${file}`, async (context) =>
      context.body(await readFile(path.join(__dirname, 'browser', file), 'utf8'), 200, {
        'content-type': `${type}; charset=utf-8`,
        'cache-control': 'no-cache',
      }),
    );
  }
  routes.use('/bridge/*', csrf());
  routes.route('/bridge', bridgeRoutes({ ...options, pages: modules.pages }));
  return routes;
}
