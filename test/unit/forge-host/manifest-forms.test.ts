import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { stringify } from 'yaml';
import { type AppManifest, readManifest } from '../../../sandbox/forge/manifest';
import { noticesOf } from '../../../sandbox/forge/notices';

const ID = 'ari:cloud:ecosystem::app/00000000-0000-4000-8000-000000000001';
const PAGE = { resource: 'pages', title: 'Page' };

/** A manifest with two functions, and more. */
function read(
  modules: object,
  app: object = { id: ID, runtime: { name: 'nodejs24.x' } },
  permissions: object = {},
): AppManifest {
  const folder = mkdtempSync(path.join(tmpdir(), 'manifest-'));
  const functions = ['run', 'walk'].map((key) => ({ key, handler: `index.${key}` }));
  const resources = [{ key: 'pages', path: 'static' }];
  writeFileSync(
    path.join(folder, 'manifest.yml'),
    stringify({ app, resources, permissions, modules: { function: functions, ...modules } }),
  );
  return readManifest(folder);
}

describe('the site starts with', () => {
  test('an app that is not registered yet', () => {
    expect(read({}, { runtime: { name: 'nodejs22.x' } }).appId).toBe('not-registered');
  });

  test('a consumer that is a function, and one that is a method of a resolver', () => {
    const { consumers } = read({
      consumer: [
        { key: 'a', queue: 'a', function: 'run' },
        { key: 'b', queue: 'b', resolver: { function: 'walk', method: 'step' } },
      ],
    });
    expect([...consumers.values()]).toEqual([
      { key: 'a', queue: 'a', function: 'run' },
      { key: 'b', queue: 'b', function: 'walk', method: 'step' },
    ]);
  });

  test('pages with a resolver each, and one with none', () => {
    const { resolvers, resolver } = read({
      consumer: [{ key: 'b', queue: 'b', resolver: { function: 'walk', method: 'step' } }],
      'jira:adminPage': [{ key: 'admin', ...PAGE, resolver: { function: 'run' } }],
      'jira:projectPage': [{ key: 'project', ...PAGE, resolver: { function: 'walk' } }],
      'jira:issueContext': [{ key: 'panel', ...PAGE, label: 'Panel' }],
    });
    expect([...resolvers]).toEqual([
      ['admin', 'run'],
      ['project', 'walk'],
      ['panel', undefined],
    ]);
    expect(resolver).toBe('run');
  });

  test('a static web trigger, the events of the app’s life, and a hook before its end', () => {
    const outputs = [{ key: 'ok', statusCode: 204 }];
    const { webTriggers, triggers } = read({
      webtrigger: [{ key: 'w', function: 'run', response: { type: 'static', outputs } }],
      trigger: [{ key: 't', function: 'run', events: ['avi:forge:installed:app', 'avi:forge:upgraded:app'] }],
      preUninstall: [{ key: 'p', function: 'run' }],
    });
    expect(webTriggers[0]?.outputs?.get('ok')).toEqual(outputs[0]);
    expect(triggers.map(({ eventType }) => eventType)).toHaveLength(2);
  });

  test('modules that it leaves alone, and says which', () => {
    const manifest = read({ 'rovo:agent': [{ key: 'agent' }], action: [{ key: 'action' }] });
    expect(noticesOf(manifest, '24.1.0')).toEqual(['Not played here: rovo:agent, action.']);
  });
});

describe('it does not start with', () => {
  test.each<[string, object, string]>([
    ['a module that Forge does not know', { 'jira:adminPages': [] }, 'no module "jira:adminPages"'],
    ['a consumer behind a remote', { consumer: [{ key: 'c', queue: 'q', endpoint: 'e' }] }, 'no remotes'],
    [
      'a consumer that is a workflow',
      { consumer: [{ key: 'c', queue: 'q', resolver: { workflow: 'w' } }] },
      'no workflows',
    ],
    ['a consumer without its function', { consumer: [{ key: 'c', queue: 'q', function: 'x' }] }, '"x"'],
    [
      'a page whose resolver is a remote',
      { 'jira:adminPage': [{ key: 'a', ...PAGE, resolver: { endpoint: 'e' } }] },
      'module a has a remote',
    ],
    [
      'a page whose resolver is missing',
      { 'jira:adminPage': [{ key: 'a', ...PAGE, resolver: { function: 'x' } }] },
      'module a names no function "x"',
    ],
    [
      'a static web trigger without outputs',
      { webtrigger: [{ key: 'w', function: 'run', response: { type: 'static' } }] },
      'no outputs',
    ],
  ])('%s', (_name, modules, message) => {
    expect(() => read(modules)).toThrow(message);
  });
});

test.each<[string, object, string]>([
  ['scopes that are no list', { scopes: { 'storage:app': {} } }, 'is no list'],
  ['egress to a remote', { external: { fetch: { backend: [{ remote: 'r' }] } } }, 'no remotes'],
])('it does not start with %s', (_name, permissions, message) => {
  expect(() => read({}, { id: ID }, permissions)).toThrow(message);
});

test.each([
  ['nodejs24.x', '20.20.2', ['The manifest asks for Node 24; the app runs on Node 20.20.2 here.']],
  ['nodejs24.x', '24.0.0', []],
  ['nodejs22.x', '22.21.0', []],
])('of a manifest for %s Node %s says so', (name, node, notices) => {
  expect(noticesOf(read({}, { id: ID, runtime: { name } }), node)).toEqual(notices);
});
