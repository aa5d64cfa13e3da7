/**
 * A policy document, parsed as strictly as IAM does when it is stored (IAM User Guide, "Grammar of the IAM
 * JSON policy language"). What IAM would refuse throws; so does what the stand-in cannot judge.
 */
import { isMap, malformed } from './malformed';
import type { PolicyKind } from './policy-kind';
import { parseStatement, type Statement } from './statement';

export interface PolicyDocument {
  readonly statements: readonly Statement[];
  /** Version 2012-10-17 understands `${…}`; the older one, which is the default, takes it as it is written. */
  readonly variables: boolean;
}

const VERSIONS: readonly unknown[] = ['2008-10-17', '2012-10-17'];

/** @throws AwsError MalformedPolicyDocument. */
export function parsePolicy(document: unknown, kind: PolicyKind): PolicyDocument {
  if (!isMap(document)) throw malformed('Syntax errors in policy. The document must be a JSON object.');
  const { Version = '2008-10-17', Id, Statement, ...others } = document;
  const unknown = Object.keys(others)[0];
  if (unknown !== undefined) throw malformed(`Syntax errors in policy. There is no element ${unknown}.`);
  if (!VERSIONS.includes(Version)) throw malformed('The policy must contain a valid version string');
  if (Id !== undefined && typeof Id !== 'string')
    throw malformed('Syntax errors in policy. Id must be a string.');
  if (Statement === undefined) throw malformed('Syntax errors in policy. Statement is missing.');
  const list: readonly unknown[] = Array.isArray(Statement) ? Statement : [Statement];
  const statements = list.map((each) => parseStatement(each, kind));
  const sids = statements.flatMap(({ sid }) => (sid === undefined ? [] : [sid]));
  if (new Set(sids).size < sids.length) {
    throw malformed('Statement IDs (SID) in a single policy must be unique.');
  }
  return { statements, variables: Version === '2012-10-17' };
}

/** A document as a request carries it. @throws AwsError MalformedPolicyDocument. */
export function parsePolicyText(text: string, kind: PolicyKind): PolicyDocument {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw malformed('This policy contains invalid Json');
  }
  return parsePolicy(document, kind);
}
