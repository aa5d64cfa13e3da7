import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseConnectionInput } from '../../../src/connection/parse-input';
import { CONNECTION, SECRET } from './a-connection';

const INPUT = {
  name: 'Production',
  roleArn: CONNECTION.roleArn,
  regions: ['eu-west-1', 'us-east-1'],
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: SECRET.secretAccessKey,
  projectKeys: ['WA'],
};

function problems(change: Record<string, unknown>): readonly string[] {
  const parsed = parseConnectionInput({ ...INPUT, ...change });
  return parsed.ok ? [] : parsed.problems;
}

describe('the input for a connection', () => {
  test('that is right becomes a connection and, apart from it, its secret', () => {
    const { name, roleArn, regions, auth, projectKeys } = CONNECTION;
    expect(parseConnectionInput(INPUT)).toEqual({
      ok: true,
      connection: { name, roleArn, regions, auth, projectKeys },
      secret: SECRET,
    });
  });

  test('may carry the spaces of a copied line', () => {
    const spaced = {
      name: ' Production ',
      roleArn: ` ${INPUT.roleArn}\n`,
      accessKeyId: ` ${INPUT.accessKeyId} `,
    };
    expect(parseConnectionInput({ ...INPUT, ...spaced })).toEqual(parseConnectionInput(INPUT));
  });

  test.each([
    'arn:aws:iam::111122223333:role/a',
    'arn:aws:iam::111122223333:role/path/to/the.role_+=,@-',
    `arn:aws:iam::111122223333:role/${'r'.repeat(64)}`,
  ])('may name the role %s', (roleArn) => expect(problems({ roleArn })).toEqual([]));

  test.each<[string, Record<string, unknown>, RegExp]>([
    ['no name', { name: '  ' }, /^name: Give the connection a name/],
    ['a name that is no text', { name: 5 }, /^name: Give/],
    ['a long name', { name: 'x'.repeat(101) }, /^name: Use at most 100/],
    ['a name with hidden characters', { name: 'a\u202eb' }, /^name: Leave out/],
    ['no role', { roleArn: undefined }, /^roleArn: Enter the ARN of an IAM role/],
    [
      'a role of GovCloud',
      { roleArn: 'arn:aws-us-gov:iam::111122223333:role/a' },
      /^roleArn: .*commercial Regions only/,
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
    [
      'a role with a long name',
      { roleArn: `arn:aws:iam::111122223333:role/${'r'.repeat(65)}` },
      /^roleArn: Enter/,
    ],
    ['no Region', { regions: [] }, /^regions: Choose at least one/],
    [
      'a Region without the tool',
      { regions: ['eu-west-1', 'mars-1'] },
      /^regions\.1: Choose from .*sa-east-1/,
    ],
    ['a Region twice', { regions: ['eu-west-1', 'eu-west-1'] }, /^regions: Name each one only once/],
    ['no access key', { accessKeyId: '' }, /^accessKeyId: Enter an access key ID/],
    ['a temporary key', { accessKeyId: 'ASIAIOSFODNN7EXAMPLE' }, /^accessKeyId: This is a temporary key/],
    [
      'a secret for an access key',
      { accessKeyId: SECRET.secretAccessKey },
      /^accessKeyId: Enter an access key ID/,
    ],
    ['no secret', { secretAccessKey: undefined }, /^secretAccessKey: Enter the secret access key/],
    ['a secret with a blank in it', { secretAccessKey: 'wJalrXUtnFEMI K7MDENG' }, /^secretAccessKey: Enter/],
    ['no project', { projectKeys: [] }, /^projectKeys: Name at least one/],
    [
      'a project that is no key',
      { projectKeys: ['WA', 'wa b'] },
      /^projectKeys\.1: Enter a project key in capitals/,
    ],
    ['a project twice', { projectKeys: ['WA', 'WA'] }, /^projectKeys: Name each one only once/],
  ])('with %s is refused by name', (_what, change, message) => {
    expect(problems(change)).toEqual([expect.stringMatching(message)]);
  });

  test('with several faults names all of them', () => {
    const fields = problems({ name: '', regions: [], projectKeys: [] }).map(
      (problem) => problem.split(':')[0],
    );
    expect(fields).toEqual(['name', 'regions', 'projectKeys']);
  });

  test.each([undefined, null, 'text', 5, []])('that is %j is refused', (input) => {
    expect(parseConnectionInput(input).ok).toBe(false);
  });

  test('of any form never throws, and a refusal never repeats what was entered as the secret', () => {
    const secret = fc.string({ minLength: 12, maxLength: 15 }).map((text) => `zq${text}zq`);
    fc.assert(
      fc.property(secret, fc.anything(), (secretAccessKey, other) => {
        const parsed = parseConnectionInput({ ...INPUT, name: other, regions: other, secretAccessKey });
        if (!parsed.ok) expect(parsed.problems.join()).not.toContain(secretAccessKey);
      }),
    );
  });
});
