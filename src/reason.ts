/**
 * Why something is so, as a value: a code with what it is about. Its words are made at the edge (`words/`), so
 * that no decision compares a sentence, and what a person may not see is decided on values.
 */
export interface Reason {
  readonly code: string;
  readonly params: Params;
}

export type Params = Readonly<Record<string, Param>>;

/** Names and numbers are data; a list is told in its order. */
export type Param = string | number | IssueRef | Quote | Reason | readonly (string | IssueRef | Reason)[];

export function isParamList(param: Param): param is Extract<Param, readonly unknown[]> {
  return Array.isArray(param);
}

/** An issue that is named: who may not see it may not see its key. */
export interface IssueRef {
  readonly issueKey: string;
}

/** What Jira or AWS said of something, in their own words. */
export interface Quote {
  readonly quote: string;
  readonly by: 'jira' | 'aws';
}

/** What is so and what it is about, in words that are already made: nobody can tell what of them may be shown. */
export const TEXT = 'text';

/** Words that nothing else is known of: of a version that stored sentences, or a person's own. */
export function asReason(text: string): Reason {
  return { code: TEXT, params: { text } };
}

/** Of a code that says all. */
export type None = Readonly<Record<string, never>>;

/** What makes the reasons of a table: an interface of codes with their params. */
export function reasonsOf<Table extends { readonly [Code in keyof Table]: Params }>() {
  return function because<Code extends keyof Table & string>(
    code: Code,
    ...[params]: None extends Table[Code] ? [] : [params: Table[Code]]
  ): Reason {
    return { code, params: { ...params } };
  };
}

/** By code the params that everybody may be told who sees what the reason is about; all others are hidden. */
export type ForEverybody<Table> = {
  readonly [Code in keyof Table]?: readonly (keyof Table[Code] & string)[];
};
