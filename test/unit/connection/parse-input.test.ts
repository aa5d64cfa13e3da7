import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { connectionChangeSchema, newConnectionSchema } from '../../../src/connection/parse-input';
import { PARTITIONS, partitionOf, REGIONS } from '../../../src/connection/regions';
import { CONNECTION } from './a-connection';
import { problems } from './problems';

const INPUT = {
  name: 'Production',
  roleArn: CONNECTION.roleArn,
  regions: ['eu-west-1', 'us-east-1'],
  access: 'read-write',
};

const GOV = { ...INPUT, roleArn: 'arn:aws-us-gov:iam::111122223333:role/a', regions: ['us-gov-west-1'] };

describe('a new connection', () => {
  test.each<[string, unknown]>([
    ['with all its fields', INPUT],
    ['of GovCloud', GOV],
  ])('%s is taken as it is', (_what, input) => {
    expect(newConnectionSchema.parse(input)).toEqual(input);
  });

  test('needs no role yet', () => {
    const { roleArn: _, ...input } = INPUT;
    expect(newConnectionSchema.parse(input)).toEqual(input);
  });

  test('may carry the spaces of a copied line', () => {
    const spaced = { ...INPUT, name: ' Production \n', roleArn: ` ${INPUT.roleArn}\n` };
    expect(newConnectionSchema.parse(spaced)).toEqual(INPUT);
  });

  test.each([
    'arn:aws:iam::111122223333:role/a',
    'arn:aws:iam::111122223333:role/path/to/the.role_+=,@-',
    `arn:aws:iam::111122223333:role/${'r'.repeat(64)}`,
  ])('may name the role %s', (roleArn) =>
    expect(problems(newConnectionSchema, { ...INPUT, roleArn })).toEqual([]),
  );

  test.each(['Produktion (Köln)', '本番', 'Shop ❤️', 'a'.repeat(100)])('may be called %s', (name) =>
    expect(newConnectionSchema.parse({ ...INPUT, name }).name).toBe(name),
  );

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['no name', { name: '  ' }, /^name: Give the connection a name/],
    ['a name that is no text', { name: 5 }, /^name: Give/],
    ['a long name', { name: 'x'.repeat(101) }, /^name: Use at most 100/],
    ['a very long name', { name: 'x'.repeat(100_000) }, /^name: Use at most 100/],
    ['a name with a mark that reorders', { name: 'a\u202eb' }, /^name: Leave out/],
    ['a name with a control character', { name: 'a\u0007b' }, /^name: Leave out/],
    ['a name with half a character', { name: 'a\ud800b' }, /^name: Leave out/],
    ['a name that shows nothing', { name: '\u3164' }, /^name: Leave out/],
    ['an empty role', { roleArn: '' }, /^roleArn: Enter the ARN of an IAM role/],
    ['a role that is no text', { roleArn: null }, /^roleArn: Enter the ARN of an IAM role/],
    [
      'a role in China',
      { roleArn: 'arn:aws-cn:iam::111122223333:role/a' },
      /^roleArn: AWS does not offer .* China/,
    ],
    [
      'a role of a closed partition',
      { roleArn: 'arn:aws-iso:iam::111122223333:role/a' },
      /^roleArn: The app works in the commercial Regions .* GovCloud/,
    ],
    [
      'a role of GovCloud beside commercial Regions',
      { roleArn: GOV.roleArn },
      /^roleArn: The chosen Regions are of the commercial/,
    ],
    ['a user', { roleArn: 'arn:aws:iam::111122223333:user/a' }, /^roleArn: This is not a role/],
    ['the account itself', { roleArn: 'arn:aws:iam::111122223333:root' }, /^roleArn: This is not a role/],
    [
      'the session of a role',
      { roleArn: 'arn:aws:sts::111122223333:assumed-role/a/b' },
      /^roleArn: This is the session/,
    ],
    ['a short account', { roleArn: 'arn:aws:iam::1234:role/a' }, /^roleArn: The account must have 12 digits/],
    ['a wildcard for the role', { roleArn: 'arn:aws:iam::111122223333:role/*' }, /^roleArn: Enter/],
    ['a role with a line break in it', { roleArn: 'arn:aws:iam::111122223333:role/a\nb' }, /^roleArn: Enter/],
    [
      'a role with a long name',
      { roleArn: `arn:aws:iam::111122223333:role/${'r'.repeat(65)}` },
      /^roleArn: Enter/,
    ],
    [
      'a very long role',
      { roleArn: `arn:aws:iam::111122223333:role/${'r/'.repeat(100_000)}` },
      /^roleArn: Enter/,
    ],
    ['no Region', { regions: [] }, /^regions: Choose at least one/],
    ['Regions that are no list', { regions: 'eu-west-1' }, /^regions: Choose at least one/],
    [
      'a Region without the tool',
      { regions: ['eu-west-1', 'mars-1'] },
      /^regions\.1: Choose from .*sa-east-1/,
    ],
    ['a Region that is a host', { regions: ['eu-west-1.evil.example'] }, /^regions\.0: Choose from/],
    ['a Region of China', { regions: ['cn-north-1'] }, /^regions\.0: AWS does not offer .* China/],
    ['a Region twice', { regions: ['eu-west-1', 'eu-west-1'] }, /^regions: Name each one only once/],
    ['Regions of two partitions', { regions: ['eu-west-1', 'us-gov-west-1'] }, /^regions: .*not of both/],
    ['no access', { access: undefined }, /^access: Choose what the app may do/],
    ['an access that does not exist', { access: 'admin' }, /^access: Choose what the app may do/],
    ['an external ID of one’s own', { externalId: CONNECTION.externalId }, /^: Leave out the fields/],
    ['an owner', { owner: { kind: 'site' } }, /^: Leave out the fields/],
  ])('with %s is refused by name', (_what, change, message) => {
    expect(problems(newConnectionSchema, { ...INPUT, ...change })).toEqual([expect.stringMatching(message)]);
  });

  test('with several faults names all of them', () => {
    const found = problems(newConnectionSchema, { ...INPUT, name: '', regions: [], access: 5 });
    expect(found.map((problem) => problem.split(':')[0])).toEqual(['name', 'regions', 'access']);
  });

  test.each([undefined, null, 'text', 5, []])('that is %j is refused', (input) => {
    expect(problems(newConnectionSchema, input)).toEqual([': Send the fields of the connection.']);
  });

  test.each(['__proto__', 'constructor', 'toString'])(
    'with a field %s is refused and changes no object',
    (name) => {
      const input: unknown = JSON.parse(
        `{"name":"x","regions":["eu-west-1"],"access":"read-only","${name}":{"ok":true}}`,
      );
      expect(problems(newConnectionSchema, input)).toEqual([expect.stringMatching(/^: Leave out/)]);
      expect({}).not.toHaveProperty('ok');
    },
  );

  test('of any legal fields comes back as it went in', () => {
    const regions = fc.constantFrom(...PARTITIONS).chain((partition) =>
      fc.subarray(
        REGIONS.filter((region) => partitionOf(region) === partition),
        { minLength: 1 },
      ),
    );
    const name = fc.stringMatching(/^[A-Za-zÄ-ö0-9.()-]{1,30}$/);
    const role = fc.stringMatching(/^[\w+=,.@-]{1,64}$/);
    const account = fc.stringMatching(/^\d{12}$/);
    const access = fc.constantFrom('read-only', 'read-write');
    fc.assert(
      fc.property(name, regions, role, account, access, (name, regions, role, account, access) => {
        const roleArn = `arn:${partitionOf(regions[0]!)}:iam::${account}:role/${role}`;
        const input = { name, regions, roleArn, access };
        expect(newConnectionSchema.parse(input)).toEqual(input);
      }),
    );
  });
});

describe('a change of a connection', () => {
  test.each<[string, Record<string, unknown>]>([
    ['nothing', {}],
    ['a name', { name: 'Staging' }],
    ['a role', { roleArn: GOV.roleArn }],
    ['Regions', { regions: ['us-gov-west-1'] }],
    ['an access', { access: 'read-only' }],
    ['everything', INPUT],
  ])('may be of %s', (_what, change) => expect(connectionChangeSchema.parse(change)).toEqual(change));

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['the external ID', { externalId: CONNECTION.externalId }, /^: Leave out/],
    ['whom it serves', { serves: [] }, /^: Leave out/],
    ['its tests', { tests: [] }, /^: Leave out/],
    ['the accepted risk', { acceptedRisk: {} }, /^: Leave out/],
    ['role and Regions of two partitions', { roleArn: GOV.roleArn, regions: ['eu-west-1'] }, /^roleArn: /],
    ['the role to none', { roleArn: null }, /^roleArn: Enter/],
  ])('is not of %s', (_what, change, message) => {
    expect(problems(connectionChangeSchema, change)).toEqual([expect.stringMatching(message)]);
  });
});
