/** What the functions of a stack's template refer to. */
import { base32Id, uuid } from '../ids';
import { NO_VALUE, resolve, resolveCondition, type Scope } from './intrinsics';
import type { ParameterValue } from './parameters';
import { RESOURCE_TYPES, type ResourceType } from './resource-types';
import type { ResourceDefinition, Template } from './template';
import { onlyKeys, templateError, unknownHere } from './template-error';

/** Where a stack is deployed. */
export interface StackTarget {
  readonly stackName: string;
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

export interface StackScope extends Scope {
  /** Whether the resource is made: it has no condition, or one that holds. */
  exists(resource: ResourceDefinition): boolean;
  /** Its physical name. */
  nameOf(logicalId: string): string;
  /** @throws AwsError where it has none. */
  arnOf(logicalId: string): string;
}

/** What the functions of a scope share. */
interface Frame {
  readonly template: Template;
  readonly target: StackTarget;
  readonly scope: StackScope;
  /** Runs an act that must not, on its way, ask for itself again. */
  readonly once: <T>(what: string, act: () => T) => T;
}

/** @throws AwsError ValidationError, from its functions: for what refers to nothing, or to itself. */
export function stackScope(
  template: Template,
  parameters: ReadonlyMap<string, ParameterValue>,
  target: StackTarget,
  idOf: (arn: string) => string,
): StackScope {
  const scope: StackScope = {
    ref(name) {
      const value = parameters.get(name) ?? pseudoParameter(name, target);
      if (value !== undefined) return value;
      return made(frame, name).type.ref === 'arn' ? scope.arnOf(name) : scope.nameOf(name);
    },
    attribute(logicalId, attribute) {
      const { type, definition } = made(frame, logicalId);
      const kind = type.attributes[attribute];
      if (kind === undefined)
        throw unknownHere(`of ${definition.type} (${logicalId}) the attribute ${attribute}`);
      return kind === 'arn' ? scope.arnOf(logicalId) : idOf(scope.arnOf(logicalId));
    },
    condition: (name) => frame.once(`the condition ${name}`, () => conditionOf(frame, name)),
    exists: ({ condition }) => condition === undefined || scope.condition(condition),
    nameOf: (logicalId) => frame.once(`the name of ${logicalId}`, () => nameOf(frame, logicalId)),
    arnOf: (logicalId) => arnOf(frame, logicalId),
  };
  const frame: Frame = { template, target, scope, once: refuseCircles() };
  return scope;
}

function conditionOf({ template: { conditions }, scope }: Frame, name: string): boolean {
  if (Object.hasOwn(conditions, name)) return resolveCondition(conditions[name], scope);
  throw templateError(`Template format error: Unresolved condition ${name}`);
}

function nameOf(frame: Frame, logicalId: string): string {
  const { type, definition } = made(frame, logicalId);
  const given = resolve(definition.properties[type.nameProperty], frame.scope);
  if (given === undefined || given === NO_VALUE) return madeUpName(frame.target, logicalId);
  return checkedName(given, logicalId);
}

function arnOf(frame: Frame, logicalId: string): string {
  const { type, definition } = made(frame, logicalId);
  if (type.arn === undefined) throw unknownHere(`an ARN of ${definition.type} (${logicalId})`);
  const { service, kind, hasId } = type.arn;
  const { partition, account, region, stackName } = frame.target;
  const name = frame.scope.nameOf(logicalId);
  if (service === 'events') {
    const id = hasId ? `/${uuid(`${partition}/${account}/${region}/${stackName}/${logicalId}`)}` : '';
    return `arn:${partition}:events:${region}:${account}:${kind}/${name}${id}`;
  }
  const path = checkedPath(resolve(definition.properties.Path ?? '/', frame.scope), logicalId);
  return `arn:${partition}:iam::${account}:${kind}${path}${name}`;
}

interface MadeResource {
  readonly type: ResourceType;
  readonly definition: ResourceDefinition;
}

/** A resource that the stack has: one whose condition does not hold cannot be referred to. */
function made({ template, scope }: Frame, logicalId: string): MadeResource {
  const definition = template.resources[logicalId];
  if (definition !== undefined && scope.exists(definition)) {
    return { type: typeOf(definition, logicalId), definition };
  }
  const block = 'in the Resources block of the template';
  throw templateError(`Template format error: Unresolved resource dependencies [${logicalId}] ${block}`);
}

/** @throws AwsError that names the type, or the property that it does not have or lacks. */
export function typeOf({ type: name, properties }: ResourceDefinition, logicalId: string): ResourceType {
  const type = RESOURCE_TYPES[name];
  if (type === undefined) throw unknownHere(`the resource type ${name} (${logicalId})`);
  onlyKeys(properties, type.properties, `of ${name} (${logicalId}) the property`);
  const missing = type.required.find((property) => properties[property] === undefined);
  if (missing !== undefined) {
    throw templateError(
      `Properties validation failed for resource ${logicalId}: required key [${missing}] not found`,
    );
  }
  return type;
}

function pseudoParameter(name: string, target: StackTarget): unknown {
  switch (name) {
    case 'AWS::AccountId':
      return target.account;
    case 'AWS::NoValue':
      return NO_VALUE;
    case 'AWS::Partition':
      return target.partition;
    case 'AWS::Region':
      return target.region;
    case 'AWS::StackName':
      return target.stackName;
    default:
      if (name.startsWith('AWS::')) throw unknownHere(`the pseudo parameter ${name}`);
      return undefined;
  }
}

function madeUpName({ stackName, region, account, partition }: StackTarget, logicalId: string): string {
  const suffix = base32Id(`${partition}/${account}/${region}/${stackName}/${logicalId}`, 12);
  return `${stackName.slice(0, 24)}-${logicalId.slice(0, 24)}-${suffix}`;
}

/** Letters, digits and `_+=,.@-` (IAM User Guide, "IAM name requirements"). */
function checkedName(name: unknown, logicalId: string): string {
  if (typeof name === 'string' && /^[\w+=,.@-]{1,128}$/u.test(name)) return name;
  throw templateError(`The specified value for the name of ${logicalId} is invalid: ${String(name)}`);
}

function checkedPath(path: unknown, logicalId: string): string {
  if (typeof path === 'string' && /^\/(?:[\u0021-\u007e]+\/)?$/u.test(path)) return path;
  throw templateError(`The specified value for the Path of ${logicalId} is invalid: ${String(path)}`);
}

function refuseCircles(): <T>(what: string, act: () => T) => T {
  const open = new Set<string>();
  return (what, act) => {
    if (open.has(what)) throw templateError(`Circular dependency: ${what}`);
    open.add(what);
    try {
      return act();
    } finally {
      open.delete(what);
    }
  };
}
