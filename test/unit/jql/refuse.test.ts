import { describe, expect, it } from '@jest/globals';
import { compileJql } from '../../../sandbox/jira/jql/compile';
import { INVALID, UNREADABLE, UNSERVED } from './refused';
import { refusal } from './search';
import { CONTEXT } from './site';

describe('JQL refuses', () => {
  it.each(UNREADABLE)('%j, which cannot be read', (jql, message) => {
    expect(refusal(jql)).toEqual([`Error in the JQL Query: ${message}`]);
  });

  it.each(INVALID)('%j, which cannot be answered', (jql, ...messages) => {
    expect(refusal(jql)).toEqual(messages);
  });

  it.each(UNSERVED)('%j, which is not served here, by what it is', (jql, what) => {
    const context = { ...CONTEXT, customFields: ['Story points', 'cf[10030]'] };
    expect(compileJql(jql, context)).toEqual({ ok: false, errors: [], unserved: what });
  });

  it('a query that is nested without end', () => {
    expect(refusal(`${'('.repeat(5000)}project = WA`)[0]).toMatch(/nested too deeply/);
  });
});

describe('JQL is bounded', () => {
  it.each([
    ['project = WA', true],
    ['labels is EMPTY order by key', true],
    ['', false],
    ['   ', false],
    ['order by created desc', false],
  ])('%j: %s', (jql, bounded) => {
    expect(compileJql(jql, CONTEXT)).toMatchObject({ ok: true, bounded });
  });
});
