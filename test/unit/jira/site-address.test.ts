import { expect, test } from '@jest/globals';
import { createSiteAddress } from '../../../src/jira/site-address';
import { MemoryKeyValues } from '../../builders/key-values';

test('the address of the site is asked for once, and again when storage has forgotten it', async () => {
  const kvs = new MemoryKeyValues();
  const siteAddress = createSiteAddress(kvs);
  let asked = 0;
  const jira = { siteUrl: () => Promise.resolve(`https://site-${(asked += 1)}.example`) };
  expect(await siteAddress(jira)).toBe('https://site-1.example');
  expect(await siteAddress(jira)).toBe('https://site-1.example');
  expect(await createSiteAddress(kvs)(jira)).toBe('https://site-1.example');
  kvs.values.clear();
  expect(await siteAddress(jira)).toBe('https://site-2.example');
});
