/** A connection as the store would give it. */
import type { Connection } from '../../../src/connection/model';

export const CONNECTION: Connection = {
  id: '00112233445566aa',
  name: 'Production',
  roleArn: 'arn:aws:iam::111122223333:role/well-architected-backlog',
  externalId: '0123456789abcdef0123456789abcdef',
  regions: ['eu-west-1', 'us-east-1'],
  auth: { kind: 'accessKey', accessKeyId: 'AKIAIOSFODNN7EXAMPLE' },
  projectKeys: ['WA'],
  createdAt: '2026-01-01T00:00:00.000Z',
};

export const SECRET = { secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' };
