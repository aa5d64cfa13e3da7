import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { accessKeySchema } from '../../../src/connection/parse-input';
import { KEY, SECRET } from './a-connection';
import { problems } from './problems';

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
