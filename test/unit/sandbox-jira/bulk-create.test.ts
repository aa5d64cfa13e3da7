import { describe, expect, test } from '@jest/globals';
import { fields, openSite } from './site';

const issue = (summary: string | undefined, rest: object = {}) => ({
  fields: fields('Task', { summary }),
  ...rest,
});

describe('bulk create', () => {
  test('each issue is made or refused by itself', async () => {
    const client = openSite().as('member');
    const issueUpdates = [
      issue('a'),
      issue('b', { fields: fields('Task', { summary: undefined }) }),
      issue('c'),
    ];
    const answer = await client.post('/issue/bulk', { issueUpdates });
    expect(answer.status).toBe(201);
    expect(answer.at('issues.*.key')).toEqual(['WA-1', 'WA-2']);
    expect(answer.at('errors')).toEqual([
      {
        failedElementNumber: 1,
        status: 400,
        elementErrors: { errorMessages: [], errors: { summary: 'You must specify a summary of the issue.' } },
      },
    ]);
  });

  test.each<[what: string, count: number, summary: string | undefined, status: number]>([
    ['all refused', 2, undefined, 400],
    ['50 issues', 50, 's', 201],
    ['51 issues', 51, 's', 400],
    ['none', 0, 's', 400],
  ])('%s', async (_what, count, summary, status) => {
    const client = openSite().as('member');
    const issueUpdates = Array.from({ length: count }, () => issue(summary));
    const answer = await client.post('/issue/bulk', { issueUpdates });
    expect([answer.status, answer.at('issues.length')]).toEqual([status, status === 201 ? count : 0]);
  });

  test('properties are there from the first moment', async () => {
    const client = openSite().as('member');
    const properties = [{ key: 'well-architected', value: { question: 'q' } }];
    await client.post('/issue/bulk', { issueUpdates: [issue('a', { properties })] });
    expect((await client.get('/issue/WA-1/properties/well-architected')).at('value')).toEqual({
      question: 'q',
    });
  });

  test('a property over its limit refuses its issue alone', async () => {
    const client = openSite().as('member');
    const properties = [{ key: 'p', value: 'x'.repeat(32_768) }];
    const issueUpdates = [issue('a', { properties }), issue('b')];
    const answer = await client.post('/issue/bulk', { issueUpdates });
    expect(answer.at('issues')).toHaveLength(1);
    expect(answer.at('errors.*.failedElementNumber')).toEqual([0]);
  });

  test('a transition starts the issue in another status', async () => {
    const client = openSite().as('member');
    const issueUpdates = [issue('a', { transition: { id: '31' } }), issue('b', { transition: { id: '99' } })];
    const answer = await client.post('/issue/bulk', { issueUpdates });
    expect(answer.at('issues.0.transition.status')).toBe(200);
    expect(answer.at('errors.*.failedElementNumber')).toEqual([1]);
    const started = { status: { name: 'Done' }, resolution: { name: 'Done' } };
    expect((await client.get('/issue/WA-1')).at('fields')).toMatchObject(started);
  });

  test('a parent of the same request does not exist yet', async () => {
    const client = openSite().as('member');
    const child = { fields: fields('Subtask', { parent: { key: 'WA-1' } }) };
    const answer = await client.post('/issue/bulk', { issueUpdates: [child, issue('a')] });
    expect(answer.at('errors.*.failedElementNumber')).toEqual([0]);
  });
});
