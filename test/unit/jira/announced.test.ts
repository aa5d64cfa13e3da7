import { describe, expect, test } from '@jest/globals';
import { createIssues } from '../../../src/jira/client/create-issues';
import { createHttp } from '../../../src/jira/client/http';
import type { IssueDraft } from '../../../src/jira/jira';
import { fakeJira, TASK_PROPERTY, type Given } from './fake-jira';

const DRAFT: IssueDraft = {
  projectId: '10000',
  issueTypeId: '10002',
  summary: 'How do you operate securely?',
  labels: [],
  property: TASK_PROPERTY,
};

describe('a bulk create is announced', () => {
  const OK = { status: 201, body: { issues: [{ id: '1', key: 'WA-1' }], errors: [] } };

  test.each<[string, readonly Given[], readonly string[]]>([
    ['before it is sent', [OK], ['announced', 'sent']],
    [
      'anew after each wait',
      [{ status: 429, headers: { 'Retry-After': '20' } }, { status: 429 }, OK],
      ['announced', 'sent', 'waited', 'announced', 'sent', 'waited', 'announced', 'sent'],
    ],
  ])('%s', async (_words, given, expected) => {
    const happened: string[] = [];
    const jira = fakeJira(given);
    const http = createHttp({
      ...jira.options,
      requester: (...call) => (happened.push('sent'), jira.options.requester(...call)),
      sleep: (ms) => (happened.push('waited'), jira.options.sleep(ms)),
    });
    await createIssues(http, [DRAFT], () => (happened.push('announced'), Promise.resolve()));
    expect(happened).toEqual(expected);
  });

  test('or not sent: what stands in the way is passed on', async () => {
    const jira = fakeJira([OK]);
    const refused = new Error('somebody else has the workload');
    await expect(createIssues(jira.http, [DRAFT], () => Promise.reject(refused))).rejects.toBe(refused);
    expect(jira.sent).toEqual([]);
  });
});
