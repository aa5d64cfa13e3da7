import { describe, expect, test } from '@jest/globals';
import { consoleLink } from '../../../src/wellarchitected/console-link';
import { CUSTOM_ARN } from './recorded-review';

const place = { region: 'eu-west-1', workloadId: 'abc', owner: '111122223333' };
const home = 'https://eu-west-1.console.aws.amazon.com/wellarchitected/home?region=eu-west-1#/workload/abc';

describe('links into the AWS console', () => {
  test('a workload opens at its overview, for its owner', () => {
    expect(consoleLink(place)).toBe(`${home}/overview?owner=111122223333`);
  });

  test('a workload of GovCloud opens in the console of GovCloud', () => {
    expect(consoleLink({ ...place, region: 'us-gov-west-1' })).toBe(
      'https://console.amazonaws-us-gov.com/wellarchitected/home?region=us-gov-west-1#/workload/abc/overview?owner=111122223333',
    );
  });

  test('a question opens by lens, pillar and id', () => {
    const question = { ...place, lensAlias: 'wellarchitected', pillarId: 'security', questionId: 'encrypt' };
    expect(consoleLink(question)).toBe(
      `${home}/lens/wellarchitected/pillar/security/question/encrypt?owner=111122223333`,
    );
  });

  test('the ARN of a custom lens is one segment of the path', () => {
    const link = consoleLink({ ...place, lensAlias: CUSTOM_ARN, pillarId: 'p', questionId: 'q' });
    const segments = new URL(link).hash.split('?')[0]!.split('/');
    expect(segments.map(decodeURIComponent)).toEqual([
      '#',
      'workload',
      'abc',
      'lens',
      CUSTOM_ARN,
      'pillar',
      'p',
      'question',
      'q',
    ]);
  });

  test('an id cannot leave the page that it names', () => {
    const link = consoleLink({ ...place, lensAlias: '../x', pillarId: 'a?b', questionId: 'c#d' });
    expect(link).toContain('/lens/..%2Fx/pillar/a%3Fb/question/c%23d?owner=');
  });
});
