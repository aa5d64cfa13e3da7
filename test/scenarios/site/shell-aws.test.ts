/** The AWS view: what a person answers there is in the review, and nothing that they did not touch is. */
import { GetAnswerCommand, WellArchitectedClient, type Answer } from '@aws-sdk/client-wellarchitected';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { ADMIN_USER, REGION } from '../../../sandbox/aws';
import type { AnswerUpdate } from '../../../sandbox/aws/wellarchitected/answers';
import { startSite, type Site } from '../../../sandbox/site/site';
import { ECHO_APP } from '../../contract/forge/echo-host';
import { type Browser, openBrowser, type Shown } from './shell-browser';

const LENS = path.join(__dirname, '../../fixtures/lenses/small-lens.json');
const BLOCK =
  '=== Jira status v1 (do not edit) ===\nWA-1 <b>1 of 2</b> done\n=== end of Jira status v1, check 0123456789abcdef ===';

let site: Site;
let browser: Browser;
let workloadId: string;
let lens: string;
let question: string;

beforeAll(async () => {
  site = await startSite({ appDirectory: ECHO_APP, seed: false, lensFiles: [LENS], answered: 'none' });
  const workload = site.aws.admin.workloads().at(-1)!;
  workloadId = workload.id;
  lens = site.aws.admin.lenses().at(-1)!.alias;
  const query = new URLSearchParams({ lens, question: 'keys' }).toString();
  question = `/aws-console/${REGION}/${workloadId}/question?${query}`;
});
beforeEach(() => {
  browser = openBrowser(site);
  site.aws.admin.emptyReview(workloadId);
  answer({ SelectedChoices: ['keys_rotated'], Notes: '' });
  site.clearRequests();
});
afterAll(() => site.close());

function answer(update: AnswerUpdate): void {
  site.aws.admin.setAnswer(workloadId, lens, 'keys', update);
}

async function stored(): Promise<Answer> {
  const client = new WellArchitectedClient({
    region: REGION,
    endpoint: `${site.url}/aws`,
    credentials: ADMIN_USER,
  });
  const at = { WorkloadId: workloadId, LensAlias: lens, QuestionId: 'keys' };
  return (await client.send(new GetAnswerCommand(at))).Answer ?? {};
}

function updates(): number {
  return site.requests().filter(({ operation }) => operation === 'UpdateAnswer').length;
}

async function save(page: Shown, fields: Parameters<Browser['submit']>[2]): Promise<Shown> {
  return browser.submit(page, question, fields);
}

test('leads from the workloads to the question', async () => {
  const links = (html: string, part: string) =>
    [...html.matchAll(/href="([^"]*)"/g)].flatMap(([, href = '']) =>
      href.includes(part) ? [href.replaceAll('&amp;', '&')] : [],
    );
  const workloads = await browser.open('/aws-console');
  const [toWorkload = ''] = links(workloads.html, workloadId);
  const [toLens = ''] = links((await browser.open(toWorkload)).html, '/lens?');
  const page = await browser.open(toLens);
  expect(page.text).toContain('Security');
  expect(links(page.html, 'question=keys')).toEqual([question]);
  expect((await browser.open(question)).text).toContain('How do you keep keys?');
});

describe('saving', () => {
  test('selects a practice, which changes the risk, as a call that AWS tells of', async () => {
    const next = await save(await browser.open(question), { selected: ['keys_rotated', 'keys_scoped'] });
    expect(next.path).toBe(question);
    expect(next.text).toContain('The answer was saved.');
    expect(next.text).toContain('No risk');
    expect(await stored()).toMatchObject({ SelectedChoices: ['keys_rotated', 'keys_scoped'], Risk: 'NONE' });
    expect(site.requests()).toContainEqual(
      expect.objectContaining({ operation: 'UpdateAnswer', status: 200, via: 'outside' }),
    );
  });

  test('takes a practice back', async () => {
    await save(await browser.open(question), { selected: undefined });
    expect(await stored()).toMatchObject({ SelectedChoices: [], Risk: 'HIGH' });
  });

  test('says that a practice does not apply, and why', async () => {
    await save(await browser.open(question), { 'applies keys_scoped': 'BUSINESS_PRIORITIES' });
    expect((await stored()).ChoiceAnswers).toContainEqual(
      expect.objectContaining({
        ChoiceId: 'keys_scoped',
        Status: 'NOT_APPLICABLE',
        Reason: 'BUSINESS_PRIORITIES',
      }),
    );
    await save(await browser.open(question), { 'applies keys_scoped': '' });
    expect((await stored()).ChoiceAnswers).toContainEqual(
      expect.objectContaining({ ChoiceId: 'keys_scoped', Status: 'UNSELECTED' }),
    );
  });

  test('says that the question does not apply', async () => {
    await save(await browser.open(question), { inapplicable: 'on', reason: 'OUT_OF_SCOPE' });
    expect(await stored()).toMatchObject({ IsApplicable: false, Reason: 'OUT_OF_SCOPE' });
    await save(await browser.open(question), { inapplicable: undefined });
    expect(await stored()).toMatchObject({ IsApplicable: true });
  });

  test('lets “None of these” and the practices exclude each other', async () => {
    await save(await browser.open(question), { selected: ['keys_rotated', 'keys_no'] });
    expect((await stored()).SelectedChoices).toEqual(['keys_no']);
    await save(await browser.open(question), { selected: ['keys_no', 'keys_audited'] });
    expect((await stored()).SelectedChoices).toEqual(['keys_audited']);
  });

  test('shows what AWS refuses, and changes nothing', async () => {
    const page = await browser.open(question);
    const next = await save(page, { notes: 'x'.repeat(2085), selected: undefined });
    expect(next.text).toContain('AWS did not save it.');
    expect(next.text).toContain('ValidationException');
    expect((await stored()).SelectedChoices).toEqual(['keys_rotated']);
  });

  test('sends nothing where nothing was changed', async () => {
    answer({ Notes: `\n\nmine  \n${BLOCK}\n` });
    const next = await save(await browser.open(question), {});
    expect(next.text).toContain('Nothing was changed.');
    expect(updates()).toBe(0);
  });

  test('leaves alone what changed in AWS since the page was opened', async () => {
    const page = await browser.open(question);
    answer({ ChoiceUpdates: { keys_scoped: { Status: 'SELECTED' } }, Notes: BLOCK });
    await save(page, { selected: ['keys_rotated', 'keys_audited'] });
    expect(await stored()).toMatchObject({
      SelectedChoices: ['keys_rotated', 'keys_scoped', 'keys_audited'],
      Notes: BLOCK,
    });
  });

  test('refuses a form that is not its own', async () => {
    expect((await browser.post(question, { selected: 'keys_scoped' })).status).toBe(400);
    expect(updates()).toBe(0);
  });
});

describe('notes', () => {
  test.each([
    ['empty lines before and after', '\n\nmine\n\n'],
    ['markup', '</textarea><script>alert(1)</script> & "quotes"'],
    ['the app’s block between people’s words', `before\n${BLOCK}\nafter`],
    ['text from right to left, and emoji', 'שלום ‮ 👩‍👩‍👧'],
  ])('are kept as they are: %s', async (_name, notes) => {
    answer({ Notes: notes });
    const page = await browser.open(question);
    expect(page.html).not.toContain('<script>alert');
    await save(page, { selected: ['keys_scoped'] });
    expect((await stored()).Notes).toBe(notes);
  });

  test('are changed with the line ends that AWS has', async () => {
    await save(await browser.open(question), { notes: 'one\ntwo' });
    expect((await stored()).Notes).toBe('one\ntwo');
  });

  test('show which part the app wrote', async () => {
    answer({ Notes: `Mine.\n${BLOCK}\nMine too.` });
    const marked = /<mark>([\s\S]*?)<\/mark>/.exec((await browser.open(question)).html)?.[1];
    expect(marked).toBe(BLOCK.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  });
});

test.each([
  ['a Region that is none', '/aws-console/nowhere/x'],
  ['a workload that is not there', `/aws-console/${REGION}/${'0'.repeat(32)}`],
])('says what AWS says of %s', async (_name, address) => {
  const page = await browser.open(address);
  expect(page.status).toBe(404);
  expect(page.html).toContain('<h1>Not found</h1>');
});
