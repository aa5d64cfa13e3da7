/** Runs a test of a connection on the stand-in; whatever comes of it holds no secret and fits into storage. */
import { expect } from '@jest/globals';
import type { Check, ConnectionTest } from '../../../src/contract/connections';
import { testRegion } from '../../../src/connection/checks/test-region';
import type { AwsPorts } from '../../../src/connection/aws-ports';
import { inWords } from '../../../src/in-words';
import { ACCOUNT_ACTIONS, READ_ACTIONS, WRITE_ACTIONS } from '../../../src/wellarchitected/actions';
import { ON_THE_STAND_IN, type Connected } from './stand-in-site';

/** That a connection may need, in the order in which they are tried. */
export const ALL_ACTIONS = [...ACCOUNT_ACTIONS, ...READ_ACTIONS, ...WRITE_ACTIONS];

type Subject = Pick<Connected, 'connection' | 'key' | 'region'>;

export async function testOnce(
  { connection, key, region }: Subject,
  awsPorts: AwsPorts = ON_THE_STAND_IN,
): Promise<ConnectionTest> {
  let drawn = 0;
  const random = (bytes: number) => new Uint8Array(bytes).fill((drawn += 1));
  const test = await testRegion({ connection, key, region, site: 'example.atlassian.net', random }, awsPorts);
  const text = JSON.stringify(test);
  expect(text).not.toContain(key.secretAccessKey);
  expect(text).not.toContain(key.accessKeyId);
  expect(text).not.toMatch(/ASIA|SessionToken/);
  for (const { reason } of test.checks) expect(inWords(reason)).toMatch(/^[A-Zw].*[.)}]$/);
  return test;
}

export function resultsOf({ checks }: ConnectionTest): ReadonlyMap<string, Check['result']> {
  return new Map(checks.map(({ what, result }) => [what, result]));
}

/** As a person reads it. */
export function checkOf({ checks }: ConnectionTest, what: string): Check & { readonly message: string } {
  const check = checks.find((one) => one.what === what);
  if (check === undefined) throw new Error(`nothing was checked of ${what}`);
  return { ...check, message: inWords(check.reason) };
}
