import { describe, expect, test } from '@jest/globals';
import { changeConnection, recordTest } from '../../../src/connection/changes';
import { inWords } from '../../../src/in-words';
import type { Connection } from '../../../src/connection/model';
import { accepted, CONNECTION, probed, withoutRole } from './a-connection';

const TESTS = [probed('eu-west-1', 'ok', 'ok'), probed('us-east-1', 'failed', 'ok')];
const RISK = accepted();
const TESTED: Connection = { ...CONNECTION, tests: TESTS, acceptedRisk: RISK };
const OTHER_ROLE = 'arn:aws:iam::111122223333:role/another';

function changed(change: Parameters<typeof changeConnection>[1], before = TESTED): Connection {
  const result = changeConnection(before, change);
  if (!result.ok) throw new Error(inWords(result.problem));
  return result.connection;
}

describe('a changed connection', () => {
  test('with another role has no tests and no accepted risk: those were the old role’s', () => {
    const after = changed({ roleArn: OTHER_ROLE });
    expect(after).toMatchObject({ roleArn: OTHER_ROLE, tests: [] });
    expect(after).not.toHaveProperty('acceptedRisk');
  });

  test.each([
    ['another name', { name: 'Staging' }],
    ['another access', { access: 'read-only' } as const],
    ['the same role', { roleArn: CONNECTION.roleArn }],
    ['nothing else', {}],
  ])('with %s keeps them', (_what, change) => {
    expect(changed(change)).toEqual({ ...TESTED, ...change });
  });

  test.each<[string, Parameters<typeof changeConnection>[1], Connection, boolean]>([
    ['another Region', { regions: ['eu-west-1', 'us-east-1', 'sa-east-1'] }, TESTED, false],
    ['fewer Regions', { regions: ['us-east-1'] }, TESTED, true],
    [
      'writing beside reading',
      { access: 'read-write' },
      { ...TESTED, access: 'read-only', acceptedRisk: accepted({ access: 'read-only' }) },
      false,
    ],
  ])('with %s keeps the accepted risk unless it is wider', (_what, change, before, isKept) => {
    expect('acceptedRisk' in changed(change, before)).toBe(isKept);
  });

  test('without a Region has no test of it', () => {
    expect(changed({ regions: ['us-east-1', 'sa-east-1'] }).tests).toEqual([TESTS[1]]);
  });

  test('keeps its id, its external ID, its owner and whom it serves', () => {
    const { id, externalId, owner, serves } = changed({
      name: 'x',
      roleArn: OTHER_ROLE,
      regions: ['eu-west-1'],
    });
    expect({ id, externalId, owner, serves }).toEqual({
      id: CONNECTION.id,
      externalId: CONNECTION.externalId,
      owner: CONNECTION.owner,
      serves: CONNECTION.serves,
    });
  });

  test.each<[string, Parameters<typeof changeConnection>[1], RegExp]>([
    ['Regions of GovCloud for a commercial role', { regions: ['us-gov-west-1'] }, /^roleArn: .*GovCloud/],
    [
      'a GovCloud role for commercial Regions',
      { roleArn: 'arn:aws-us-gov:iam::111122223333:role/a' },
      /^roleArn: .*commercial/,
    ],
    ['Regions of both', { regions: ['us-east-1', 'us-gov-west-1'] }, /^regions: /],
  ])('cannot get %s', (_what, change, problem) => {
    const result = changeConnection(TESTED, change);
    expect(result.ok ? '' : inWords(result.problem)).toMatch(problem);
  });

  test('can move to GovCloud with role and Regions together, or before it has a role', () => {
    const gov = { roleArn: 'arn:aws-us-gov:iam::111122223333:role/a', regions: ['us-gov-west-1'] } as const;
    expect(changed({ ...gov, regions: [...gov.regions] })).toMatchObject(gov);
    expect(changed({ regions: ['us-gov-west-1'] }, withoutRole(TESTED)).regions).toEqual(['us-gov-west-1']);
  });
});

describe('a test that took a while', () => {
  const again = probed('us-east-1', 'ok', 'ok');

  test('takes the place of the Region’s earlier one and leaves the others alone', () => {
    expect(recordTest(TESTED, TESTED, again).tests).toEqual([TESTS[0], again]);
  });

  test('is written into the connection as it is now', () => {
    const renamed = { ...TESTED, name: 'Renamed meanwhile' };
    expect(recordTest(renamed, TESTED, again)).toMatchObject({
      name: 'Renamed meanwhile',
      tests: [TESTS[0], again],
    });
  });

  test.each<[string, Connection]>([
    ['of a role that is no longer the connection’s', { ...TESTED, roleArn: OTHER_ROLE, tests: [] }],
    ['of a Region that it no longer covers', { ...TESTED, regions: ['eu-west-1'], tests: [] }],
  ])('%s is forgotten', (_what, now) => {
    expect(recordTest(now, TESTED, again)).toBe(now);
  });
});
