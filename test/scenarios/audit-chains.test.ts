/** What the audit log tells item by item, and that nothing of it can be changed, padded away or left out unnoticed. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, PROJECT_ADMIN } from '../../sandbox/jira/seed/users';
import { openReviewedSite, AUTO, type ReviewedSite } from './reviewed-site';
import { statusIdOf } from './choices-resolutions';
import { storedIn } from './stored';
import type { AuditEntry } from './worded';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
  const implemented = [{ statusId: await statusIdOf(site, 'Done') }];
  await site.save({ ...AUTO, resolveSelects: { implemented, notApplicable: [] } });
  await site.rest();
}, 120_000);

afterAll(() => site.close());

async function entries(): Promise<readonly AuditEntry[]> {
  return (await site.call('audit.list', {}, JIRA_ADMIN)).entries;
}

async function check(): Promise<{ readonly entries: number; readonly flaws: readonly string[] }> {
  const found = { entries: 0, flaws: [] as string[] };
  let cursor: string | undefined;
  do {
    const page = await site.call('audit.check', cursor === undefined ? {} : { cursor }, JIRA_ADMIN);
    found.entries += page.entries;
    found.flaws.push(...page.flaws.map(({ flaw }) => flaw));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return found;
}

/** The hash as the export describes it, computed by somebody who has the export alone. */
function hashOf({ hash: _, ...entry }: Readonly<Record<string, unknown>>): string {
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
  };
  return createHash('sha256')
    .update(JSON.stringify(sorted(entry)))
    .digest('hex');
}

describe('the audit log', () => {
  test('tells each issue that the first sync made, and each block, in one entry', async () => {
    const told = (await entries()).filter(({ action }) => action.startsWith('sync.'));
    const lines = told.flatMap((entry) => entry.lines);
    const issues = await site.issues();
    for (const { key } of issues) expect(lines).toContain(`${key} was created`);
    expect(lines.filter((line) => line.includes('status written into the notes'))).toHaveLength(3);
    expect(told.filter(({ action }) => action !== 'sync.started').length).toBeLessThanOrEqual(2);
  });

  test('tells of a card that was moved which answer changed, and by which issue', async () => {
    await site.moveCard('Audit the use of keys', 'Done');
    await site.rest();
    const { key } = await site.issue('Audit the use of keys');
    const [newest] = await entries();
    expect(newest).toMatchObject({ action: 'sync.ended', actor: { kind: 'app' } });
    expect(newest?.lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(new RegExp(`keys, keys_audited: not selected → selected, by ${key}$`)),
        expect.stringMatching(/keys: status written into the notes, of /),
      ]),
    );
  });

  test('tells the status that selects practices, however much is saved with it', async () => {
    await site.save(AUTO);
    const questionIds = Array.from({ length: 900 }, (_, index) => `${index}-${'x'.repeat(60)}`);
    const implemented = [{ statusId: await statusIdOf(site, 'Done') }];
    await site.save({
      ...AUTO,
      selection: { questionIds },
      resolveSelects: { implemented, notApplicable: [] },
    });
    const saved = (await entries()).filter(({ action }) => action === 'settings.changed');
    const { statusId } = implemented[0]!;
    expect(saved.flatMap((entry) => entry.lines)).toContain(
      `resolveSelects.implemented.0.statusId: none → "${statusId}"`,
    );
  });

  test('is complete, and its hashes can be computed from the export alone', async () => {
    await site.rest();
    site.site.clock.advance(2 * 60_000);
    const { data } = (await site.site.host.invoke({
      ...{ functionKey: 'audit.export', payload: {}, accountId: JIRA_ADMIN },
    })) as {
      readonly data: {
        readonly entries: readonly Readonly<Record<string, unknown>>[];
        readonly people: Readonly<Record<string, string>>;
      };
    };
    const { entries: exported, people } = data;
    expect(exported.length).toBeGreaterThan(5);
    for (const entry of exported) expect(entry.hash).toBe(hashOf(entry));
    expect(Object.values(people)).toEqual(expect.arrayContaining([JIRA_ADMIN, PROJECT_ADMIN]));
    expect(JSON.stringify(exported)).not.toContain(PROJECT_ADMIN);
    const { entries: checked, flaws } = await check();
    expect(flaws).toEqual([]);
    expect(checked).toBe(exported.length);
  });

  test.each([
    ['is changed', (entry: object) => ({ ...entry, action: 'nothing.happened' }), /is not as it was written/],
    ['is taken out', () => undefined, /one entry is missing/],
  ])('says so where an entry %s', async (_, change, flaw) => {
    const stored = storedIn(site.site, 'forge.entity.audit');
    const second = await positionOfSecond();
    const before = stored.at(second);
    stored.put(second, change(before as object));
    expect((await check()).flaws).toEqual([expect.stringMatching(flaw)]);
    stored.put(second, before);
    expect((await check()).flaws).toEqual([]);
  });

  test('a project admin exports and checks the project alone', async () => {
    const page = await site.call('projectAudit.export', { projectKey: 'WA' });
    const all = page.entries as unknown as readonly { readonly projectId?: string }[];
    expect(new Set(all.map(({ projectId }) => projectId)).size).toBe(1);
    expect(await site.call('projectAudit.check', { projectKey: 'WA' })).toMatchObject({ flaws: [] });
  });
});

/** Neither the newest of the workload's chain nor the oldest. */
async function positionOfSecond(): Promise<string> {
  const { entries: exported } = (await site.call('projectAudit.export', { projectKey: 'WA' })) as unknown as {
    readonly entries: readonly { readonly chain: string; readonly position: string }[];
  };
  const ofWorkload = exported.filter(({ chain }) => chain.startsWith('workload:'));
  return ofWorkload[1]!.position;
}
