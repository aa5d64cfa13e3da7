import { afterEach, describe, expect, test } from '@jest/globals';
import { openSource, type Opened } from './open-source';
import { awsError, type Recording } from './recorded-aws';
import { reviewRecording, WORKLOAD_ARN } from './recorded-review';

let opened: Opened | undefined;
afterEach(() => opened?.aws.uninstall());

function open(recording: Recording): Opened {
  opened = openSource(recording);
  return opened;
}

describe('the workloads of a Region', () => {
  test('are listed over all pages', async () => {
    const summary = (index: number) => ({
      WorkloadArn: WORKLOAD_ARN.replace(/.$/, String(index)),
      WorkloadName: `Shop\u202e ${index}`,
      Owner: '111122223333',
      RiskCounts: { HIGH: index },
    });
    const { source } = open({
      ListWorkloads: [
        { json: { WorkloadSummaries: [summary(1)], NextToken: 'next' } },
        { json: { WorkloadSummaries: [summary(2)] } },
      ],
    });
    const workloads = await source.workloads();
    expect(
      workloads.map(({ name, region, owner, riskCounts }) => [name, region, owner, riskCounts.HIGH]),
    ).toEqual([
      ['Shop 1', 'eu-west-1', '111122223333', 1],
      ['Shop 2', 'eu-west-1', '111122223333', 2],
    ]);
  });

  test('may be none', async () => {
    expect(await open({ ListWorkloads: [{ json: { WorkloadSummaries: [] } }] }).source.workloads()).toEqual(
      [],
    );
  });
});

describe('on the wire', () => {
  test('calls go to the regional default host, signed for it, with the session token', async () => {
    const { source, aws } = open(reviewRecording());
    await source.review(WORKLOAD_ARN);
    expect(new Set(aws.sent.map(({ url }) => url.origin))).toEqual(
      new Set(['https://wellarchitected.eu-west-1.amazonaws.com']),
    );
    for (const { headers } of aws.sent) {
      expect(headers.get('authorization')).toMatch(
        /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-west-1\/wellarchitected\/aws4_request/,
      );
      expect(headers.get('x-amz-security-token')).toBe('token');
    }
  });

  test('a request that AWS throttles or fails is tried again and counted again', async () => {
    const busy = awsError(503, 'InternalServerException', 'busy');
    const { source } = open(reviewRecording({ GetLensReview: [busy, { json: { LensReview: {} } }] }));
    const { lenses } = await source.review(WORKLOAD_ARN);
    expect([lenses.length, source.calls()]).toEqual([1, 5]);
  });
});
