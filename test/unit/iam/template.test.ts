import { describe, expect, it } from '@jest/globals';
import { plan, withUser } from './templates';

const TRUST = `
        Version: '2012-10-17'
        Statement: {Effect: Allow, Principal: {AWS: '111122223333'}, Action: sts:AssumeRole}`;

/** What an expression of a template is, through an output. */
function valueOf(expression: string, more = ''): string | undefined {
  return plan(withUser(`${more}\nOutputs: {Value: {Value: ${expression}}}`)).outputs.Value;
}

describe('functions and what they refer to', () => {
  it.each([
    ['Ref of a resource', '!Ref User', 'jira'],
    ['Ref written out', '{Ref: User}', 'jira'],
    ['GetAtt, short', '!GetAtt User.Arn', 'arn:aws:iam::111122223333:user/jira'],
    ['GetAtt, as a list', '!GetAtt [User, Arn]', 'arn:aws:iam::111122223333:user/jira'],
    ['GetAtt, written out', "{'Fn::GetAtt': [User, Arn]}", 'arn:aws:iam::111122223333:user/jira'],
    [
      'Sub',
      "!Sub 'arn:${AWS::Partition}:x:${AWS::Region}:${AWS::AccountId}:${User}'",
      'arn:aws:x:eu-west-1:111122223333:jira',
    ],
    ['Sub of an attribute', "!Sub '${User.Arn}!'", 'arn:aws:iam::111122223333:user/jira!'],
    ['Sub that is none', "!Sub '${!User}'", '${User}'],
    ['Sub with values of its own', "!Sub ['${A}-${User}', {A: !Ref AWS::StackName}]", 'stack-jira'],
    ['Join', "!Join ['-', [a, !Ref User, b]]", 'a-jira-b'],
    ['Join of nothing', "!Join ['', []]", ''],
    ['Join without what has no value', "!Join ['-', [a, !Ref AWS::NoValue, b]]", 'a-b'],
  ])('%s', (_what, expression, expected) => {
    expect(valueOf(expression)).toBe(expected);
  });

  it.each([
    ['Equals', '!Equals [a, a]', true],
    ['Equals of other texts', '!Equals [a, b]', false],
    ['Equals of a number and its text', "!Equals [1, '1']", true],
    ['Not', '!Not [!Equals [a, a]]', false],
    ['And', '!And [!Equals [a, a], !Equals [a, b]]', false],
    ['Or', '!Or [!Equals [a, a], !Equals [a, b]]', true],
    ['another condition', '!Not [!Condition Other]', true],
    ['another condition, written out', '{Condition: Other}', false],
  ])('a condition: %s', (_what, expression, holds) => {
    const conditions = `Conditions: {Asked: ${expression}, Other: !Equals [x, y]}`;
    expect(valueOf('!If [Asked, yes it does, it does not]', conditions)).toBe(
      holds ? 'yes it does' : 'it does not',
    );
  });

  it('the branch that is not taken may refer to what is not there', () => {
    const conditions = 'Conditions: {Never: !Equals [x, y]}';
    expect(valueOf('!If [Never, !Ref Nothing, fine]', conditions)).toBe('fine');
  });

  it('an output with a condition that does not hold is left out', () => {
    const outputs =
      'Conditions: {Never: !Equals [x, y]}\nOutputs: {A: {Condition: Never, Value: a}, B: {Value: b}}';
    expect(plan(withUser(outputs)).outputs).toEqual({ B: 'b' });
  });
});

describe('roles', () => {
  it('with path, policies and a session length; a name is made up where none is given', () => {
    const { roles, outputs } = plan(`
Resources:
  Named:
    Type: AWS::IAM::Role
    Properties:
      RoleName: Named
      Path: /jira/
      MaxSessionDuration: '7200'
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess']
      Policies:
        - PolicyName: List
          PolicyDocument: {Statement: {Effect: Allow, Action: 'wellarchitected:List*', Resource: '*'}}
      AssumeRolePolicyDocument: ${TRUST}
  Unnamed:
    Type: AWS::IAM::Role
    Properties:
      Description: !Ref AWS::NoValue
      AssumeRolePolicyDocument: ${TRUST}
Outputs:
  Id: {Value: !GetAtt Named.RoleId}
`);
    expect(roles).toMatchObject([
      {
        arn: 'arn:aws:iam::111122223333:role/jira/Named',
        maxSessionSeconds: 7200,
        managedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
        policies: { List: { Statement: { Action: 'wellarchitected:List*' } } },
      },
      { arn: expect.stringMatching(/^arn:aws:iam::111122223333:role\/stack-Unnamed-[A-Z2-7]{12}$/u) },
    ]);
    expect(outputs).toEqual({ Id: 'id of arn:aws:iam::111122223333:role/jira/Named' });
  });
});

describe('the text of a template', () => {
  it('may be JSON', () => {
    const template = {
      Resources: {
        User: { Type: 'AWS::IAM::User', Properties: { UserName: { 'Fn::Sub': 'a-${AWS::Region}' } } },
      },
    };
    expect(plan(JSON.stringify(template)).users.map(({ arn }) => arn)).toEqual([
      'arn:aws:iam::111122223333:user/a-eu-west-1',
    ]);
  });

  it('keeps a date as the text that it is, as CloudFormation does', () => {
    const made = `
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {Version: 2012-10-17, Statement: []}`;
    expect(plan(withUser(made)).managedPolicies[0]?.document).toEqual({
      Version: '2012-10-17',
      Statement: [],
    });
  });

  it.each([
    ['a key twice', withUser('  User: {Type: AWS::IAM::User}'), /Map keys must be unique/],
    ['an unknown short form', withUser('Outputs: {A: {Value: !Reff User}}'), /Unresolved tag: !Reff/],
    ['an alias', withUser('Outputs: {A: {Value: &a b}, B: {Value: *a}}'), /aliases are not allowed/],
    ['malformed JSON', '{"Resources": ', /JSON not well-formed/],
    ['a list', '- a', /not a map/],
    ['no resources', 'Description: none', /At least one Resources member/],
    [
      'another version',
      withUser("AWSTemplateFormatVersion: '2020-01-01'"),
      /Unsupported template format version/,
    ],
  ])('is refused with %s', (_what, template, message) => {
    expect(() => plan(template)).toThrow(message);
  });
});

describe('parameters', () => {
  const template = `
Parameters:
  Color: {Type: String, AllowedValues: [red, blue], Default: red}
  Code: {Type: String, AllowedPattern: '[0-9a-f]{4}', ConstraintDescription: must be four digits.}
  Plain: {Type: String, AllowedPattern: '^[a-z]+$', MinLength: 2, MaxLength: 4, Default: abc}
  List: {Type: CommaDelimitedList, Default: ''}
${withUser("Outputs: {List: {Value: !Join ['|', !Ref List]}, Color: {Value: !Ref Color}}")}`;

  it('have their defaults; a list is split at its commas', () => {
    expect(plan(template, { Code: '00ff', List: 'a, b,c' }).outputs).toEqual({ List: 'a|b|c', Color: 'red' });
    expect(plan(template, { Code: '00ff' }).outputs.List).toBe('');
  });

  it.each([
    ['missing', {}, 'Parameters: [Code] must have values'],
    ['unknown', { Code: '00ff', Size: 'x' }, 'Parameters: [Size] do not exist in the template'],
    [
      'not an allowed value',
      { Code: '00ff', Color: 'green' },
      "Parameter 'Color' must be one of AllowedValues",
    ],
    [
      'against its pattern, in its own words',
      { Code: '00FF' },
      'Parameter Code failed to satisfy constraint: must be four digits.',
    ],
    ['against its pattern at the end only', { Code: '00ff0' }, 'Parameter Code failed to satisfy constraint'],
    ['against its pattern', { Code: '00ff', Plain: 'ABC' }, "Parameter 'Plain' must match pattern ^[a-z]+$"],
    ['too short', { Code: '00ff', Plain: 'a' }, "Parameter 'Plain' must contain at least 2 characters"],
    ['too long', { Code: '00ff', Plain: 'abcde' }, "Parameter 'Plain' must contain at most 4 characters"],
  ])('a value that is %s is refused by its name', (_what, parameters, message) => {
    expect(() => plan(template, parameters as Record<string, string>)).toThrow(message);
  });
});
