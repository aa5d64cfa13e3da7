/** Each scope of the manifest is missed when it is gone: Atlassian's gateway refuses what needs it. */
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readManifest } from '../../sandbox/forge/manifest';
import { JIRA_ADMIN } from '../../sandbox/jira/seed/users';
import { openScenario } from './open-site';
import { openSmallSite, WORKLOAD } from './small-site';

const { scopes: SCOPES } = readManifest(path.join(__dirname, '..', '..'));

/** What the app does, in the words of whoever asked for it. */
async function sync(missing: readonly string[]): Promise<string> {
  const site = await openSmallSite('none', { withoutScopes: missing });
  try {
    const { state, message = '' } = await site.sync({ workload: WORKLOAD });
    return `${state} ${message}`.trim();
  } finally {
    await site.close();
  }
}

async function list(missing: readonly string[], accountId = JIRA_ADMIN): Promise<string> {
  const scenario = await openScenario({ withoutScopes: missing, seed: false });
  try {
    const listed = await scenario.call('connection.list', {}, accountId);
    return `${listed.connections.length} connections`;
  } catch (error) {
    return String(error);
  } finally {
    await scenario.close();
  }
}

/** Of the admin who made the site's connection. */
async function report(missing: readonly string[]): Promise<string> {
  const scenario = await openScenario({ withoutScopes: missing });
  const { site } = scenario;
  try {
    site.clock.advance(7 * 86_400_000);
    site.host.advanceClock(0);
    await site.host.idle();
    return site.host.reportedAccounts().length > 0 ? 'accounts reported' : 'nothing reported';
  } finally {
    await scenario.close();
  }
}

interface Row {
  readonly what: (missing: readonly string[]) => Promise<string>;
  readonly works: string;
  readonly fails: RegExp;
}

const ROWS: Readonly<Record<string, Row>> = {
  // Who asks for a page is found out by their permissions in Jira.
  'read:jira-work': { what: list, works: '0 connections', fails: /unauthorised/ },
  'write:jira-work': { what: sync, works: 'done', fails: /failed Could not create .*401/ },
  'read:jira-user': { what: sync, works: 'done', fails: /failed Could not read the app's own account.*401/ },
  'report:personal-data': { what: report, works: 'accounts reported', fails: /^nothing/ },
  'storage:app': { what: list, works: '0 connections', fails: /internal/ },
};

test('every scope of the manifest has a row, and every row a scope', () => {
  expect(Object.keys(ROWS).sort()).toEqual([...SCOPES].sort());
});

describe.each(Object.entries(ROWS))('%s', (scope, { what, works, fails }) => {
  test('with it the app works', async () => {
    expect(await what([])).toBe(works);
  });

  test('without it something fails', async () => {
    expect(await what([scope])).toMatch(fails);
  });
});
