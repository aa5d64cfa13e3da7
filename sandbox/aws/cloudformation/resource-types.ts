/** The resources that can be made, with the properties that the stand-in understands. */

export interface ResourceType {
  readonly properties: readonly string[];
  readonly required: readonly string[];
  /** The property that names the resource; where it is absent CloudFormation makes a name. */
  readonly nameProperty: string;
  /** What its ARN says before the name; undefined for a resource without one. */
  readonly arn?: {
    readonly service: 'iam' | 'events';
    readonly kind: string;
    /** An id follows the name. */
    readonly hasId?: true;
  };
  /** What Ref answers (CloudFormation User Guide, "Return values" of each type). */
  readonly ref: 'name' | 'arn';
  /** What Fn::GetAtt answers, by attribute. */
  readonly attributes: Readonly<Record<string, 'arn' | 'id'>>;
}

export const RESOURCE_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::IAM::Role': {
    properties: [
      'AssumeRolePolicyDocument',
      'Description',
      'ManagedPolicyArns',
      'MaxSessionDuration',
      'Path',
      'Policies',
      'RoleName',
    ],
    required: ['AssumeRolePolicyDocument'],
    nameProperty: 'RoleName',
    arn: { service: 'iam', kind: 'role' },
    ref: 'name',
    attributes: { Arn: 'arn', RoleId: 'id' },
  },
  'AWS::IAM::User': {
    properties: ['ManagedPolicyArns', 'Path', 'Policies', 'UserName'],
    required: [],
    nameProperty: 'UserName',
    arn: { service: 'iam', kind: 'user' },
    ref: 'name',
    attributes: { Arn: 'arn' },
  },
  'AWS::IAM::Policy': {
    properties: ['PolicyDocument', 'PolicyName', 'Roles', 'Users'],
    required: ['PolicyDocument', 'PolicyName'],
    nameProperty: 'PolicyName',
    ref: 'name',
    attributes: {},
  },
  'AWS::IAM::ManagedPolicy': {
    properties: ['Description', 'ManagedPolicyName', 'Path', 'PolicyDocument', 'Roles', 'Users'],
    required: ['PolicyDocument'],
    nameProperty: 'ManagedPolicyName',
    arn: { service: 'iam', kind: 'policy' },
    ref: 'arn',
    attributes: { PolicyArn: 'arn' },
  },
  'AWS::Events::Connection': {
    properties: ['AuthorizationType', 'AuthParameters', 'Description', 'Name'],
    required: ['AuthorizationType', 'AuthParameters'],
    nameProperty: 'Name',
    arn: { service: 'events', kind: 'connection', hasId: true },
    ref: 'name',
    attributes: { Arn: 'arn' },
  },
  'AWS::Events::ApiDestination': {
    properties: [
      'ConnectionArn',
      'Description',
      'HttpMethod',
      'InvocationEndpoint',
      'InvocationRateLimitPerSecond',
      'Name',
    ],
    required: ['ConnectionArn', 'HttpMethod', 'InvocationEndpoint'],
    nameProperty: 'Name',
    arn: { service: 'events', kind: 'api-destination', hasId: true },
    ref: 'name',
    attributes: { Arn: 'arn' },
  },
  'AWS::Events::Rule': {
    properties: ['Description', 'EventPattern', 'Name', 'State', 'Targets'],
    required: ['EventPattern'],
    nameProperty: 'Name',
    arn: { service: 'events', kind: 'rule' },
    ref: 'name',
    attributes: { Arn: 'arn' },
  },
};
