/**
 * What policies say to a request. Pure; "Policy evaluation logic" of the IAM User Guide: an explicit deny
 * wins, everything that is not allowed is refused, and a session policy only takes away.
 */
import { conditionsMet } from './conditions-met';
import type { RequestContext } from './context';
import type { PolicyDocument } from './document';
import { matchesAction, matchesResource, type Pattern, readPattern, readResource } from './pattern';
import type { Named, Statement } from './statement';

export interface AccessRequest {
  /** `wellarchitected:ListAnswers`. */
  readonly action: string;
  /** An ARN, or `*` for an action that has no resource. */
  readonly resource: string;
  readonly context: RequestContext;
}

/** The policies of the one who asks. */
export interface CallerPolicies {
  /** Of the user, or of the role that a session is of. */
  readonly identity: readonly PolicyDocument[];
  /** What a session was limited to when it was made. */
  readonly session?: PolicyDocument | readonly PolicyDocument[];
}

export type Answer = 'denied' | 'allowed' | 'silent';

/** The kind of policy that refuses, as AWS's messages name it. */
export type RefusingPolicy = 'identity-based' | 'session' | 'trust';

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly by: RefusingPolicy; readonly how: 'explicit-deny' | 'no-allow' };

/** Whether the caller's own policies allow a request. */
export function decide(request: AccessRequest, { identity, session }: CallerPolicies): Decision {
  const identitySays = answerOf(identity, request);
  const sessionSays = session === undefined ? 'allowed' : answerOf([session].flat(), request);
  if (identitySays === 'denied') return { allowed: false, by: 'identity-based', how: 'explicit-deny' };
  if (sessionSays === 'denied') return { allowed: false, by: 'session', how: 'explicit-deny' };
  if (identitySays === 'silent') return { allowed: false, by: 'identity-based', how: 'no-allow' };
  if (sessionSays === 'silent') return { allowed: false, by: 'session', how: 'no-allow' };
  return { allowed: true };
}

/** What policies of one kind say together. */
export function answerOf(documents: readonly PolicyDocument[], request: AccessRequest): Answer {
  const effects = documents.flatMap(({ statements, variables }) =>
    statements.filter((each) => applies(each, request, variables)).map(({ effect }) => effect),
  );
  if (effects.includes('Deny')) return 'denied';
  return effects.includes('Allow') ? 'allowed' : 'silent';
}

/** Whether a statement is about this action, this resource and these circumstances; not about whom. */
export function applies(statement: Statement, request: AccessRequest, variables: boolean): boolean {
  const { actions, resources, conditions } = statement;
  const { action, resource, context } = request;
  const read = (text: string): Pattern | undefined => readResource(text, variables ? context : undefined);
  const isAction = (text: string): boolean => matchesAction(readPattern(text, undefined) ?? [], action);
  const isResource = (text: string): boolean => {
    const pattern = read(text);
    return text === '*' || (pattern !== undefined && matchesResource(pattern, resource));
  };
  return (
    isNamed(actions, isAction) &&
    (resources === undefined || isNamed(resources, isResource)) &&
    conditionsMet(conditions, context, variables)
  );
}

function isNamed({ except, patterns }: Named, matches: (pattern: string) => boolean): boolean {
  return patterns.some(matches) !== except;
}
