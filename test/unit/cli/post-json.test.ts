/** What commands make of a local site's answers. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, jest, test } from '@jest/globals';
import { postJson } from '../../../sandbox/cli/app';
import { listen } from '../../../sandbox/site/listen';

const servers: Server[] = [];
afterEach(() => {
  jest.restoreAllMocks();
  for (const server of servers.splice(0)) server.close();
});

test('a site that is still starting is waited for, and that is said once', async () => {
  const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const starting = await listen(0);
  const text = await (await fetch(starting.url)).text();
  await starting.close();
  const answers = [text, text, '{"ready":true}'];
  const url = await serving(() => answers.shift() ?? '');
  expect(await postJson(url, {})).toEqual({ ready: true });
  expect(said.mock.calls).toEqual([['Waiting until the local site has started …\n']]);
});

test('what is no JSON is told as such at once', async () => {
  const url = await serving(() => '<html>');
  await expect(postJson(url, {})).rejects.toThrow('answered 503 and nothing that can be read');
});

async function serving(answer: () => string): Promise<string> {
  const server = createServer((_, response) => response.writeHead(503).end(answer()));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
