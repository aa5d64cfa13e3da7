import { describe, expect, it } from '@jest/globals';
import { FOUND, ORDERED } from './answered';
import { search } from './search';
import { CONTEXT } from './site';

describe('JQL finds', () => {
  it.each(FOUND)('%s', (_what, jql, keys) => {
    expect(search(jql)).toEqual(keys);
  });

  it('nobody, where an anonymous caller asks for himself', () => {
    expect(search('assignee = currentUser()', { ...CONTEXT, accountId: undefined })).toEqual([]);
  });

  it('issues by any key and account id where the site does not say which exist', () => {
    const { now, aliases, projects, issueTypes, statuses, priorities } = CONTEXT;
    const open = { now, aliases, projects, issueTypes, statuses, priorities };
    expect(search('key in (WA-2, WA-999) or assignee = "x:y"', open)).toEqual(['WA-2']);
  });
});

describe('JQL orders', () => {
  it.each(ORDERED)('%s', (_what, jql, keys) => {
    expect(search(jql)).toEqual(keys);
  });
});
