import { compileJql } from '../../../sandbox/jira/jql/compile';
import type { JqlContext } from '../../../sandbox/jira/jql/types';
import { CONTEXT, ISSUES } from './site';

/** The keys that a query finds, in its order; a refused query fails the test with Jira's message. */
export function search(jql: string, context: JqlContext = CONTEXT): string[] {
  const compiled = compileJql(jql, context);
  if (!compiled.ok) throw new Error(compiled.errors.join('\n'));
  return ISSUES.filter(compiled.matches)
    .sort(compiled.compare)
    .map(({ key }) => key);
}

/** The messages of a refusal; an accepted query fails the test. */
export function refusal(jql: string, context: JqlContext = CONTEXT): readonly string[] {
  const compiled = compileJql(jql, context);
  if (compiled.ok) throw new Error(`accepted: ${jql}`);
  return compiled.errors;
}
