/** The panel on an issue: what it shows to whom, and whom it does not believe. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { JIRA_ADMIN, MEMBER, OUTSIDER, PROJECT_ADMIN, VIEWER } from '../../sandbox/jira/seed/users';
import type { IssueInReview } from './worded';
import { connect, newAccount } from './connect';
import { asPerson } from './open-site';
import { openReviewedSite, type ReviewedSite } from './reviewed-site';

let site: ReviewedSite;
const keys: Record<'epic' | 'task' | 'subtask', string> = { epic: '', task: '', subtask: '' };

beforeAll(async () => {
  site = await openReviewedSite();
  await site.answerInAws('keys', { Notes: 'Ask the team.\u202e' });
  await site.run();
  keys.epic = (await site.issue('Small Lens')).key;
  keys.task = (await site.issue('How do you keep keys?')).key;
  keys.subtask = (await site.issue('Rotate keys')).key;
}, 120_000);
afterAll(() => site.close());
beforeEach(() => {
  site.site.host.advanceClock(120_000);
  site.site.clearRequests();
});

const panel = (issueKey: string, accountId?: string, projectKey = 'WA') =>
  site.call('issue.panel', { projectKey, issueKey }, accountId);

async function place(issueKey: string, accountId?: string, projectKey?: string): Promise<IssueInReview> {
  const found = await panel(issueKey, accountId, projectKey);
  if (found.kind !== 'ours') throw new Error(`${issueKey} is ${found.kind}`);
  return found;
}

const property = (key: string, value: unknown, accountId = MEMBER) =>
  asPerson(site.site, 'PUT', `issue/${key}/properties/well-architected`, value, accountId);

const awsCalls = () => site.appCalls().filter((call) => !call.includes('/'));

describe('an issue of ours', () => {
  test('a Task shows where it sits, its question, guidance, notes and the last sync', async () => {
    const shown = await place(keys.task, VIEWER);
    expect(shown).toMatchObject({
      level: 'task',
      workload: { arn: site.workloadArn, name: 'Small Lens' },
      lens: 'Small Lens',
      pillar: 'Security',
      question: { id: 'keys', title: 'How do you keep keys?', risk: 'HIGH' },
      latestRun: { kind: 'applied' },
      conflicts: [],
      maySync: false,
    });
    expect(shown.consoleUrl).toMatch(/\/pillar\/SEC\/question\/keys\?owner=\d{12}$/);
    expect(shown.notes?.people).toBe('Ask the team.');
    expect(shown.notes?.block?.text).toContain(`Task ${keys.task}: To Do`);
    expect(shown.notes?.block?.text).not.toContain('===');
    expect(shown).not.toHaveProperty('practice');
    expect(shown).not.toHaveProperty('problem');
  });

  test('a Sub-task shows its best practice as AWS has it now', async () => {
    await site.answerInAws('keys', { SelectedChoices: ['keys_rotated'] });
    const shown = await place(keys.subtask);
    expect(shown).toMatchObject({
      level: 'subtask',
      question: { risk: 'MEDIUM' },
      practice: { id: 'keys_rotated', title: 'Rotate keys', state: 'selected' },
      maySync: true,
    });
    expect(shown.guidance.map(({ url }) => url)).toEqual(['https://docs.aws.amazon.com/kms/']);
    await site.answerInAws('keys', { SelectedChoices: ['keys_no'] });
  });

  test('an Epic shows the workload, and asks AWS nothing', async () => {
    const shown = await place(keys.epic);
    expect(shown).toMatchObject({ level: 'epic', workload: { name: 'Small Lens' }, guidance: [] });
    expect(shown.consoleUrl).toContain('/overview?');
    expect(awsCalls()).toEqual([]);
  });

  test('costs one GetAnswer once the names of its lens are known, by key and by id alike', async () => {
    await place(keys.task);
    site.site.clearRequests();
    const { id } = await site.issue('How do you keep keys?');
    expect(await place(id)).toEqual(await place(keys.task));
    expect(awsCalls()).toEqual(['GetAnswer', 'GetAnswer']);
  });

  test.each([
    ['Jira admin', JIRA_ADMIN, true],
    ['project admin', PROJECT_ADMIN, true],
    ['member', MEMBER, false],
    ['viewer', VIEWER, false],
  ])('may be synced and settled by: %s', async (_words, accountId, maySync) => {
    expect((await place(keys.epic, accountId)).maySync).toBe(maySync);
  });
});

describe('an issue that is not for the caller', () => {
  test('behind a security level is not found, like one that does not exist', async () => {
    const { key } = await site.issue('Audit the use of keys');
    site.site.jira.admin.hideIssue(keys.task, [JIRA_ADMIN]);
    const refusals = await Promise.all(
      [keys.task, key, 'WA-9999', '999999'].map((each) =>
        panel(each, VIEWER).catch((error: unknown) => String(error).replace(each, 'KEY')),
      ),
    );
    expect(new Set(refusals)).toEqual(
      new Set(['Error: not-found: Space WA has no work item KEY that you can see.']),
    );
    expect(awsCalls()).toEqual([]);
    expect((await place(keys.task, JIRA_ADMIN)).level).toBe('task');
    site.site.jira.admin.showIssue(keys.task);
  });

  test('of another project is not found through this one', async () => {
    await expect(panel(keys.task, JIRA_ADMIN, 'KAN')).rejects.toThrow(
      /^not-found: Space KAN has no work item/,
    );
    await expect(panel(keys.task, OUTSIDER)).rejects.toThrow(/^unauthorised/);
  });

  test.each([['../WA-1'], ['wa-1'], ['WA-1 OR 1=1'], ['']])('%j is no key', async (key) => {
    await expect(panel(key)).rejects.toThrow(/^invalid/);
  });
});

describe('an issue that says it is ours', () => {
  test('without being known to the app is not: a person wrote its property, or cloned it', async () => {
    const made = await asPerson(site.site, 'POST', 'issue', {
      fields: { project: { key: 'WA' }, issuetype: { name: 'Task' }, summary: 'Look at me' },
    });
    const { key } = made.body as { key: string };
    expect(await panel(key)).toEqual({ kind: 'not-ours' });
    const own = (await site.issue('How do you keep keys?')).properties['well-architected'];
    expect((await property(key, own)).status).toBe(201);
    expect(await panel(key)).toEqual({ kind: 'not-ours' });
    const clone = site.site.jira.admin.cloneIssue(keys.task);
    expect(await panel(clone.key)).toEqual({ kind: 'not-ours' });
    expect(awsCalls()).toEqual([]);
    for (const each of [key, clone.key]) site.site.jira.admin.deleteIssue(each);
  });

  test('of ours, whose property names another question, is not believed', async () => {
    const own = (await site.issue('How do you keep keys?')).properties['well-architected'] as object;
    await property(keys.task, { ...own, question: 'runbooks' });
    expect(await panel(keys.task)).toEqual({ kind: 'not-ours' });
    expect(awsCalls()).toEqual([]);
    await property(keys.task, own);
    expect((await place(keys.task)).question?.id).toBe('keys');
  });
});

describe('where AWS is not or cannot be asked', () => {
  test('a failure is told beside what the issue itself says, without facts of the connection', async () => {
    const { connections } = await site.call('connection.list', {}, JIRA_ADMIN);
    site.site.aws.admin.deleteRole(connections[0]?.roleArn ?? '');
    const shown = await place(keys.subtask, VIEWER);
    expect(shown.problem).toMatch(/does not exist.*\(shown in the connection\)/);
    expect(shown.problem).not.toMatch(/arn:aws:(?:iam|sts)/);
    expect(shown).toMatchObject({
      workload: { name: 'Small Lens' },
      question: { id: 'keys', title: 'keys', risk: 'HIGH' },
      practice: { id: 'keys_rotated', title: 'Rotate keys' },
      latestRun: { kind: 'applied' },
    });
    expect(shown).not.toHaveProperty('notes');
  });

  test('a workload that was unlinked: the panel says so and asks nothing', async () => {
    await site.call('workload.unlink', { projectKey: 'WA', workloadArn: site.workloadArn });
    site.site.clearRequests();
    const shown = await place(keys.task);
    expect(shown.problem).toMatch(/^It was unlinked/);
    expect([shown.maySync, awsCalls()]).toEqual([false, []]);
  });
});

describe('through a connection that may only read', () => {
  test('the question is shown, and no notes', async () => {
    const account = newAccount();
    await connect(site, { account, access: 'read-only' });
    const workload = site.site.aws.admin.addWorkload({
      name: 'Read only',
      lenses: ['wellarchitected'],
      account,
    }).arn;
    await site.sync({ workload, scope: 'all', selection: { questionIds: ['priorities'] } });
    const [task] = (await site.issues(`waWorkload = "${workload}"`)).filter(
      ({ fields }) => fields.issuetype.hierarchyLevel === 0,
    );
    site.site.clearRequests();
    const shown = await place(task?.key ?? '');
    expect(shown.question).toMatchObject({ id: 'priorities', risk: 'UNANSWERED' });
    expect([shown.problem, shown.notes]).toEqual([undefined, undefined]);
    expect(awsCalls()).not.toContain('GetAnswer');
  });
});
