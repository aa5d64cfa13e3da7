/** What the local site says it serves is what it serves, of all that there is. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createKvs, STORAGE_OPERATIONS } from '../../../sandbox/forge/kvs/kvs';
import { BRIDGE_LACKS, BRIDGE_NOT_SERVED, BRIDGE_SERVED } from '../../../sandbox/forge/pages/bridge-commands';
import { manualClock } from '../../../sandbox/clock';
import { coverage } from '../../../sandbox/site/coverage/coverage';
import { coveredOf } from '../../../sandbox/site/coverage/extent';
import { openStore } from '../../../sandbox/store/store';
import { readReferenceData } from '../jira/reference-data';

const { aws, jira, forge, assumptions } = coverage();
const count = ({ served, inPart, notServed }: typeof jira) =>
  served.length + Object.keys(inPart).length + notServed.length;

/** The compiled files of a package. */
function sourcesOf(name: string): string {
  const folder = path.dirname(require.resolve(name));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  return files.map((file) => readFileSync(path.join(folder, file), 'utf8')).join('\n');
}

test('names nothing that the real service does not have', () => {
  expect(() => coveredOf(['a'], ['b'])).toThrow('There is no b.');
});

describe('all that there is', () => {
  const model = readReferenceData('wellarchitected-service-2.json') as { operations: object } | undefined;
  (model ? test : test.skip)('operations of the tool', () => {
    expect(count(aws.wellarchitected!)).toBe(Object.keys(model!.operations).length);
    const { served, inPart, notServed } = aws.wellarchitected!;
    const named = [...served, ...Object.keys(inPart), ...notServed];
    expect(named.sort()).toEqual(Object.keys(model!.operations).sort());
  });

  test('commands of @forge/bridge', () => {
    const sent = [...sourcesOf('@forge/bridge').matchAll(/callBridge\)?\(\s*'(\w+)'/g)].map(
      ([, name]) => name,
    );
    const named = [...BRIDGE_SERVED, ...Object.keys(BRIDGE_LACKS), ...BRIDGE_NOT_SERVED];
    expect([...new Set(sent)].sort()).toEqual([...named].sort());
  });

  test('endpoints of @forge/kvs', () => {
    const asked = [...sourcesOf('@forge/kvs').matchAll(/'\/api\/v1\/([\w/]+)'/g)].map(([, name]) => name);
    expect([...new Set(asked)].sort()).toEqual([...STORAGE_OPERATIONS].sort());
  });
});

describe('what is served', () => {
  test('bridge commands are those of the page’s host', () => {
    const host = path.join(__dirname, '../../../sandbox/forge/pages/browser/host.js');
    const [, commands = ''] = /const COMMANDS = \{\n(.*?)\n {2}\};/s.exec(readFileSync(host, 'utf8')) ?? [];
    const carriedOut = [...commands.matchAll(/^ {4}(\w+): async/gm)].map(([, name]) => name);
    expect(carriedOut.sort()).toEqual([...BRIDGE_SERVED, ...Object.keys(BRIDGE_LACKS)].sort());
  });

  test.each(STORAGE_OPERATIONS)('storage answers %s', (name) => {
    const { endpoint } = createKvs({ store: openStore(), clock: manualClock(0) });
    expect(endpoint(`/api/v1/${name}`, {}).status).not.toBe(501);
  });
});

test('says how much there is of each', () => {
  for (const each of [...Object.values(aws), jira, ...Object.values(forge)])
    expect(each.served.length).toBeGreaterThan(0);
  expect(jira.notServed.length).toBeGreaterThan(500);
  expect(assumptions.length).toBeGreaterThan(90);
});
