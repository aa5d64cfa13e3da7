import { afterEach, describe, expect, test } from '@jest/globals';
import type { UpstreamError } from '../../../src/upstream-error';
import { failure, openSource, type Opened } from './open-source';
import { awsError, type Recorded } from './recorded-aws';

let opened: Opened | undefined;
afterEach(() => opened?.aws.uninstall());

/** What the real SDK makes of an answer, and the app of that; no retries. */
async function translated(answer: Recorded): Promise<UpstreamError> {
  opened = openSource({ ListWorkloads: [answer] }, 1);
  return failure(opened.source.workloads());
}

const role = 'arn:aws:sts::111122223333:assumed-role/wa/wa-site-run';

describe('what AWS refuses, and what has to change', () => {
  test.each<[string, Recorded, string, boolean, RegExp]>([
    [
      'no permission',
      awsError(
        403,
        'AccessDeniedException',
        `User: ${role} is not authorized to perform: wellarchitected:ListAnswers on resource: arn:aws:wellarchitected:x because no identity-based policy allows the wellarchitected:ListAnswers action`,
      ),
      'AccessDeniedException',
      false,
      /refused wellarchitected:ListAnswers on arn:aws:wellarchitected:x .*Add "wellarchitected:ListAnswers" for this resource to the policy ReadReviews .*aws\/role\.yaml.*no identity-based policy allows/,
    ],
    [
      'no permission to write',
      awsError(
        403,
        'AccessDeniedException',
        `User: ${role} is not authorized to perform: wellarchitected:UpdateAnswer on resource: arn:aws:wellarchitected:x`,
      ),
      'AccessDeniedException',
      false,
      /Add "wellarchitected:UpdateAnswer" for this resource to the policy WriteAnswers/,
    ],
    [
      'no permission for what the app does not need',
      awsError(
        403,
        'AccessDeniedException',
        `User: ${role} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:x`,
      ),
      'AccessDeniedException',
      false,
      /refused kms:Decrypt on arn:aws:kms:x .*Allow this action in the permissions of the connection's role\.$/,
    ],
    [
      'a boundary of the role',
      awsError(
        403,
        'AccessDeniedException',
        `User: ${role} is not authorized to perform: wellarchitected:ListAnswers on resource: arn:aws:wellarchitected:x because no permissions boundary allows the wellarchitected:ListAnswers action`,
      ),
      'AccessDeniedException',
      false,
      /role allows is not enough here: .* AWS's reason: no permissions boundary allows/,
    ],
    [
      'a session that the app asked for too small',
      awsError(
        403,
        'AccessDeniedException',
        `User: ${role} is not authorized to perform: wellarchitected:ListAnswers on resource: arn:aws:wellarchitected:x because no session policy allows the wellarchitected:ListAnswers action`,
      ),
      'AccessDeniedException',
      false,
      /please report this/,
    ],
    [
      'an explicit deny',
      awsError(
        403,
        'AccessDeniedException',
        `User: ${role} is not authorized to perform: wellarchitected:ListWorkloads on resource: * with an explicit deny in a service control policy`,
      ),
      'AccessDeniedException',
      false,
      /A policy forbids it, .*out of that deny\. AWS's reason: an explicit deny in a service control policy/,
    ],
    [
      'no permission, without a word',
      awsError(403, 'AccessDeniedException', ''),
      'AccessDeniedException',
      false,
      /refused wellarchitected:ListWorkloads on the workloads in eu-west-1/,
    ],
  ])('%s', async (_what, answer, code, retryable, message) => {
    const error = await translated(answer);
    expect(error.details).toMatchObject({ service: 'aws', code, retryable });
    expect(error.message).toMatch(message);
    expect(error.cause).toBeInstanceOf(Error);
  });
});
