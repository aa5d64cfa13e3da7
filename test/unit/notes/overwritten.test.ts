import { describe, expect, test } from '@jest/globals';
import { isConformityReport, looksOverwritten } from '../../../src/notes/overwritten';
import { merge, merged, OWN, parsed, remove, status } from './statuses';

const REPORT = [
  'Here are your findings from Trend Micro Cloud One Conformity:',
  'Total number of Successes: 444',
  'Total number of Failures: 212',
  'By risk level',
  '-  Extreme successes: 1, failures: 0',
  '-  Very High successes: 0, failures: 0',
  '-  High successes: 135, failures: 16',
  '-  Medium successes: 307, failures: 175',
  '-  Low successes: 1, failures: 21',
  'Rule Ids to Review: [IAM-052, S3-013]',
].join('\n');

describe('a report of Conformity', () => {
  test.each([
    ['as published', REPORT, true],
    ['without checks', REPORT.replace(/\d+(?=,|$)/gm, '0').replace(/\[.*\]/, '[]'), true],
    ['under another product name', REPORT.replace(/^.*\n/, 'Findings:\n'), true],
    ['with CRLF', REPORT.replaceAll('\n', '\r\n'), true],
    ['with the list of rules cut by the limit', REPORT.slice(0, -6), true],
    ['with our block behind it', merged(REPORT), true],
    ['without a risk level', REPORT.replace(/^.*Very High.*\n/m, ''), false],
    ['without its rules', REPORT.replace(/\n.*$/, ''), false],
    ['a text about it', 'Conformity says: Total number of Failures: 212', false],
    ['nothing', '', false],
  ])('%s: %s', (_case, notes, is) => {
    expect(isConformityReport(notes)).toBe(is);
  });
});

describe('who took our block away', () => {
  test.each([
    ['Conformity did', 'digest', REPORT, 'conformity'],
    ['somebody did', 'digest', 'Reviewed in June.', 'other'],
    ['the notes were emptied', 'digest', undefined, 'other'],
    ['nobody: it is there', 'digest', merged('Reviewed.'), undefined],
    ['nobody: what is left of it is a conflict', 'digest', merged('').slice(5), undefined],
    ['nobody: there was none', undefined, REPORT, undefined],
  ] as const)('%s', (_case, remembered, current, who) => {
    expect(looksOverwritten(parsed(current, { ...OWN, remembered }))).toBe(who);
  });
});

test('our block is put back behind the report, which stays byte for byte', () => {
  const notes = merged(REPORT);
  expect(notes.startsWith(`${REPORT}\n\n===`)).toBe(true);
  expect(merge(notes, status()).kind).toBe('unchanged');
  expect(remove(notes)).toEqual({ kind: 'changed', notes: REPORT });
});
