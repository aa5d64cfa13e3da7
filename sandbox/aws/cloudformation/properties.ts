/** Reads properties of resources whose functions are resolved; each throws AwsError ValidationError. */
import type { Policies } from '../iam/identities';
import { parsePolicy } from '../iam/policy/document';
import type { Section } from './template';
import { isMap, onlyKeys, templateError } from './template-error';

export function readMap(value: unknown, where: string): Section {
  if (isMap(value)) return value;
  throw wrong(where, 'an object');
}

export function readText(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  throw wrong(where, 'a string');
}

export function readTexts(value: unknown, where: string): readonly string[] {
  if (Array.isArray(value)) return value.map((each: unknown) => readText(each, where));
  throw wrong(where, 'a list');
}

export function readNumber(value: unknown, where: string, min: number, max: number): number {
  const number = Number(value);
  if (number >= min && number <= max) return number;
  throw wrong(where, `a number between ${min} and ${max}`);
}

/** An hour to twelve (CloudFormation User Guide, AWS::IAM::Role). */
export function readSessionSeconds(value: unknown, id: string): number {
  return readNumber(value, `MaxSessionDuration of ${id}`, 3600, 43_200);
}

/** The policies that are written into a role or user. */
export function readPolicies(value: unknown, id: string): Policies {
  if (!Array.isArray(value)) throw wrong(`Policies of ${id}`, 'a list');
  const entries = value.map((each: unknown) => {
    const policy = readMap(each, `Policies of ${id}`);
    onlyKeys(policy, ['PolicyDocument', 'PolicyName'], `of a policy of ${id} the property`);
    const document = readMap(policy.PolicyDocument, `PolicyDocument of ${id}`);
    parsePolicy(document, 'identity');
    return [readText(policy.PolicyName, `PolicyName of ${id}`), document] as const;
  });
  if (new Set(entries.map(([name]) => name)).size < entries.length) {
    throw templateError(`Policies of ${id}: a name is given twice`);
  }
  return Object.fromEntries(entries);
}

function wrong(where: string, what: string): Error {
  return templateError(`Value of property ${where} must be ${what}`);
}
