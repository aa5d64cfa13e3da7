import { describe, expect, it } from '@jest/globals';
import { plan, withUser } from './templates';

describe('what the stand-in does not know is refused by name', () => {
  it.each([
    ['a section', withUser('Mappings: {}'), /the section Mappings/],
    ['a resource type', withUser('  Bucket: {Type: AWS::S3::Bucket}'), /AWS::S3::Bucket \(Bucket\)/],
    [
      'a resource type that would not be made',
      withUser('  Bucket: {Type: AWS::S3::Bucket, Condition: Never}\nConditions: {Never: !Equals [x, y]}'),
      /AWS::S3::Bucket/,
    ],
    [
      'a property',
      withUser('  Other: {Type: AWS::IAM::User, Properties: {Tags: []}}'),
      /AWS::IAM::User \(Other\) the property Tags/,
    ],
    [
      'an attribute of a resource',
      withUser('  Other: {Type: AWS::IAM::User, CreationPolicy: {}}'),
      /CreationPolicy/,
    ],
    ['an attribute to get', withUser('Outputs: {A: {Value: !GetAtt User.UserId}}'), /the attribute UserId/],
    ['a function', withUser('Outputs: {A: {Value: !Select [0, [a]]}}'), /Fn::Select/],
    ['a function as a condition', withUser('Conditions: {A: !Join [a, [b]]}'), /Fn::Join/],
    ['a pseudo parameter', withUser('Outputs: {A: {Value: !Ref AWS::URLSuffix}}'), /AWS::URLSuffix/],
    ['a parameter type', withUser('Parameters: {A: {Type: Number, Default: 1}}'), /A the Type Number/],
    [
      'an attribute of a parameter',
      withUser('Parameters: {A: {Type: String, Default: a, MinValue: 1}}'),
      /MinValue/,
    ],
    ['an attribute of an output', withUser('Outputs: {A: {Value: a, Export: {Name: a}}}'), /Export/],
  ])('%s', (_what, template, message) => {
    expect(() => plan(template)).toThrow(message);
  });
});

describe('what CloudFormation or IAM refuses', () => {
  const policy = (document: string, properties = 'Users: [jira]'): string =>
    withUser(
      `  Policy: {Type: AWS::IAM::Policy, Properties: {PolicyName: P, ${properties}, PolicyDocument: ${document}}}`,
    );
  const role = (document: string): string =>
    withUser(`  Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: ${document}}}`);

  it.each([
    ['a reference to nothing', withUser('Outputs: {A: {Value: !Ref Nothing}}'), /dependencies \[Nothing\]/],
    [
      'a reference to what is not made',
      withUser(
        '  Other: {Type: AWS::IAM::User, Condition: Never}\nConditions: {Never: !Equals [x, y]}\nOutputs: {A: {Value: !Ref Other}}',
      ),
      /dependencies \[Other\]/,
    ],
    ['a dependency on nothing', withUser('  Other: {Type: AWS::IAM::User, DependsOn: Nothing}'), /Nothing/],
    [
      'an unknown condition',
      withUser('  Other: {Type: AWS::IAM::User, Condition: Nothing}'),
      /Unresolved condition Nothing/,
    ],
    [
      'a condition that is about itself',
      withUser('Conditions: {A: !Not [!Condition A]}'),
      /Circular dependency: the condition A/,
    ],
    [
      'names that are about each other',
      withUser(
        '  A: {Type: AWS::IAM::User, Properties: {UserName: !Ref B}}\n  B: {Type: AWS::IAM::User, Properties: {UserName: !Ref A}}',
      ),
      /Circular dependency/,
    ],
    [
      'a function beside other keys',
      withUser('Outputs: {A: {Value: {Ref: User, b: c}}}'),
      /Ref must stand alone/,
    ],
    ['a list where a text must be', withUser('Outputs: {A: {Value: [a]}}'), /Output A must be a string/],
    [
      'a role without a trust policy',
      withUser('  Role: {Type: AWS::IAM::Role}'),
      /required key \[AssumeRolePolicyDocument\]/,
    ],
    [
      'a trust policy without a principal',
      role('{Statement: {Effect: Allow, Action: sts:AssumeRole}}'),
      /Missing required field Principal/,
    ],
    ['a trust policy that is a text', role("'{}'"), /must be an object/],
    ['an unknown effect', policy("{Statement: {Effect: Maybe, Action: '*', Resource: '*'}}"), /not Maybe/],
    [
      'an unknown condition operator',
      policy("{Statement: {Effect: Deny, Action: '*', Resource: '*', Condition: {StringIs: {a:b: c}}}}"),
      /Condition type : StringIs/,
    ],
    ['a policy for nobody', policy('{Statement: []}', 'Users: []'), /must be non-empty/],
    [
      'a user name with a space',
      withUser('  Other: {Type: AWS::IAM::User, Properties: {UserName: a b}}'),
      /name of Other is invalid/,
    ],
    [
      'a path without slashes',
      withUser('  Other: {Type: AWS::IAM::User, Properties: {Path: jira}}'),
      /Path of Other/,
    ],
  ])('%s', (_what, template, message) => {
    expect(() => plan(template)).toThrow(message);
  });
});
