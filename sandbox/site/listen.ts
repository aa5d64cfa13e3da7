/** The site's port, taken before there is a site behind it: what is on the site has to know its URL. */
import type { AddressInfo } from 'node:net';
import { type ServerType, createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export interface Listener {
  readonly url: string;
  /** From now on requests are answered; before, they got 503. */
  open(app: Hono): void;
  close(): Promise<void>;
}

export class PortInUse extends Error {
  override readonly name = 'PortInUse';

  constructor(readonly port: number) {
    super(`Port ${port} is in use: stop what runs there, or choose another one: npm start -- --port N`);
  }
}

/** Listens on this machine only. @throws PortInUse */
export async function listen(port: number): Promise<Listener> {
  let app: Hono | undefined;
  const server = createAdaptorServer({
    fetch: (request, port: object) =>
      app?.fetch(request, port) ?? new Response('The site is starting.\n', { status: 503 }),
    overrideGlobalObjects: false,
  });
  await bind(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    open(ready) {
      app = ready;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

function bind(server: ServerType, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error),
    );
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
