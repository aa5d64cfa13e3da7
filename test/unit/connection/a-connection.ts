/** A connection as the store would give it, and the key that the app signs in with. */
import type { AccessKey } from '../../../src/connection/access-key';
import type { Connection, RegionTest } from '../../../src/connection/model';
import { asReason } from '../../../src/reason';

export const EXTERNAL_ID = '0123456789abcdef0123456789abcdef';
export const ROLE_ARN = 'arn:aws:iam::111122223333:role/well-architected-backlog';
export const USER_ARN = 'arn:aws:iam::111122223333:user/backlog';

export const CONNECTION: Connection & { readonly roleArn: string } = {
  id: '00112233445566aa',
  name: 'Production',
  owner: { kind: 'site' },
  roleArn: ROLE_ARN,
  externalId: EXTERNAL_ID,
  regions: ['eu-west-1', 'us-east-1'],
  access: 'read-write',
  auth: { kind: 'accessKey' },
  serves: [],
  tests: [],
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'account-of-the-admin',
};

/** That a person answered for the connection as it is, but for what is named. */
export function accepted(
  of: Partial<NonNullable<Connection['acceptedRisk']>['of']> = {},
): NonNullable<Connection['acceptedRisk']> {
  const { roleArn, access, regions } = CONNECTION;
  const said = {
    by: 'somebody',
    at: '2026-01-03T00:00:00.000Z',
    words: 'This account is a sandbox of ours.',
  };
  return { ...said, of: { roleArn, access, regions, ...of } };
}

/** What the store makes of it, taken away again. */
export function draftOf({ name, owner, roleArn, regions, access, auth, serves, createdBy }: Connection) {
  return {
    name,
    owner,
    ...(roleArn === undefined ? {} : { roleArn }),
    regions,
    access,
    auth,
    serves,
    createdBy,
  };
}

export function withoutRole(connection: Connection): Connection {
  const copy: { roleArn?: string } & Connection = { ...connection };
  delete copy.roleArn;
  return copy;
}

export const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

export const KEY: AccessKey = {
  partition: 'aws',
  from: 'site',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: SECRET,
  principalArn: USER_ARN,
  since: '2026-01-01T00:00:00.000Z',
};

type Result = 'ok' | 'failed' | 'unknown';

const AS_IT_WAS = asReason('as it was');

/** A test of a Region, as far as it is about the external ID. */
export function probed(region: RegionTest['region'], missing: Result, wrong: Result): RegionTest {
  const checks = [
    { what: 'missing-external-id', result: missing, reason: AS_IT_WAS },
    { what: 'wrong-external-id', result: wrong, reason: AS_IT_WAS },
  ];
  return { region, at: '2026-01-02T00:00:00.000Z', ok: missing === 'ok' && wrong === 'ok', checks };
}
