/** What a site without an active licence may do is decided for every resolver that makes, changes or starts something. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { QUOTAS } from '../../../src/handlers/quotas';

const document = readFileSync(
  path.join(__dirname, '..', '..', '..', 'docs', 'marketplace', 'licensing.md'),
  'utf8',
);

/** Names of resolvers in the first cell of each row, one by one. */
const decided = [...document.matchAll(/^\| (`.*?) +\|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
);

/** Counted in storage for what they read of it. */
const READS = /^(?:audit|projectAudit)\./;

test('each has one row of the table, and nothing else has', () => {
  const acting = Object.entries(QUOTAS).filter(
    ([name, { countedIn }]) => countedIn === 'storage' && !READS.test(name),
  );
  expect([...decided].sort()).toEqual(acting.map(([name]) => name).sort());
});
