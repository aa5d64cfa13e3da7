import { expect, test } from '@jest/globals';
import { localPath } from '../../../sandbox/shell/local-path';

test.each([
  ['a path', '/projects/WA/board', '/projects/WA/board'],
  ['with query and fragment', '/issues/?jql=a%20b#card-WA-1', '/issues/?jql=a%20b#card-WA-1'],
  ['another site', 'https://elsewhere.example/', '/'],
  ['another site by its host alone', '//elsewhere.example/', '/'],
  ['the same with a backslash', '/\\elsewhere.example/', '/'],
  ['the same behind a tab, which browsers drop', '/\t/elsewhere.example/', '/'],
  ['a script', 'javascript:alert(1)', '/'],
  ['a header of its own', '/a\r\nset-cookie: x=1', '/aset-cookie:%20x=1'],
  ['nothing', undefined, '/'],
  ['a file', new File([], 'x'), '/'],
])('where a form leads to: %s', (_name, value, path) => {
  expect(localPath(value)).toBe(path);
});
