import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { EVENT_SCOPES } from '../../../sandbox/forge/scopes/without-scopes';
import { scopesOfOperation } from '../../../sandbox/forge/scopes/operation-scopes';
import WRITTEN from '../../../sandbox/forge/scopes/jira-operations.json';
import { OPERATIONS } from '../../../sandbox/jira/operations';
import { type ScopedDocument, scopesOf } from '../../../tools/scopes-of-document';
import { readReferenceData } from '../jira/reference-data';

const document = readReferenceData('jira-openapi.json') as ScopedDocument | undefined;

(document ? test : test.skip)('the scopes are those of the document (npx tsx tools/jira-scopes.ts)', () => {
  expect(WRITTEN).toEqual(scopesOf(document!));
});

test('each operation of the local Jira has scopes, but for those that Jira removed', () => {
  const without = OPERATIONS.filter(({ method, path: template }) => {
    return scopesOfOperation(method, template.replaceAll(/\{\w+\}/g, '1')) === undefined;
  });
  expect(without.map(({ path: template }) => template)).toEqual([]);
});

test('events have the scopes of Forge’s own list', () => {
  const out = path.dirname(require.resolve('@forge/manifest'));
  const mapping = path.join(out, 'mapping', 'product-event-to-scope-mapping.json');
  const { mapping: rows } = JSON.parse(readFileSync(mapping, 'utf8')) as {
    mapping: { productEvent: string; oAuthScopes: { current: string[]; beta: string[] } }[];
  };
  const ofLocal = /^avi:jira:(?:created|updated|deleted):issue$|^avi:jira:\w+:project$/;
  const listed = rows.filter(({ productEvent }) => ofLocal.test(productEvent));
  expect(listed.length).toBeGreaterThan(7);
  for (const { productEvent, oAuthScopes } of listed)
    expect(EVENT_SCOPES[productEvent.split(':').at(-1) ?? '']).toEqual([
      oAuthScopes.current,
      oAuthScopes.beta,
    ]);
});
