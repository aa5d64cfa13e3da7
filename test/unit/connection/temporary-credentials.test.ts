import { afterEach, describe, expect, test } from '@jest/globals';
import { temporaryCredentials } from '../../../src/connection/temporary-credentials';
import { createEgress } from '../../../src/wellarchitected/client/egress';
import { failure } from '../wellarchitected/open-source';
import { installRecordedAws, type Recorded, type RecordedAws } from '../wellarchitected/recorded-aws';
import { CONNECTION, KEY } from './a-connection';
import { assumed, stsError } from './sts-answers';

const MINUTE = 60_000;

let aws: RecordedAws | undefined;
let now = 0;
afterEach(() => {
  aws?.uninstall();
  now = 0;
});

function provider(AssumeRole: readonly Recorded[]) {
  aws = installRecordedAws({ AssumeRole });
  return temporaryCredentials(
    {
      role: CONNECTION,
      key: KEY,
      site: 'site',
      runId: 'run',
      purpose: { kind: 'read-account' },
      egress: createEgress(),
      maxAttempts: 1,
    },
    { now: () => now },
  );
}

const first = assumed(1, new Date(15 * MINUTE));
const second = assumed(2, new Date(30 * MINUTE));

describe('temporary credentials', () => {
  test('are what STS gave', async () => {
    expect(await provider([first])()).toEqual({
      accessKeyId: 'ASIA1',
      secretAccessKey: 'secret1',
      sessionToken: 'token1',
      expiration: new Date(15 * MINUTE),
    });
  });

  test.each([
    ['at once', 0, 'ASIA1'],
    ['a moment before the last minute', 14 * MINUTE - 1, 'ASIA1'],
    ['in the last minute', 14 * MINUTE, 'ASIA2'],
    ['after the end', 20 * MINUTE, 'ASIA2'],
  ])('asked for again %s (%d ms) are those of %s', async (_when, later, accessKeyId) => {
    const credentials = provider([first, second]);
    await credentials();
    now = later;
    expect((await credentials()).accessKeyId).toBe(accessKeyId);
  });

  test('asked for several times at once take one request', async () => {
    const credentials = provider([first, second]);
    const all = await Promise.all([credentials(), credentials(), credentials()]);
    expect(new Set(all.map(({ accessKeyId }) => accessKeyId))).toEqual(new Set(['ASIA1']));
    expect(aws?.sent).toHaveLength(1);
  });

  test('that were refused are asked for again', async () => {
    const credentials = provider([stsError(403, 'AccessDenied', 'no'), first]);
    await failure(credentials());
    expect((await credentials()).accessKeyId).toBe('ASIA1');
  });
});
