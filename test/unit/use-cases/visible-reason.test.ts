import { describe, expect, test } from '@jest/globals';
import type { Reason } from '../../../src/contract';
import { visibleReason, type Viewer } from '../../../src/use-cases/visible';
import { because } from '../../../src/use-cases/reasons';

const SECRET = 'Secret words of WA-2';
const ADMIN: Viewer = { visible: new Set(['WA-1']), administers: true };
const MEMBER: Viewer = { ...ADMIN, administers: false };
const FOR_ADMINS = { code: 'for-admins', params: {} };

describe('words of others', () => {
  const quoted: Reason = { code: 'write-refused', params: { because: { quote: SECRET, by: 'jira' } } };
  const text: Reason = { code: 'text', params: { text: SECRET } };

  test('are for admins of the project', () => {
    expect(visibleReason(quoted, ADMIN)).toEqual(quoted);
    expect(visibleReason(quoted, MEMBER)).toEqual({ ...quoted, params: { because: FOR_ADMINS } });
  });

  test('and so are sentences of earlier versions, wherever they stand', () => {
    expect(visibleReason(text, ADMIN)).toEqual(text);
    expect(visibleReason(text, MEMBER)).toEqual(FOR_ADMINS);
    const nested = { code: 'goes-on-in', params: { because: text, seconds: 30 } };
    expect(visibleReason(nested, MEMBER).params).toEqual({ because: FOR_ADMINS, seconds: 30 });
  });

  test('tell nobody here what is of the connection', () => {
    const role = 'arn:aws:iam::111122223333:role/backlog';
    const told = { code: 'text', params: { text: role } };
    const aws = { code: 'write-failed', params: { because: { quote: role, by: 'aws' } as const } };
    expect(visibleReason(told, ADMIN).params).toEqual({ text: because('shown-in-connection') });
    expect(visibleReason(aws, ADMIN).params).toEqual({ because: { quote: '…', by: 'aws' } });
  });
});
