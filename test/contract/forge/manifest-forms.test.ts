/** Forms of a manifest that are seldom used, as the fixture app uses them. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { openStore } from '../../../sandbox/store/store';
import { forgeRoutes } from '../../../sandbox/forge/http';
import { ECHO_APP, type EchoHost, echoHost } from './echo-host';

const BASE = 'http://127.0.0.1:1/webtrigger';
let host: EchoHost;
beforeEach(async () => {
  host = await echoHost({ webTriggerUrl: BASE });
});
afterEach(() => host.close());

const logged = (text: string) => host.logs().filter((line) => line.includes(text));

test('a consumer that names a method of a resolver gets the body of its event', async () => {
  await host.perform({ do: 'push', queue: 'by-method', events: [{ body: { name: 'a' } }] });
  await host.idle();
  expect(logged('"consumed":{"name":"a"}')).toHaveLength(1);
  expect(logged('"job":"')).toHaveLength(1);
});

test.each([
  ['taken', 202, 'text/plain', 'Taken.'],
  ['refused', 409, 'text/plain;charset=UTF-8', ''],
  ['nothing that there is', 500, 'text/plain;charset=UTF-8', ''],
])('a static web trigger answers %s', async (body, status, type, text) => {
  const response = await forgeRoutes(host).request(host.webTriggerUrl('fixed-door'), {
    method: 'POST',
    body,
  });
  expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
    status,
    type,
    text,
  ]);
});

/** The fixture app with a trigger more. */
function listeningToTheInstall(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'manifest-'));
  const manifest = readFileSync(path.join(ECHO_APP, 'manifest.yml'), 'utf8');
  const trigger = `  trigger:
    - key: of-the-install
      function: listener
      events:
        - avi:forge:installed:app
`;
  writeFileSync(path.join(folder, 'manifest.yml'), manifest.replace('  trigger:\n', trigger));
  return folder;
}

test('the install is told once in the life of a store', async () => {
  const [store, appDirectory] = [openStore(), listeningToTheInstall()];
  const told: number[] = [];
  for (let start = 0; start < 2; start += 1) {
    const again = await echoHost({ store, appDirectory });
    await again.idle();
    told.push(again.logs().filter((line) => line.includes('avi:forge:installed:app')).length);
    await again.close();
  }
  expect(told).toEqual([1, 0]);
});
