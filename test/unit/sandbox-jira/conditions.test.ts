/** Conditions, validators and loops of a workflow of several steps, as Jira's transitions tell of them. */
import { expect, test } from '@jest/globals';
import type { TransitionSpec } from '../../../sandbox/jira/admin/workflow-spec';
import { MEMBER, PROJECT_ADMIN } from '../../../sandbox/jira/seed/users';
import { create, openSite } from './site';

const STATUSES = [
  { name: 'Open', category: 'new' },
  { name: 'Doing', category: 'indeterminate' },
  { name: 'Closed', category: 'done' },
] as const;
const ALL = '?includeUnavailableTransitions=true';

async function under(...transitions: readonly TransitionSpec[]) {
  const site = openSite();
  site.jira.admin.setWorkflow('WA', { statuses: STATUSES, transitions });
  await create(site.as('member'), 'Task');
  const member = site.as('member');
  const told = async (query = '', client = member) =>
    (await client.get(`/issue/WA-1/transitions${query}`)).at('transitions.*.name');
  const move = async (id: string, client = member) =>
    (await client.post('/issue/WA-1/transitions', { transition: { id } })).status;
  return { site, member, told, move };
}

test('each status leads where the workflow says, step by step', async () => {
  const { told, move } = await under(
    { name: 'Start', from: ['Open'], to: 'Doing' },
    { name: 'Close', from: ['Doing'], to: 'Closed' },
    { name: 'Stop', from: ['Doing'], to: 'Open' },
  );
  expect(await told(ALL)).toEqual(['Start']);
  expect([await move('21'), await move('11'), await told(ALL)]).toEqual([400, 204, ['Close', 'Stop']]);
  expect([await move('21'), await told(ALL)]).toEqual([204, []]);
});

test('a transition for some people is not there for others, and told as unavailable', async () => {
  const { site, member, told, move } = await under(
    { name: 'Close', from: ['Open'], to: 'Closed', onlyFor: [PROJECT_ADMIN] },
    { name: 'Start', from: ['Open'], to: 'Doing', onlyFor: [MEMBER] },
  );
  expect([await told(), await told(ALL)]).toEqual([['Start'], ['Close', 'Start']]);
  const all = await member.get(`/issue/WA-1/transitions${ALL}`);
  expect(all.at('transitions.*.isAvailable')).toEqual([false, true]);
  expect(all.at('transitions.*.isConditional')).toEqual([true, true]);
  expect(await told('', site.as('project admin'))).toEqual(['Close']);
  expect([await move('11'), await move('11', site.as('project admin'))]).toEqual([400, 204]);
});

test('one that is hidden from users is nobody’s', async () => {
  const { site, told, move } = await under({
    ...{ name: 'Close', from: ['Open'], to: 'Closed', hiddenFromUsers: true },
  });
  expect([await told(), await told(ALL)]).toEqual([[], ['Close']]);
  expect([await move('11'), await move('11', site.as('project admin'))]).toEqual([400, 400]);
});

test('a validator is met only by who tries, and says why', async () => {
  const { member, told } = await under({
    ...{ name: 'Close', from: ['Open'], to: 'Closed', refuses: 'Four eyes, please.' },
  });
  expect(await told()).toEqual(['Close']);
  const answer = await member.post('/issue/WA-1/transitions', { transition: { id: '11' } });
  expect([answer.status, answer.at('errorMessages.0')]).toEqual([400, 'Four eyes, please.']);
  expect((await member.get('/issue/WA-1')).at('fields.status.name')).toBe('Open');
});

test('a global transition leads from everywhere, also to where the issue is; a loop says that it is one', async () => {
  const { member, told, move } = await under(
    { name: 'Any', from: 'any', to: 'Doing' },
    { name: 'Again', from: ['Doing'], to: 'Doing' },
  );
  expect([await told(), await move('11'), await told()]).toEqual([['Any'], 204, ['Any', 'Again']]);
  const all = await member.get('/issue/WA-1/transitions');
  expect(all.at('transitions.*.isGlobal')).toEqual([true, false]);
  expect(all.at('transitions.*.looped')).toEqual([false, true]);
});
