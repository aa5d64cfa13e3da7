/** What deploying a template makes. Pure: nothing is made yet. */
import type { EventResource } from '../events/resources';
import type { NewRole, NewUser } from '../iam/identities';
import { parsePolicy } from '../iam/policy/document';
import { readConnection, readDestination, readRule } from './event-resources';
import { NO_VALUE, resolve } from './intrinsics';
import { parameterValues } from './parameters';
import { readPolicies, readText, readTexts, readMap, readSessionSeconds } from './properties';
import { type StackTarget, stackScope, type StackScope, typeOf } from './stack-scope';
import { parseTemplate, type ResourceDefinition, type Section } from './template';
import { templateError } from './template-error';

/** Whom an inline or a managed policy is attached to, by name within the account. */
export interface Holders {
  readonly roles: readonly string[];
  readonly users: readonly string[];
}

export interface StackPlan {
  readonly roles: readonly NewRole[];
  readonly users: readonly NewUser[];
  readonly inlinePolicies: readonly (Holders & { readonly name: string; readonly document: object })[];
  readonly managedPolicies: readonly (Holders & { readonly arn: string; readonly document: object })[];
  readonly events: readonly EventResource[];
  readonly outputs: Readonly<Record<string, string>>;
}

export interface StackRequest {
  /** The template's text: YAML or JSON. */
  readonly template: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly target: StackTarget;
  /** The id of a user or role. */
  readonly idOf: (arn: string) => string;
}

/**
 * @throws AwsError ValidationError for the template and its parameters, MalformedPolicyDocument for its
 * policies. What the stand-in does not know is refused by name.
 */
export function planStack(request: StackRequest): StackPlan {
  const template = parseTemplate(request.template);
  const parameters = parameterValues(template, request.parameters);
  const scope = stackScope(template, parameters, request.target, request.idOf);
  for (const name of Object.keys(template.conditions)) scope.condition(name);
  for (const [id, definition] of Object.entries(template.resources)) typeOf(definition, id);
  const resources = Object.entries(template.resources)
    .filter(([, definition]) => scope.exists(definition))
    .map(([id, definition]) => readResource(scope, id, definition));
  const of = <T extends Made['type']>(type: T): Extract<Made, { type: T }>[] =>
    resources.filter((resource): resource is Extract<Made, { type: T }> => resource.type === type);
  const outputs = Object.entries(template.outputs)
    .filter(([, { condition }]) => condition === undefined || scope.condition(condition))
    .map(([name, { value }]) => [name, readText(resolve(value, scope), `Output ${name}`)] as const);
  return {
    roles: of('AWS::IAM::Role').map(({ made }) => made),
    users: of('AWS::IAM::User').map(({ made }) => made),
    inlinePolicies: of('AWS::IAM::Policy').map(({ made }) => made),
    managedPolicies: of('AWS::IAM::ManagedPolicy').map(({ made }) => made),
    events: of('event').map(({ made }) => made),
    outputs: Object.fromEntries(outputs),
  };
}

type Made =
  | { readonly type: 'AWS::IAM::Role'; readonly made: NewRole }
  | { readonly type: 'AWS::IAM::User'; readonly made: NewUser }
  | { readonly type: 'AWS::IAM::Policy'; readonly made: StackPlan['inlinePolicies'][number] }
  | { readonly type: 'AWS::IAM::ManagedPolicy'; readonly made: StackPlan['managedPolicies'][number] }
  | { readonly type: 'event'; readonly made: EventResource };

function readResource(scope: StackScope, id: string, { type, properties }: ResourceDefinition): Made {
  const resolved = resolve(properties, scope);
  const values = readMap(resolved === NO_VALUE ? {} : resolved, `Properties of ${id}`);
  switch (type) {
    case 'AWS::IAM::Role':
      return { type, made: readRole(scope, id, values) };
    case 'AWS::IAM::User':
      return { type, made: { arn: scope.arnOf(id), ...readPermissions(values, id) } };
    case 'AWS::IAM::Policy':
      return { type, made: { name: scope.nameOf(id), ...readAttached(values, id) } };
    case 'AWS::IAM::ManagedPolicy':
      return { type, made: { arn: scope.arnOf(id), ...readAttached(values, id, 'may stand alone') } };
    case 'AWS::Events::Connection':
      return { type: 'event', made: readConnection(scope.arnOf(id), id, values) };
    case 'AWS::Events::ApiDestination':
      return { type: 'event', made: readDestination(scope.arnOf(id), id, values) };
    case 'AWS::Events::Rule':
      return { type: 'event', made: readRule(scope.arnOf(id), id, values) };
    default:
      throw new Error(`${type} is no resource type of the table`);
  }
}

function readRole(scope: StackScope, id: string, values: Section): NewRole {
  const trustPolicy = readMap(values.AssumeRolePolicyDocument, `AssumeRolePolicyDocument of ${id}`);
  parsePolicy(trustPolicy, 'trust');
  const seconds = values.MaxSessionDuration;
  return {
    arn: scope.arnOf(id),
    trustPolicy,
    ...readPermissions(values, id),
    ...(seconds === undefined ? {} : { maxSessionSeconds: readSessionSeconds(seconds, id) }),
  };
}

function readPermissions(values: Section, id: string): Pick<NewUser, 'policies' | 'managedPolicyArns'> {
  const managedPolicyArns = readTexts(values.ManagedPolicyArns ?? [], `ManagedPolicyArns of ${id}`);
  return { policies: readPolicies(values.Policies ?? [], id), managedPolicyArns };
}

function readAttached(
  values: Section,
  id: string,
  alone?: 'may stand alone',
): Holders & { readonly document: object } {
  const document = readMap(values.PolicyDocument, `PolicyDocument of ${id}`);
  parsePolicy(document, 'identity');
  const roles = readTexts(values.Roles ?? [], `Roles of ${id}`);
  const users = readTexts(values.Users ?? [], `Users of ${id}`);
  if (alone === undefined && roles.length + users.length === 0) {
    throw templateError(`At least one of [Groups,Roles,Users] must be non-empty. (${id})`);
  }
  return { document, roles, users };
}
