import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contextOf } from '../../../sandbox/aws/iam/policy/context';
import {
  matchesAction,
  matchesArn,
  matchesResource,
  matchesText,
  readPattern,
} from '../../../sandbox/aws/iam/policy/pattern';

const ARN = 'arn:aws:wellarchitected:us-east-1:111122223333:workload/abc';

describe('actions: wildcards anywhere, letter case nowhere', () => {
  it.each([
    ['wellarchitected:ListAnswers', true],
    ['WellArchitected:listanswers', true],
    ['wellarchitected:List*', true],
    ['wellarchitected:?istAnswers', true],
    ['*', true],
    ['wellarchitected:ListAnswer', false],
    ['wellarchitected:ListAnswers?', false],
    ['sts:*', false],
    ['wellarchitected.ListAnswers', false],
  ])('%s', (pattern, matches) => {
    expect(matchesAction(readPattern(pattern, undefined)!, 'wellarchitected:ListAnswers')).toBe(matches);
  });
});

describe('resources: a wildcard leaves its segment only from the end of it', () => {
  it.each([
    ['the ARN itself', ARN, ARN, true],
    ['letter case counts', ARN.toUpperCase(), ARN, false],
    ['any Region', 'arn:aws:wellarchitected:*:111122223333:workload/*', ARN, true],
    ['another account', 'arn:aws:wellarchitected:*:444455556666:workload/*', ARN, false],
    ['another partition', 'arn:aws-us-gov:wellarchitected:*:111122223333:workload/*', ARN, false],
    ['a part of a Region', 'arn:aws:wellarchitected:us-*-1:111122223333:workload/abc', ARN, true],
    ['one character', 'arn:aws:wellarchitected:us-east-?:111122223333:workload/ab?', ARN, true],
    ['a slash within the last segment', 'arn:aws:iam::*:role/*', 'arn:aws:iam::1:role/path/Name', true],
    ['everything after the service', 'arn:aws:wellarchitected:*', ARN, true],
    ['a wildcard inside a segment does not cross colons', 'arn:aws:wellarchitected:u*c', ARN, false],
    ['a dot is a dot', 'arn:aws:iam::1:role/a.c', 'arn:aws:iam::1:role/abc', false],
  ])('%s', (_what, pattern, arn, matches) => {
    expect(matchesResource(readPattern(pattern, undefined)!, arn)).toBe(matches);
  });
});

describe('ARN operators: each of the six components by itself', () => {
  it.each([
    ['all alike', ARN, true],
    ['wildcards in components', 'arn:*:wellarchitected:*:111122223333:workload/*', true],
    ['a wildcard is not two components', 'arn:aws:wellarchitected:*:workload/abc', false],
    ['no ARN', '*', false],
  ])('%s', (_what, pattern, matches) => {
    expect(matchesArn(readPattern(pattern, undefined)!, ARN)).toBe(matches);
  });

  it('a resource may have colons of its own', () => {
    const arn = 'arn:aws:wellarchitected::aws:lens/wellarchitected:2024';
    expect(matchesArn(readPattern('arn:aws:wellarchitected::aws:lens/*', undefined)!, arn)).toBe(true);
  });
});

describe('variables', () => {
  const context = contextOf({ 'aws:username': 'jira', 'aws:userid': 'A*', 'aws:TagKeys': ['a', 'b'] });

  it.each([
    ['its value', 'user/${aws:username}', 'user/jira', true],
    ['its name has no letter case', 'user/${AWS:UserName}', 'user/jira', true],
    ['a wildcard in its value is a character', '${aws:userid}', 'Ab', false],
    ['a wildcard in its value is itself', '${aws:userid}', 'A*', true],
    ['beside a wildcard', '${aws:username}/*', 'jira/any', true],
    ['the characters that wildcards take', '${*}${?}${$}', '*?$', true],
    ['and no others', '${*}', 'x', false],
    ['a default where there is no value', "${aws:none, 'team'}", 'team', true],
    ['no default where there is one', "${aws:username, 'team'}", 'team', false],
    ['a dollar alone', 'a$b', 'a$b', true],
  ])('%s', (_what, pattern, text, matches) => {
    expect(matchesText(readPattern(pattern, context)!, text)).toBe(matches);
  });

  it.each([
    ['no value', '${aws:none}'],
    ['several values', '${aws:TagKeys}'],
    ['no name', '${}'],
  ])('a variable with %s makes the text match nothing', (_what, pattern) => {
    expect(readPattern(pattern, context)).toBeUndefined();
  });

  it('are plain text in documents of the old version', () => {
    expect(matchesText(readPattern('${aws:username}', undefined)!, '${aws:username}')).toBe(true);
  });
});

describe('laws', () => {
  const text = fc.string({ maxLength: 20 });

  it('a text without wildcards matches itself and nothing else', () => {
    const plain = text.filter((each) => !/[*?$]/u.test(each));
    fc.assert(
      fc.property(plain, text, (pattern, other) => {
        expect(matchesText(readPattern(pattern, undefined)!, other)).toBe(pattern === other);
      }),
    );
  });

  it('putting a star for any part of a text still matches the text', () => {
    fc.assert(
      fc.property(text, fc.nat(20), fc.nat(20), (whole, from, length) => {
        const plain = whole.replace(/[*?$]/gu, '-');
        const pattern = `${plain.slice(0, from)}*${plain.slice(from + length)}`;
        expect(matchesText(readPattern(pattern, undefined)!, plain)).toBe(true);
      }),
    );
  });
});
