import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { runScript, startProcess } from './site-process';

const folder = mkdtempSync(path.join(tmpdir(), 'site-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s stops the site cleanly, with a connection still open',
  async (signal) => {
    const site = await startProcess();
    expect((await fetch(`${site.url}/forge/idle`)).status).toBe(200);
    const { code, output, errors } = await site.end(signal);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    expect(output).toMatch(/Stopped\.\n$/);
    await expect(fetch(site.url)).rejects.toThrow();
  },
);

test('what it prints is all that a client needs', async () => {
  const site = await startProcess();
  const { output } = await site.end('SIGINT');
  expect(output).toContain(`aws wellarchitected list-workloads --endpoint-url ${site.url}/aws`);
  expect(output).toMatch(/AWS_ACCESS_KEY_ID=AKIA\w+ AWS_SECRET_ACCESS_KEY=\S+/);
  expect(output).toMatch(/user jira-admin@example\.invalid {3}token \S+/);
  expect(output).toContain(`npm run sync -- --site ${site.url} --workload "Sample workload" --project WA`);
});

test('a wrong flag is named, with all flags, and exit code 2', async () => {
  const { code, errors } = await runScript('sandbox/start.ts', '--latency', 'jira=fast');
  expect(code).toBe(2);
  expect(errors).toMatch(/^--latency takes milliseconds such as jira=150,aws=60/);
  expect(errors).toContain('npm start -- [options]');
});

test('a malformed lens file gets one line that names file and place, and nothing starts', async () => {
  const file = path.join(folder, 'broken.json');
  const lens = { schemaVersion: '2021-11-01', name: 'A lens', description: 'd', pillars: [{ id: 'p' }] };
  writeFileSync(file, JSON.stringify(lens));
  const { code, output, errors } = await runScript('sandbox/start.ts', '--port', '0', '--lens', file);
  expect(code).toBe(1);
  expect(errors.trim().split('\n')).toEqual([expect.stringMatching(/broken\.json: pillars\[0\]/)]);
  expect(output).not.toContain('Ready');
});

test('a port in use is said to be so', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, errors } = await runScript('sandbox/start.ts', '--port', String(port));
  other.close();
  expect({ code, errors }).toEqual({ code: 1, errors: expect.stringMatching(/^Port \d+ is in use/) });
});
