/** Payloads whose members are each of their kind and length, and that nobody can store or send on. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Contract, StartSync } from '../../src/contract';
import { openTarget, type Target } from './hostile/target';

let target: Target;
beforeAll(async () => {
  target = await openTarget();
}, 120_000);
afterAll(() => target.site.close());

/** Valid one by one, and yet not to be stored or sent on. */
const UNFIT: readonly [what: string, keyof Contract, (whole: never) => object, field: string][] = [
  ...(['settings.save', 'siteSettings.save'] as const).map((name): (typeof UNFIT)[number] => [
    'a selection of 260 KB',
    name,
    (whole: { settings: object }) => ({
      ...whole,
      settings: { ...whole.settings, selection: { questionIds: list(1000, 'é'.repeat(124)) } },
    }),
    'settings.selection',
  ]),
  [
    'decisions of 80 KB',
    'sync.start',
    (whole: object) => ({
      ...whole,
      proposals: keys(1000).map((issueKey) => ({ kind: 'twin', issueKey, take: true })),
    }),
    'proposals',
  ],
  [
    'a name with half of a pair',
    'milestone.save',
    (whole: object) => ({ ...whole, name: 'Half \ud800 of it' }),
    'name',
  ],
  [
    'a value with NUL',
    'settings.save',
    (whole: { settings: { fieldValues: readonly object[] } }) => ({
      ...whole,
      settings: { fieldValues: whole.settings.fieldValues.map((each) => ({ ...each, value: 'a\0b' })) },
    }),
    'settings.fieldValues.1.value',
  ],
  [
    'a status with half of a pair',
    'triage.search',
    ({ projectKey }: { projectKey: string }) => ({ projectKey, search: { statuses: ['\udc00'] } }),
    'search.statuses.0',
  ],
];

/** As long as keys of Jira are. */
function keys(count: number): readonly string[] {
  return Array.from({ length: count }, (_, nth) => `${'K'.repeat(32)}-${1e9 + nth}`);
}

function list(count: number, text: string): readonly string[] {
  return Array.from({ length: count }, (_, nth) => `${nth}${text}`);
}

test.each(UNFIT)('%s is refused by %s, with its member named', async (_, name, change, field) => {
  const answer = await target.send(name, change(target.payloads[name] as never));
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
  expect(JSON.stringify(answer)).toContain(`"field":"${field}"`);
});

describe('what fits its schema fits storage', () => {
  /** Just within what is taken of one part. */
  const texts = (count: number, bytes: number) =>
    Array.from({ length: count }, (_, nth) => `${nth}`.padEnd(bytes, 'x'));
  const selection = { questionIds: texts(640, 98) };
  const resolveSelects = { implemented: texts(100, 20).map((id) => ({ statusId: id.replaceAll('x', '0') })) };

  test('settings of a site', async () => {
    const more = { selection, resolveSelects: { ...resolveSelects, notApplicable: [] } };
    const settings = { projectConnections: true, ...more };
    expect(await target.send('siteSettings.save', { settings })).toMatchObject({ ok: true });
    expect(await target.send('siteSettings.save', { settings: { projectConnections: true } })).toMatchObject({
      ok: true,
    });
  });

  test('a run with a selection and decisions', async () => {
    const { workloadArn } = target.payloads['sync.start'] as StartSync;
    const settle = keys(700).map((issueKey) => ({ issueKey, keep: 'aws' }));
    const proposals = keys(700).map((issueKey) => ({ issueKey, kind: 'twin', take: true }));
    const asked = { projectKey: 'WA', workloadArn, mode: 'preview', selection, settle, proposals };
    expect(await target.send('sync.start', asked)).toMatchObject({ ok: true });
  });
});
