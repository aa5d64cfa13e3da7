/** The resources that can be made, with the properties that the stand-in understands. */

export interface ResourceType {
  readonly properties: readonly string[];
  readonly required: readonly string[];
  /** The property that names the resource; where it is absent CloudFormation makes a name. */
  readonly nameProperty: string;
  /** Before the name in the ARN; undefined for a resource without one. */
  readonly arnPrefix?: 'role' | 'user' | 'policy';
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
    arnPrefix: 'role',
    ref: 'name',
    attributes: { Arn: 'arn', RoleId: 'id' },
  },
  'AWS::IAM::User': {
    properties: ['ManagedPolicyArns', 'Path', 'Policies', 'UserName'],
    required: [],
    nameProperty: 'UserName',
    arnPrefix: 'user',
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
    arnPrefix: 'policy',
    ref: 'arn',
    attributes: { PolicyArn: 'arn' },
  },
};
