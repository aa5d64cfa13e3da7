import { expect, test } from '@jest/globals';
import { Hono } from 'hono';
import { ownOrigin } from '../../../sandbox/site/own-origin';

const app = new Hono();
app.use('*', ownOrigin());
app.all('*', (context) => context.text('done'));

test.each([
  ['the site by its address', 'http://127.0.0.1:8620/sandbox/clock', 200],
  ['the site by the name of every machine', 'http://localhost:8620/sandbox/clock', 200],
  ['a name that leads here', 'http://stranger.example.invalid:8620/sandbox/clock', 403],
])('%s', async (_name, url, status) => {
  for (const method of ['GET', 'POST']) expect((await app.request(url, { method })).status).toBe(status);
});
