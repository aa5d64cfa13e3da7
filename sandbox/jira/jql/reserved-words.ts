/**
 * Words that JQL keeps for itself: unquoted they are neither a field nor a value. The words that have a
 * meaning today (and, in, order, ...) are tokens of their own and not listed.
 * https://support.atlassian.com/jira-software-cloud/docs/what-is-advanced-search-in-jira-cloud/ (reserved words)
 * lists `all` and words like `the` too, which Atlassian's grammar reads as text.
 */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  `abort access add alias alter any as audit avg begin between boolean break byte catch char character
  check checkpoint collate collation column commit connect continue count create current date decimal declare
  decrement default defaults define delete delimiter difference distinct divide do double drop else encoding
  end equals escape exclusive exec execute exists explain false fetch file field first float for function go
  goto grant greater group having identified if immediate increment index initial inner inout input insert int
  integer intersect intersection into isempty isnull join last left less like limit lock long max min minus
  mode modify modulo more multiply next noaudit notin nowait number object of option outer output power
  previous prior privileges public raise raw remainder rename resource return returns revoke right row rowid
  rownum rows select session set share size sqrt start strict string subtract sum synonym table then trans
  transaction trigger true uid union unique update user validate values view when whenever where while with`
    .trim()
    .split(/\s+/),
);

/** Words with a meaning in the grammar, in any case. */
export const KEYWORDS = [
  'and',
  'or',
  'not',
  'in',
  'is',
  'empty',
  'null',
  'was',
  'changed',
  'order',
  'by',
  'asc',
  'desc',
  'from',
  'to',
  'before',
  'after',
  'on',
  'during',
  'cf',
] as const;

export type Keyword = (typeof KEYWORDS)[number];
