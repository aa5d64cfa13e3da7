import { describe, expect, test } from '@jest/globals';
import { parseLensArn, parseWorkloadArn } from '../../../src/wellarchitected/arn';
import { WORKLOAD_ARN, WORKLOAD_ID } from './recorded-review';

const HEX = 'fedcba9876543210fedcba9876543210';

describe('what a lens is known by', () => {
  test.each([
    [
      'arn:aws:wellarchitected::aws:lens/wellarchitected',
      'framework',
      'arn:aws:wellarchitected::aws:lens/wellarchitected',
    ],
    [
      'arn:aws:wellarchitected::aws:lens/wellarchitected:2025-02-25',
      'framework',
      'arn:aws:wellarchitected::aws:lens/wellarchitected',
    ],
    ['arn:aws:wellarchitected::aws:lens/serverless', 'aws', 'arn:aws:wellarchitected::aws:lens/serverless'],
    [
      'arn:aws:wellarchitected:us-east-1::lens/serverless',
      'aws',
      'arn:aws:wellarchitected:us-east-1::lens/serverless',
    ],
    [
      `arn:aws:wellarchitected:us-west-2:123456789012:lens/${HEX}`,
      'custom',
      `arn:aws:wellarchitected:us-west-2:123456789012:lens/${HEX}`,
    ],
    [
      `arn:aws:wellarchitected:us-west-2:123456789012:lens/${HEX}:1`,
      'custom',
      `arn:aws:wellarchitected:us-west-2:123456789012:lens/${HEX}`,
    ],
    [
      `arn:aws:wellarchitected:us-west-2:123456789012:lens/${HEX}:1.0`,
      'custom',
      `arn:aws:wellarchitected:us-west-2:123456789012:lens/${HEX}`,
    ],
    [
      'arn:aws:wellarchitected:us-west-2:123456789012:lens/wellarchitected',
      'custom',
      'arn:aws:wellarchitected:us-west-2:123456789012:lens/wellarchitected',
    ],
  ])('%s is %s, without its version %s', (arn, kind, identity) => {
    expect(parseLensArn(arn)).toEqual({ identity, kind });
  });

  test.each([
    '',
    'serverless',
    'arn:aws:s3:::lens/serverless',
    WORKLOAD_ARN,
    'arn:aws:wellarchitected::aws:lens/',
  ])('%j is not the ARN of a lens', (arn) => expect(parseLensArn(arn)).toBeUndefined());
});

describe('the ARN of a workload', () => {
  test('says Region, account and id', () => {
    expect(parseWorkloadArn(WORKLOAD_ARN)).toEqual({
      arn: WORKLOAD_ARN,
      id: WORKLOAD_ID,
      region: 'eu-west-1',
      account: '111122223333',
    });
  });

  test.each([
    '',
    WORKLOAD_ID,
    WORKLOAD_ARN.slice(0, -1),
    `${WORKLOAD_ARN}*`,
    `${WORKLOAD_ARN}\n`,
    WORKLOAD_ARN.replace('111122223333', '*'),
  ])('%j is none', (arn) => expect(parseWorkloadArn(arn)).toBeUndefined());
});
