/** Line and paragraph ends and tabs, in every form that Unicode has. */
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu;

/** Control characters, lone surrogates and non-characters: Jira refuses or drops them. */
const UNSTORABLE = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/** One line of text that Jira stores unchanged: breaks become spaces, what it cannot store goes. */
export function singleLine(value: string): string {
  return value.replace(BREAKS, ' ').replace(UNSTORABLE, '');
}
