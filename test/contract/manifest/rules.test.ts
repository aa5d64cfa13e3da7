/** The manifest, held against what Atlassian's documents demand of one and no linter of Forge checks. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

const PROJECT = path.join(__dirname, '..', '..', '..');

const pageModule = z.object({
  key: z.string(),
  title: z.string(),
  icon: z.string().optional(),
  useAsConfig: z.boolean().default(false),
  useAsGetStarted: z.boolean().default(false),
});
const manifest = z
  .object({
    modules: z.object({
      'jira:adminPage': z.array(pageModule),
      'jira:projectPage': z.array(pageModule),
      'jira:projectSettingsPage': z.array(pageModule),
      'jira:issueContext': z.array(pageModule),
      webtrigger: z.array(z.object({ key: z.string(), urlFormat: z.string().optional() })),
      scheduledTrigger: z.array(z.object({ key: z.string(), interval: z.string() })),
      trigger: z.array(z.object({ key: z.string(), events: z.array(z.string()) })),
    }),
    resources: z.array(z.object({ key: z.string().max(23), path: z.string() })),
    permissions: z.object({
      external: z.object({
        fetch: z.object({ backend: z.array(z.object({ address: z.string(), inScopeEUD: z.boolean() })) }),
      }),
    }),
  })
  .parse(parse(fs.readFileSync(path.join(PROJECT, 'manifest.yml'), 'utf8')));
const { modules, resources } = manifest;

describe('the administration of Jira', () => {
  const isFlagged = ({ useAsConfig, useAsGetStarted }: (typeof modules)['jira:adminPage'][number]) =>
    useAsConfig || useAsGetStarted;

  test('lists the app in its sidebar: an entry that no button leads to', () => {
    expect(modules['jira:adminPage'].filter((page) => !isFlagged(page))).toHaveLength(1);
  });

  test.each(['useAsConfig', 'useAsGetStarted'] as const)('has one entry with %s', (flag) => {
    expect(modules['jira:adminPage'].filter((page) => page[flag])).toHaveLength(1);
  });
});

const pages = (
  ['jira:adminPage', 'jira:projectPage', 'jira:projectSettingsPage', 'jira:issueContext'] as const
).flatMap((type) => modules[type].map((page) => [`${type} ${page.key}`, page] as const));

test.each(pages)('%s has an icon, which stands in a resource of the app', (_name, { icon = '' }) => {
  const [, key, file = ''] = /^resource:([^;]+);(.+)$/.exec(icon) ?? [];
  const folder = resources.find((resource) => resource.key === key)?.path ?? 'no such resource';
  expect(fs.readFileSync(path.join(PROJECT, folder, file), 'utf8')).toMatch(/^<svg [^>]*viewBox="0 0 24 24"/);
});

test.each(modules.webtrigger)('web trigger $key has the URL that stays', ({ urlFormat }) => {
  expect(urlFormat).toBe('v2');
});

test('keys of modules are unique in the whole manifest', () => {
  const keys = Object.values(modules).flatMap((list) => list.map(({ key }) => key));
  expect(new Set(keys).size).toBe(keys.length);
});

test('schedules keep to Forge’s limits: five, one of them of five minutes', () => {
  const intervals = modules.scheduledTrigger.map(({ interval }) => interval);
  expect(intervals.length).toBeLessThanOrEqual(5);
  expect(intervals.filter((interval) => interval === 'fiveMinute').length).toBeLessThanOrEqual(1);
});

/** Forge takes any name, a mistyped one too: https://developer.atlassian.com/platform/forge/events-reference/jira/ */
test('triggers name events that Jira sends', () => {
  const named = modules.trigger.flatMap(({ events }) => events);
  const sent = new Set(['avi:jira:created:issue', 'avi:jira:updated:issue', 'avi:jira:deleted:issue']);
  expect(named.filter((event) => !sent.has(event))).toEqual([]);
});

test('hosts are exact, over https, and in the scope of data residency where notes are written', () => {
  for (const { address, inScopeEUD } of manifest.permissions.external.fetch.backend) {
    const [, service] = /^https:\/\/(sts|wellarchitected)\.[a-z0-9-]+\.amazonaws\.com$/.exec(address) ?? [];
    expect([address, service]).toEqual([address, expect.any(String)]);
    expect([address, inScopeEUD]).toEqual([address, service === 'wellarchitected']);
  }
});
