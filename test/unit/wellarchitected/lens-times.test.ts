/** When the lenses of a workload changed last. */
import { afterEach, expect, test } from '@jest/globals';
import { openSource, type Opened } from './open-source';
import { FRAMEWORK, reviewRecording, SERVERLESS, WORKLOAD_ARN } from './recorded-review';

let opened: Opened | undefined;
afterEach(() => opened?.aws.uninstall());

test('lenses change at their own times, which take one call', async () => {
  const LensReviewSummaries = [SERVERLESS, FRAMEWORK];
  opened = openSource(reviewRecording({ ListLensReviews: [{ json: { LensReviewSummaries } }] }));
  expect(await opened.source.lensTimes(WORKLOAD_ARN)).toEqual(
    new Map([
      [SERVERLESS.LensArn, 0],
      [FRAMEWORK.LensArn, FRAMEWORK.UpdatedAt * 1000],
    ]),
  );
  expect(opened.aws.operations()).toEqual(['ListLensReviews']);
});
