import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { z } from 'zod';
import {
  accessKeySchema,
  connectionChangeSchema,
  newConnectionSchema,
  riskWordsSchema,
  servesSchema,
} from '../../../src/connection/parse-input';
import { PARTITIONS, partitionOf, REGIONS } from '../../../src/connection/regions';
import { CONNECTION, KEY, SECRET } from './a-connection';

function problems(schema: z.ZodType, input: unknown): readonly string[] {
  const issues = schema.safeParse(input).error?.issues ?? [];
  return issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
}

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

describe('an access key', () => {
  const input = { partition: 'aws', accessKeyId: KEY.accessKeyId, secretAccessKey: SECRET };

  test.each<[string, unknown]>([
    ['as AWS shows it', input],
    ['of GovCloud, of another user', { ...input, partition: 'aws-us-gov', acceptOtherUser: true }],
  ])('%s is taken', (_what, key) => expect(accessKeySchema.parse(key)).toEqual(key));

  test('may carry the spaces of a copied line', () => {
    const spaced = { ...input, accessKeyId: ` ${KEY.accessKeyId}`, secretAccessKey: `${SECRET}\n` };
    expect(accessKeySchema.parse(spaced)).toEqual(input);
  });

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['a partition without the tool', { partition: 'aws-cn' }, /^partition: Choose/],
    ['no access key', { accessKeyId: '' }, /^accessKeyId: Enter an access key ID/],
    ['a temporary key', { accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }, /^accessKeyId: This is a temporary key/],
    ['a secret for an access key', { accessKeyId: SECRET }, /^accessKeyId: Enter an access key ID/],
    ['no secret', { secretAccessKey: undefined }, /^secretAccessKey: Enter the secret access key/],
    ['a secret with a blank in it', { secretAccessKey: 'wJalrXUtnFEMI K7MDENG' }, /^secretAccessKey: Enter/],
    [
      'a secret with a header in it',
      { secretAccessKey: 'wJalrXUtnFEMI\r\nX-Amz: 1' },
      /^secretAccessKey: Enter/,
    ],
    ['an answer that is none', { acceptOtherUser: 'yes' }, /^acceptOtherUser: Answer/],
    ['a field too many', { [SECRET]: 1 }, /^: Leave out/],
  ])('with %s is refused by name', (_what, change, message) => {
    expect(problems(accessKeySchema, { ...input, ...change })).toEqual([expect.stringMatching(message)]);
  });

  test('of any form never throws, and a refusal never repeats what was entered', () => {
    const secret = fc.string({ minLength: 12, maxLength: 15 }).map((text) => `zq!${text}zq`);
    fc.assert(
      fc.property(secret, fc.anything(), (secret, other) => {
        for (const change of [
          { secretAccessKey: secret },
          { accessKeyId: secret },
          { partition: secret },
          { [secret]: 1 },
        ]) {
          const found = problems(accessKeySchema, { ...input, acceptOtherUser: other, ...change });
          expect(found.length).toBeGreaterThan(0);
          expect(found.join()).not.toContain(secret);
        }
      }),
    );
  });
});

describe('the words in which a risk is accepted', () => {
  test('are kept, blanks and lines as single spaces', () => {
    expect(riskWordsSchema.parse('  The account holds\n nothing   but examples. ')).toBe(
      'The account holds nothing but examples.',
    );
  });

  test.each([20, 500])('may have %d characters', (length) =>
    expect(riskWordsSchema.parse('x'.repeat(length))).toHaveLength(length),
  );

  test.each<[string, unknown, RegExp]>([
    ['too few', 'x'.repeat(19), /20 to 500 characters/],
    ['too many', 'x'.repeat(501), /at most 500/],
    ['far too many', 'x'.repeat(1_000_000), /at most 500/],
    ['only spaces', ' '.repeat(50), /20 to 500 characters/],
    ['few, drawn out with spaces', `ok${' '.repeat(30)}`, /20 to 500 characters/],
    ['invisible', '\u200b'.repeat(50), /cannot be seen/],
    ['with a mark that reorders', `The account \u202e holds only examples.`, /cannot be seen/],
    ['none', undefined, /20 to 500 characters/],
  ])('are refused if they are %s', (_what, words, message) => {
    expect(problems(riskWordsSchema, words)).toEqual([expect.stringMatching(message)]);
  });
});

describe('whom a connection is to serve', () => {
  const arn = (number: number, region = 'eu-west-1') =>
    `arn:aws:wellarchitected:${region}:111122223333:workload/${number.toString(16).padStart(32, '0')}`;

  test.each<[string, unknown]>([
    ['nobody', []],
    ['a project', [{ projectKey: 'WA' }]],
    [
      'two projects, one with named workloads',
      [{ projectKey: 'WA' }, { projectKey: 'OPS_2', workloadArns: [arn(1), arn(2)] }],
    ],
    [
      'a workload of GovCloud',
      [{ projectKey: 'WA', workloadArns: [arn(1, 'us-gov-west-1').replace('arn:aws:', 'arn:aws-us-gov:')] }],
    ],
  ])('may be %s', (_what, served) => expect(servesSchema.parse(served)).toEqual(served));

  test.each<[string, unknown, RegExp]>([
    ['no list', 'WA', /^: Send the list/],
    [
      'a project that is no key',
      [{ projectKey: 'WA' }, { projectKey: 'wa b' }],
      /^1\.projectKey: Enter a project key/,
    ],
    ['a project by its id', [{ projectId: '10001' }], /projectKey/],
    ['a project twice', [{ projectKey: 'WA' }, { projectKey: 'WA' }], /^: Name each project only once/],
    [
      'an empty list of workloads',
      [{ projectKey: 'WA', workloadArns: [] }],
      /^0\.workloadArns: Name at least one workload, or leave/,
    ],
    [
      'a workload twice',
      [{ projectKey: 'WA', workloadArns: [arn(1), arn(1)] }],
      /^0\.workloadArns: Name each one only once/,
    ],
    [
      'a workload by its id',
      [{ projectKey: 'WA', workloadArns: ['1'.repeat(32)] }],
      /^0\.workloadArns\.0: Enter the ARN/,
    ],
    [
      'every workload by a wildcard',
      [{ projectKey: 'WA', workloadArns: ['arn:aws:wellarchitected:eu-west-1:111122223333:workload/*'] }],
      /^0\.workloadArns\.0: Enter the ARN/,
    ],
    [
      'a workload of a Region that does not exist',
      [{ projectKey: 'WA', workloadArns: [arn(1, 'mars-1')] }],
      /^0\.workloadArns\.0: Enter the ARN/,
    ],
    [
      'a workload of another partition than its Region',
      [{ projectKey: 'WA', workloadArns: [arn(1, 'us-gov-west-1')] }],
      /^0\.workloadArns\.0: Enter the ARN/,
    ],
    [
      'more projects than a connection takes',
      Array.from({ length: 101 }, (_, n) => ({ projectKey: `P${n}` })),
      /^: Name at most 100 projects/,
    ],
    [
      'more workloads than a connection takes',
      [1, 2].map((n) => ({
        projectKey: `P${n}`,
        workloadArns: Array.from({ length: 251 }, (_, i) => arn(i)),
      })),
      /^: Name at most 500 workloads/,
    ],
  ])('is not %s', (_what, served, message) => {
    expect(problems(servesSchema, served)).toContainEqual(expect.stringMatching(message));
  });
});
