/** Conditions on keys that a request does not have, and on addresses, of which no request here has one. */
import { describeConditions, type ConditionRow as Row } from './describe-conditions';

const ADDRESSES: readonly Row[] = [
  ['an address', { IpAddress: { 'aws:SourceIp': '192.0.2.7' } }, { 'aws:SourceIp': '192.0.2.7' }, true],
  ['in a network', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }, { 'aws:SourceIp': '192.0.2.7' }, true],
  ['outside', { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }, { 'aws:SourceIp': '198.51.100.1' }, false],
  ['not in it', { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }, { 'aws:SourceIp': '192.0.2.7' }, false],
  [
    'of version 6',
    { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } },
    { 'aws:SourceIp': '2001:db8::1' },
    true,
  ],
  ['of the other version', { IpAddress: { 'aws:SourceIp': '::/0' } }, { 'aws:SourceIp': '192.0.2.7' }, false],
  ['no address', { IpAddress: { 'aws:SourceIp': 'x/8' } }, { 'aws:SourceIp': '192.0.2.7' }, false],
];

const ABSENT: readonly Row[] = [
  ['an organization that the caller has not', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, {}, false],
  ['any but an organization', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }, {}, true],
  ['an address that nobody tells', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, {}, false],
  ['any address but some', { NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } }, {}, true],
  ['a second factor', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, {}, false],
  ['a second factor, if one is told', { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } }, {}, true],
  ['a tag', { StringEquals: { 'aws:PrincipalTag/team': 'a' } }, {}, false],
  ['a session before', { DateLessThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' } }, {}, false],
  ['equal to nothing', { StringEquals: { 'sts:ExternalId': 'a' } }, {}, false],
  ['different from a text', { StringNotEquals: { 'sts:ExternalId': 'a' } }, {}, true],
  ['equal if it exists', { StringEqualsIfExists: { 'sts:ExternalId': 'a' } }, {}, true],
  [
    'equal if it exists, and it does',
    { StringEqualsIfExists: { 'sts:ExternalId': 'a' } },
    { 'sts:ExternalId': 'b' },
    false,
  ],
  ['a boolean', { Bool: { 'aws:SecureTransport': 'false' } }, {}, false],
  ['must be absent', { Null: { 'sts:ExternalId': 'true' } }, {}, true],
  ['must be absent, and is not', { Null: { 'sts:ExternalId': 'true' } }, { 'sts:ExternalId': 'a' }, false],
  ['must be there', { Null: { 'sts:ExternalId': 'false' } }, {}, false],
  ['must be there, and is', { Null: { 'sts:ExternalId': 'false' } }, { 'sts:ExternalId': 'a' }, true],
  ['for any value', { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' } }, {}, false],
  ['for all values', { 'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' } }, {}, true],
  ['for any value that is not', { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } }, {}, false],
];

describeConditions([
  ['a key that the request does not have', ABSENT],
  ['addresses', ADDRESSES],
]);
