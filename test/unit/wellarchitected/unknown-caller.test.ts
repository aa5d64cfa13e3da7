import { describe, expect, test } from '@jest/globals';
import { asReason } from '../../../src/reason';
import { translateAwsError } from '../../../src/wellarchitected/client/aws-error';

const context = { action: 'wellarchitected:ListWorkloads', subject: asReason('it'), region: 'eu-west-1' };

describe('who AWS does not know', () => {
  const thrown = (name: string) => Object.assign(new Error('invalid'), { name, $fault: 'client' });
  const message = (action: string, region: string, name = 'UnrecognizedClientException') =>
    translateAwsError(thrown(name), { ...context, action, region }).message;
  const OPT_IN = 'which every account has to enable first';

  test.each<[string, string, string, readonly RegExp[]]>([
    ['STS is asked with the access key', 'sts:AssumeRole', 'us-east-1', [/access key was deleted/]],
    ['in GovCloud too', 'sts:GetCallerIdentity', 'us-gov-west-1', [/access key was deleted/]],
    ['the tool is asked with a session', 'wellarchitected:UpdateAnswer', 'us-east-1', [/role was deleted/]],
    [
      'or its Region is off',
      'wellarchitected:GetWorkload',
      'me-south-1',
      [/role was deleted/, RegExp(OPT_IN)],
    ],
  ])('%s: %s in %s', (_why, action, region, words) => {
    const said = message(action, region);
    for (const word of words) expect(said).toMatch(word);
    expect(said.includes(OPT_IN)).toBe(words.length === 2);
    expect(said.includes('access key was deleted')).toBe(action.startsWith('sts:'));
  });

  test('a signature of the wrong secret is one made with the access key', () => {
    expect(message('sts:AssumeRole', 'us-east-1', 'SignatureDoesNotMatch')).toMatch(
      /secret access key does not belong/,
    );
  });
});
