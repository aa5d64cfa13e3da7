import { describeConditions, type ConditionRow as Row } from './describe-conditions';

const ROLE = 'arn:aws:iam::111122223333:role/WellArchitectedBacklog';
const NOON = '2026-03-01T12:00:00.000Z';

const TEXTS: readonly Row[] = [
  ['the same text', { StringEquals: { 'sts:ExternalId': 'a' } }, { 'sts:ExternalId': 'a' }, true],
  ['another text', { StringEquals: { 'sts:ExternalId': 'a' } }, { 'sts:ExternalId': 'b' }, false],
  ['letter case', { StringEquals: { 'sts:ExternalId': 'a' } }, { 'sts:ExternalId': 'A' }, false],
  ['letter case of the key', { StringEquals: { 'STS:externalID': 'a' } }, { 'sts:ExternalId': 'a' }, true],
  ['a star is a star', { StringEquals: { 'sts:ExternalId': '*' } }, { 'sts:ExternalId': 'a' }, false],
  ['one of several', { StringEquals: { 'sts:ExternalId': ['a', 'b'] } }, { 'sts:ExternalId': 'b' }, true],
  [
    'none of several',
    { StringNotEquals: { 'sts:ExternalId': ['a', 'b'] } },
    { 'sts:ExternalId': 'b' },
    false,
  ],
  ['not this', { StringNotEquals: { 'sts:ExternalId': 'a' } }, { 'sts:ExternalId': 'b' }, true],
  ['ignoring case', { StringEqualsIgnoreCase: { 'sts:ExternalId': 'aB' } }, { 'sts:ExternalId': 'Ab' }, true],
  [
    'not, ignoring case',
    { StringNotEqualsIgnoreCase: { 'sts:ExternalId': 'aB' } },
    { 'sts:ExternalId': 'Ab' },
    false,
  ],
  ['like', { StringLike: { 'sts:RoleSessionName': 'jira-*' } }, { 'sts:RoleSessionName': 'jira-1' }, true],
  [
    'not like',
    { StringNotLike: { 'sts:RoleSessionName': 'jira-*' } },
    { 'sts:RoleSessionName': 'jira-1' },
    false,
  ],
  [
    'a variable',
    { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } },
    { 'aws:ResourceAccount': '1', 'aws:PrincipalAccount': '1' },
    true,
  ],
  [
    'a variable without a value',
    { StringNotEquals: { 'aws:ResourceAccount': '${aws:username}' } },
    { 'aws:ResourceAccount': '1' },
    true,
  ],
  [
    'a variable without a value, for equality',
    { StringEquals: { 'aws:ResourceAccount': '${aws:username}' } },
    { 'aws:ResourceAccount': '1' },
    false,
  ],
  [
    'a variable without a value beside a value',
    { StringEquals: { 'aws:ResourceAccount': ['${aws:username}', '1'] } },
    { 'aws:ResourceAccount': '1' },
    true,
  ],
  [
    'a variable without a value beside a value, negated',
    { StringNotLike: { 'aws:ResourceAccount': ['${aws:username}', '1*'] } },
    { 'aws:ResourceAccount': '12' },
    false,
  ],
  [
    'two keys, both',
    { StringEquals: { 'aws:userid': 'a', 'aws:username': 'b' } },
    { 'aws:userid': 'a', 'aws:username': 'b' },
    true,
  ],
  [
    'two keys, one of them',
    { StringEquals: { 'aws:userid': 'a', 'aws:username': 'b' } },
    { 'aws:userid': 'a', 'aws:username': 'x' },
    false,
  ],
  [
    'two operators, one of them',
    { StringEquals: { 'aws:userid': 'a' }, StringLike: { 'aws:userid': 'b*' } },
    { 'aws:userid': 'a' },
    false,
  ],
];

const OTHER_TYPES: readonly Row[] = [
  ['an ARN', { ArnEquals: { 'aws:PrincipalArn': ROLE } }, { 'aws:PrincipalArn': ROLE }, true],
  [
    'an ARN with a wildcard',
    { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } },
    { 'aws:PrincipalArn': ROLE },
    true,
  ],
  [
    'like an ARN',
    { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::444455556666:role/*' } },
    { 'aws:PrincipalArn': ROLE },
    false,
  ],
  ['not an ARN', { ArnNotEquals: { 'aws:PrincipalArn': ROLE } }, { 'aws:PrincipalArn': ROLE }, false],
  [
    'not like an ARN',
    { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/*' } },
    { 'aws:PrincipalArn': ROLE },
    true,
  ],
  ['a boolean', { Bool: { 'aws:SecureTransport': true } }, { 'aws:SecureTransport': 'true' }, true],
  [
    'the other boolean',
    { Bool: { 'aws:SecureTransport': 'false' } },
    { 'aws:SecureTransport': 'true' },
    false,
  ],
  ['equal numbers', { NumericEquals: { 'aws:EpochTime': '10.0' } }, { 'aws:EpochTime': '10' }, true],
  ['unequal numbers', { NumericNotEquals: { 'aws:EpochTime': 10 } }, { 'aws:EpochTime': '10' }, false],
  ['numbers, not texts', { NumericLessThan: { 'aws:EpochTime': '9' } }, { 'aws:EpochTime': '10' }, false],
  ['at most', { NumericLessThanEquals: { 'aws:EpochTime': '10' } }, { 'aws:EpochTime': '10' }, true],
  ['more than', { NumericGreaterThan: { 'aws:EpochTime': '10' } }, { 'aws:EpochTime': '10' }, false],
  ['at least', { NumericGreaterThanEquals: { 'aws:EpochTime': '10' } }, { 'aws:EpochTime': '10' }, true],
  ['no number', { NumericLessThan: { 'aws:EpochTime': 'x' } }, { 'aws:EpochTime': '10' }, false],
  [
    'the same time',
    { DateEquals: { 'aws:CurrentTime': '2026-03-01T13:00:00+01:00' } },
    { 'aws:CurrentTime': NOON },
    true,
  ],
  ['another time', { DateNotEquals: { 'aws:CurrentTime': '2026-03-02' } }, { 'aws:CurrentTime': NOON }, true],
  [
    'before',
    { DateLessThan: { 'aws:CurrentTime': '2026-03-02T00:00:00Z' } },
    { 'aws:CurrentTime': NOON },
    true,
  ],
  ['before or at', { DateLessThanEquals: { 'aws:CurrentTime': NOON } }, { 'aws:CurrentTime': NOON }, true],
  [
    'after',
    { DateGreaterThan: { 'aws:CurrentTime': '2026-03-02T00:00:00Z' } },
    { 'aws:CurrentTime': NOON },
    false,
  ],
  [
    'after or at',
    { DateGreaterThanEquals: { 'aws:EpochTime': '2026-03-01T12:00:00Z' } },
    { 'aws:EpochTime': '1772366400' },
    true,
  ],
];

const SETS: readonly Row[] = [
  [
    'any, of several',
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
    { 'aws:TagKeys': ['b', 'c'] },
    true,
  ],
  [
    'any, of none',
    { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['a'] } },
    { 'aws:TagKeys': ['b', 'c'] },
    false,
  ],
  [
    'all, and all are',
    { 'ForAllValues:StringLike': { 'aws:TagKeys': ['a*', 'b'] } },
    { 'aws:TagKeys': ['ab', 'b'] },
    true,
  ],
  [
    'all, but one is not',
    { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
    { 'aws:TagKeys': ['b', 'c'] },
    false,
  ],
  [
    'any that is not',
    { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['a'] } },
    { 'aws:TagKeys': ['a', 'c'] },
    true,
  ],
  [
    'all are not',
    { 'ForAllValues:StringNotEquals': { 'aws:TagKeys': ['a'] } },
    { 'aws:TagKeys': ['a', 'c'] },
    false,
  ],
  [
    'different from one, without saying of which values',
    { StringNotEquals: { 'aws:TagKeys': 'a' } },
    { 'aws:TagKeys': ['a', 'c'] },
    false,
  ],
];

describeConditions([
  ['texts', TEXTS],
  ['ARNs, booleans, numbers and times', OTHER_TYPES],
  ['keys with several values', SETS],
]);
