/** aws/role.yaml, read by hand: what the role allows and whom it trusts, for given parameters. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, Scalar, visit, YAMLSeq, type YAMLMap } from 'yaml';

export interface Parameters {
  readonly TrustedPrincipalArn: string;
  readonly ExternalId: string;
  readonly Access: string;
  /** Separated by commas. */
  readonly WorkloadArns: string;
  readonly RoleName: string;
}

export interface TemplateStatement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

interface Template {
  readonly Parameters: Readonly<
    Record<string, { readonly AllowedPattern?: string; readonly AllowedValues?: readonly string[] }>
  >;
  readonly Resources: {
    readonly Role: { readonly Properties: { readonly AssumeRolePolicyDocument: unknown } };
    readonly ReadReviews: Policy;
    readonly WriteAnswers: Policy;
  };
}

interface Policy {
  readonly Properties: {
    readonly PolicyName: string;
    readonly PolicyDocument: { readonly Statement: readonly TemplateStatement[] };
  };
}

const PLACE = { 'AWS::Partition': 'aws', 'AWS::AccountId': '111122223333' };

/** The template with `!Ref`, `!Sub` and `!If` resolved; conditions of whole resources are not. */
export function roleTemplate(parameters: Parameters): Template {
  const text = readFileSync(join(__dirname, '../../aws/role.yaml'), 'utf8');
  const document = parseDocument(text, { logLevel: 'silent' });
  const known: Readonly<Record<string, string | string[]>> = {
    ...PLACE,
    ...parameters,
    WorkloadArns: parameters.WorkloadArns.split(','),
  };
  visit(document, (_, node) => {
    if (node instanceof Scalar && node.tag === '!Ref') return document.createNode(known[String(node.value)]);
    if (node instanceof Scalar && node.tag === '!Sub') {
      const filled = String(node.value).replace(/\$\{([^}]+)\}/g, (_all, name: string) =>
        String(known[name]),
      );
      return document.createNode(filled);
    }
    if (node instanceof YAMLSeq && node.tag === '!If') {
      return (parameters.WorkloadArns === '' ? node.items[1] : node.items[2]) as YAMLMap;
    }
    return undefined;
  });
  return document.toJS() as Template;
}

/** The actions that each statement of the template allows. */
type Kind = 'account' | 'read' | 'write' | 'milestones';

export function templateActions(): Readonly<Record<Kind, readonly string[]>> {
  const anything = { TrustedPrincipalArn: '', ExternalId: '', Access: '', WorkloadArns: '', RoleName: '' };
  const { ReadReviews, WriteAnswers } = roleTemplate(anything).Resources;
  const statements = [ReadReviews, WriteAnswers].flatMap(
    ({ Properties }) => Properties.PolicyDocument.Statement,
  );
  const of = (sid: string) => statements.filter(({ Sid }) => Sid === sid).flatMap(({ Action }) => Action);
  const milestones = [...of('ReadMilestones'), ...of('SaveMilestones')];
  return { account: of('ReadAccount'), read: of('ReadReviews'), write: of('WriteAnswers'), milestones };
}
