/** AWS's own connector for Jira: what AWS says of it, and whether it writes too. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { connectorWrites } from '../../../src/wellarchitected/aws-connector';
import type { AccountConnector, Workload } from '../../../src/wellarchitected/model';
import { failure, openSource, type Opened } from './open-source';
import { reviewRecording, WORKLOAD, WORKLOAD_ARN } from './recorded-review';

let opened: Opened | undefined;
afterEach(() => opened?.aws.uninstall());

test.each<[Workload['awsConnector'], AccountConnector, boolean]>([
  ['ENABLED', 'ENABLED', true],
  ['ENABLED', 'DISABLED', true],
  ['DISABLED', 'ENABLED', false],
  ['DISABLED', 'DISABLED', false],
  ['INHERIT', 'ENABLED', true],
  ['INHERIT', 'DISABLED', false],
  [undefined, 'ENABLED', true],
  [undefined, 'DISABLED', false],
])('with the workload %s and the account %s it writes: %s', (awsConnector, account, writes) => {
  expect(connectorWrites({ awsConnector }, account)).toBe(writes);
});

describe('the connector of the account', () => {
  test.each<[string, unknown, AccountConnector]>([
    ['set up and on', { IntegrationStatus: 'CONFIGURED', IssueManagementStatus: 'ENABLED' }, 'ENABLED'],
    ['set up and off', { IntegrationStatus: 'CONFIGURED', IssueManagementStatus: 'DISABLED' }, 'DISABLED'],
    [
      'on, but not set up',
      { IntegrationStatus: 'NOT_CONFIGURED', IssueManagementStatus: 'ENABLED' },
      'DISABLED',
    ],
    ['set up, and no more said', { IntegrationStatus: 'CONFIGURED' }, 'DISABLED'],
    ['not mentioned, as where AWS does not offer it', undefined, 'DISABLED'],
  ])('%s', async (_what, JiraConfiguration, expected) => {
    opened = openSource({ GetGlobalSettings: [{ json: { JiraConfiguration } }] });
    expect(await opened.source.accountConnector()).toBe(expected);
    expect(opened.source.calls()).toBe(1);
  });

  test('in a word that the app does not know is no answer', async () => {
    const JiraConfiguration = { IntegrationStatus: 'CONFIGURED', IssueManagementStatus: 'PAUSED' };
    opened = openSource({ GetGlobalSettings: [{ json: { JiraConfiguration } }] });
    const error = await failure(opened.source.accountConnector());
    expect(error.details.code).toBe('unreadable');
    expect(error.message).toContain('IssueManagementStatus = "PAUSED"');
  });
});

test.each([
  ['ENABLED', { IssueManagementStatus: 'ENABLED', JiraProjectKey: 'WA' }],
  ['INHERIT', { IssueManagementStatus: 'INHERIT' }],
  [undefined, {}],
])('the connector of a workload is read with it: %s', async (expected, JiraConfiguration) => {
  opened = openSource(
    reviewRecording({ GetWorkload: [{ json: { Workload: { ...WORKLOAD, JiraConfiguration } } }] }),
  );
  expect((await opened.source.workload(WORKLOAD_ARN)).awsConnector).toBe(expected);
});
