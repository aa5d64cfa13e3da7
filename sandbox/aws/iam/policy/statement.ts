/** One statement of a policy document. */
import { type Condition, parseConditions } from './condition';
import { isMap, malformed, textsOf } from './malformed';
import type { PolicyKind } from './policy-kind';
import { parsePrincipals } from './principal-element';

/** `Action` or `NotAction`, `Resource` or `NotResource`, `Principal` or `NotPrincipal`. */
export interface Named {
  /** The statement is about everything but these. */
  readonly except: boolean;
  readonly patterns: readonly string[];
}

export interface Statement {
  readonly sid?: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Named;
  /** Absent in a trust policy, whose resource is the role itself. */
  readonly resources?: Named;
  /** Only in a trust policy. */
  readonly principals?: Named;
  /** All must hold. */
  readonly conditions: readonly Condition[];
}

const ELEMENTS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
]);

/** @throws AwsError MalformedPolicyDocument. */
export function parseStatement(value: unknown, kind: PolicyKind): Statement {
  if (!isMap(value)) throw malformed('Syntax errors in policy. A statement must be a JSON object.');
  const unknown = Object.keys(value).find((element) => !ELEMENTS.has(element));
  if (unknown !== undefined) throw malformed(`Syntax errors in policy. There is no element ${unknown}.`);
  const { Sid: sid, Effect: effect } = value;
  if (effect !== 'Allow' && effect !== 'Deny') {
    throw malformed(`Syntax errors in policy. Effect must be Allow or Deny, not ${String(effect)}.`);
  }
  const conditions = parseConditions(value.Condition);
  const parts = kind === 'trust' ? trustParts(value) : identityParts(value);
  const statement = { effect, conditions, ...parts } as const;
  if (sid === undefined) return statement;
  if (typeof sid !== 'string' || !/^[0-9A-Za-z]*$/u.test(sid)) {
    throw malformed('Statement IDs (SID) must be alpha-numeric.');
  }
  return { ...statement, sid };
}

type Elements = Readonly<Record<string, unknown>>;

function identityParts(value: Elements): Pick<Statement, 'actions' | 'resources'> {
  if (value.Principal !== undefined || value.NotPrincipal !== undefined) {
    throw malformed('Policy document should not specify a principal.');
  }
  const actions = parseActions(value);
  const resources = named(value, 'Resource', 'NotResource', 'Policy statement must contain resources.');
  resources.patterns.forEach(checkResource);
  return { actions, resources };
}

function trustParts(value: Elements): Pick<Statement, 'actions' | 'principals'> {
  const resource = ['Resource', 'NotResource'].find((element) => value[element] !== undefined);
  if (resource !== undefined) throw malformed(`Has prohibited field ${resource}`);
  const actions = parseActions(value);
  if (actions.patterns.some((pattern) => !/^(?:\*|sts:.*)$/iu.test(pattern))) {
    throw malformed('AssumeRole policy may only specify STS AssumeRole actions.');
  }
  const { Principal, NotPrincipal } = value;
  if (Principal !== undefined && NotPrincipal !== undefined) throw bothGiven('Principal', 'NotPrincipal');
  if (Principal !== undefined)
    return { actions, principals: { except: false, patterns: parsePrincipals(Principal) } };
  if (NotPrincipal === undefined) throw malformed('Missing required field Principal');
  if (value.Effect === 'Allow') throw malformed('Allow with NotPrincipal is not allowed.');
  return { actions, principals: { except: true, patterns: parsePrincipals(NotPrincipal) } };
}

function parseActions(value: Elements): Named {
  const actions = named(value, 'Action', 'NotAction', 'Policy statement must contain actions.');
  for (const pattern of actions.patterns) {
    if (pattern === '*' || /^[a-z0-9-]+:[a-z0-9*?]+$/iu.test(pattern)) continue;
    throw malformed(`Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.: ${pattern}`);
  }
  return actions;
}

function named(value: Elements, plain: string, except: string, missing: string): Named {
  if (value[plain] !== undefined && value[except] !== undefined) throw bothGiven(plain, except);
  const element = value[plain] === undefined ? except : plain;
  if (value[element] === undefined) throw malformed(missing);
  const patterns = textsOf(value[element], element);
  if (patterns.length === 0) throw malformed(missing);
  return { except: element === except, patterns };
}

function bothGiven(one: string, other: string): Error {
  return malformed(`Syntax errors in policy. ${one} and ${other} exclude each other.`);
}

/** `*`, or an ARN with its service written out (IAM User Guide, "Resource"). */
function checkResource(pattern: string): void {
  if (pattern === '*' || /^arn:[^:]+:[a-z0-9-]+:./u.test(pattern)) return;
  throw malformed(`Resource ${pattern} must be in ARN format or "*".`);
}
