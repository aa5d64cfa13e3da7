import { describe, expect, test } from '@jest/globals';
import { readSiteUrl } from '../../../src/jira/client/site-url';
import { UpstreamError } from '../../../src/upstream-error';
import { fakeJira } from './fake-jira';

const answering = (baseUrl: unknown) => fakeJira([{ status: 200, body: { baseUrl, displayUrl: 'x' } }]);

describe('the address of the site', () => {
  test.each([
    ['as it is', 'https://site.example', 'https://site.example'],
    ['without a slash at its end', 'https://site.example/', 'https://site.example'],
    ['with its path', 'http://localhost:8080/jira/', 'http://localhost:8080/jira'],
    ['without names, query and fragment', 'https://me:secret@site.example/?a=1#b', 'https://site.example'],
  ])('is read %s', async (_words, given, expected) => {
    const jira = answering(given);
    expect(await readSiteUrl(jira.http)).toBe(expected);
    expect(jira.sent).toMatchObject([{ method: 'GET', path: '/rest/api/3/serverInfo' }]);
  });

  test.each(['javascript:alert(1)', 'file:///etc', 'site.example', '', undefined])(
    'is never %j',
    async (given) => {
      const reading = readSiteUrl(answering(given).http);
      await expect(reading).rejects.toThrow('Could not read the address of the site');
      await expect(reading).rejects.toBeInstanceOf(UpstreamError);
    },
  );
});
