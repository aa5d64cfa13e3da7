/** What a list that lags behind says: what it said before, of what the caller asks for now. */
import { expect, test } from '@jest/globals';
import type { AppCall } from '../../../sandbox/forge/intervene';
import { jsonAnswer } from '../../../sandbox/site/faults/answers';
import { createEarlierAnswers } from '../../../sandbox/site/faults/earlier-answers';

const CLAIMS = 'project = 10000 AND issue.property[well-architected].workload = "w"';

function search(jql: string): AppCall {
  return {
    ...{ kind: 'jira', method: 'POST', url: '/rest/api/3/search/jql', functionKey: 'sync-consumer' },
    body: new TextEncoder().encode(JSON.stringify({ jql, fields: ['id'] })),
  } as const;
}

const found = (...ids: readonly string[]) => jsonAnswer(200, { issues: ids.map((id) => ({ id })) });

test.each([
  ['nothing where it said the same', CLAIMS, ['1'], CLAIMS, ['1'], undefined],
  ['what it did not find yet', CLAIMS, ['1'], CLAIMS, ['1', '2'], ['1']],
  [
    'the same of a search that leaves others out',
    `${CLAIMS} AND id not in (1)`,
    [],
    `${CLAIMS} AND id not in (1, 2)`,
    ['3'],
    [],
  ],
  [
    'nothing of what the search leaves out',
    CLAIMS,
    ['1', '2'],
    `${CLAIMS} AND id not in (1, 2)`,
    [],
    undefined,
  ],
  ['but of what it does not', CLAIMS, ['1', '2', '3'], `${CLAIMS} AND id not in (1, 2)`, [], ['3']],
  [
    'what it found in a shorter time',
    `${CLAIMS} AND updated >= "-60m"`,
    ['1'],
    `${CLAIMS} AND updated >= "-65m"`,
    ['2'],
    ['1'],
  ],
  ['nothing of another list', CLAIMS, ['1'], 'project = 10001', ['2'], undefined],
])('says %s', (_, jql, before, next, now, said) => {
  const earlier = createEarlierAnswers();
  earlier.keep(search(jql), found(...before));
  const again = earlier.unlike(search(next), found(...now));
  expect(again?.body).toEqual(said && found(...said).body);
});
