/** Automatic mode from AWS: EventBridge tells the app that a review changed, and nobody presses a button. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readStatusBlock } from '../builders/status-block';
import { AUTO, openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;

beforeAll(async () => {
  site = await openReviewedSite();
  site.answer('doors', { SelectedChoices: ['doors_shut', 'doors_watched'] });
  await site.run();
  await site.save(AUTO);
  await site.deployEvents();
  await site.rest();
}, 120_000);

afterAll(() => site.close());

describe('a person works at the console', () => {
  test('a practice that is selected has its Sub-task done, and the notes say so', async () => {
    await site.answerInAws('keys', { SelectedChoices: ['keys_rotated'] });
    expect(await site.statusOf('Rotate keys')).toBe('To Do');
    await site.rest();
    expect(await site.statusOf('Rotate keys')).toBe('Done');
    expect(readStatusBlock((await site.answerOf('keys')).Notes)).toMatchObject({ done: 1, total: 3 });
  });

  test('one that is unselected has it reopened', async () => {
    await site.answerInAws('keys', { SelectedChoices: ['keys_no'] });
    await site.rest();
    expect(await site.statusOf('Rotate keys')).not.toBe('Done');
  });

  test('a question that comes to be at high risk gets its Task with its Sub-tasks', async () => {
    expect(await titles()).not.toContain('How do you close doors?');
    await site.answerInAws('doors', { SelectedChoices: ['doors_nothing'] });
    await site.rest();
    expect(await titles()).toEqual(
      expect.arrayContaining(['How do you close doors?', 'Shut doors', 'Watch doors']),
    );
  });

  test('a run that follows sees the same: nothing is left to do', async () => {
    const { planned } = await site.run({ mode: 'preview' });
    expect(planned).toMatchObject({
      create: { epics: 0, tasks: 0, subtasks: 0 },
      ...{ update: 0, close: 0, reopen: 0, choose: 0, notes: 0 },
    });
  });
});

describe('the app works through its role', () => {
  test('its own UpdateAnswer is told to nobody, and starts nothing', async () => {
    const told = site.site.aws.events.attempts().length;
    site.site.clearRequests();
    await site.moveCard('Try runbooks', 'In Progress');
    await site.rest();
    expect(site.appCalls().filter((call) => call === 'UpdateAnswer')).toHaveLength(1);
    expect(site.appCalls().length).toBeLessThanOrEqual(4);
    expect(site.site.aws.events.attempts()).toHaveLength(told);
  });
});

async function titles(): Promise<readonly string[]> {
  return (await site.issues()).map(({ fields }) => fields.summary);
}
