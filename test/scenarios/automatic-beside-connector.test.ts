/** AWS's own Jira connector: where it works too, both would make issues of the same questions. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  await site.run();
}, 120_000);

afterAll(() => site.close());

/** In the workload's settings at AWS. */
function connector(IssueManagementStatus: 'ENABLED' | 'DISABLED' | 'INHERIT'): void {
  site.site.aws.admin.updateWorkload(site.workloadId, { JiraConfiguration: { IssueManagementStatus } });
}

/** In the account's settings. */
function accountConnector(IssueManagementStatus: 'ENABLED' | 'DISABLED'): void {
  site.site.aws.admin.setJiraConnector({ IntegrationStatus: 'CONFIGURED', IssueManagementStatus });
}

describe('switching automatic mode on', () => {
  test.each([
    ['on for the workload', () => connector('ENABLED')],
    [
      'on for the account, and inherited',
      () => {
        connector('INHERIT');
        accountConnector('ENABLED');
      },
    ],
  ])('is refused while it is %s', async (_, switchOn) => {
    switchOn();
    await expect(site.save(AUTO)).rejects.toThrow(/own Jira connector is switched on.*besideAwsConnector/u);
    expect((await site.linked()).automatic.on).toBe(false);
  });

  test('is taken once a person confirms, and then works', async () => {
    await site.save({ ...AUTO, besideAwsConnector: true });
    await site.rest();
    expect((await site.linked()).automatic).toMatchObject({ on: true });
    await site.moveCard('Rotate keys', 'Done');
    site.site.clearRequests();
    await site.rest();
    expect(site.appCalls()).toContain('UpdateAnswer');
  });

  test('needs no confirmation where the workload has it off, whatever the account says', async () => {
    await site.save({});
    connector('DISABLED');
    await site.save(AUTO);
    await site.rest();
    expect((await site.linked()).automatic).toMatchObject({ on: true });
  });
});

describe('switched on later in AWS', () => {
  test('the next round changes nothing, and says why to whoever looks', async () => {
    await site.deployEvents();
    connector('ENABLED');
    await site.answerInAws('doors', { SelectedChoices: ['doors_shut'] });
    await site.rest();
    expect(await site.statusOf('Shut doors')).toBe('To Do');
    const { automatic, latestRun } = await site.linked();
    expect(automatic).toMatchObject({
      on: true,
      attention: { why: 'aws-connector', runId: latestRun?.runId },
    });
    expect(automatic.attention?.message).toMatch(/own Jira connector is switched on/u);
  });

  test('a person confirms: the notice goes, and the work is done', async () => {
    await site.save({ ...AUTO, besideAwsConnector: true });
    await site.rest();
    expect((await site.linked()).automatic).toMatchObject({ on: true });
    expect(await site.statusOf('Shut doors')).toBe('Done');
  });
});
