/** What counts as a read of a title, a status and an answer, and what as their write. */
import { expect, test } from '@jest/globals';
import { watchGaps } from '../../../bench/read-write-gaps';

const ANSWER = 'https://wellarchitected.us-east-1.amazonaws.com/workloads/w/lensReviews/l/answers';
const ISSUE = '/rest/api/3/issue';

type Call = readonly ['jira' | 'aws' | 'kvs', method: string, url: string, body?: object];
const FOUND = { issueIdsOrKeys: ['1', '2'], fields: ['summary', 'status'] };
const BULK: Call = ['jira', 'POST', `${ISSUE}/bulkfetch`, FOUND];
const STATUS: Call = ['jira', 'GET', `${ISSUE}/1?fields=status`];
const TITLE: Call = ['jira', 'PUT', `${ISSUE}/1`, { fields: { summary: 'New' } }];
const LABELS: Call = ['jira', 'PUT', `${ISSUE}/1`, { fields: { labels: [] } }];
const MOVE: Call = ['jira', 'POST', `${ISSUE}/1/transitions`, { transition: { id: '3' } }];
const LEAVES: Call = ['jira', 'GET', `${ISSUE}/1/transitions?expand=transitions.fields`];
const LOOK: Call = ['aws', 'GET', `${ANSWER}/keys`];
const OTHER: Call = ['aws', 'GET', `${ANSWER}/doors`];
const LIST: Call = ['aws', 'GET', ANSWER];
const ANSWERED: Call = ['aws', 'PATCH', `${ANSWER}/keys`, {}];

const ROWS: readonly (readonly [string, readonly Call[], object])[] = [
  ['a title is read with its batch', [BULK, TITLE], { kind: 'title', sinceLast: 10, sinceFirst: 10 }],
  ['the last read counts, and the first', [BULK, BULK, TITLE], { sinceLast: 10, sinceFirst: 20 }],
  ['a read of the status reads no title', [BULK, STATUS, TITLE], { sinceLast: 20, sinceFirst: 20 }],
  ['a PUT without a title is of other fields', [BULK, LABELS], { kind: 'other fields', sinceLast: 10 }],
  ['a status is read by itself', [BULK, STATUS, MOVE], { kind: 'status', sinceLast: 10, sinceFirst: 20 }],
  ['the list of transitions tells no status', [STATUS, LEAVES, MOVE], { sinceLast: 20, sinceFirst: 20 }],
  ['an issue without fields asked for has all', [['jira', 'GET', `${ISSUE}/1`], TITLE], { sinceLast: 10 }],
  ['an answer is read by itself', [LOOK, LIST, ANSWERED], { kind: 'answer', sinceLast: 20 }],
  ['another answer is another thing', [OTHER, ANSWERED], { sinceLast: undefined, sinceFirst: undefined }],
  ['what was never read is told', [TITLE], { kind: 'title', sinceLast: undefined }],
];

test.each(ROWS)('%s', (...[, calls, gap]) => {
  const watch = watchGaps();
  calls.forEach(([kind, method, url, body], nth) => {
    const encoded = body === undefined ? undefined : new TextEncoder().encode(JSON.stringify(body));
    watch.see({ kind, method, url, body: encoded }, nth * 10);
  });
  expect(watch.gaps()).toMatchObject([gap]);
});
