/** The `Condition` element: which operator compares which key of the request with which values. */
import { isMap, malformed, unmodelled } from './malformed';
import { isComparison, type Comparison } from './comparisons';
import { isKnownKey } from './condition-keys';

/** How values of a request that has several are judged. `single` means the key has one. */
export type Quantifier = 'single' | 'ForAnyValue' | 'ForAllValues';

export interface Condition {
  readonly comparison: Comparison | 'Null';
  readonly quantifier: Quantifier;
  /** A request without the key passes (`…IfExists`). */
  readonly ifExists: boolean;
  /** In lower case: names of keys have none. */
  readonly key: string;
  /** One of them must match; for a negated operator, none may. */
  readonly values: readonly string[];
}

/** @throws AwsError MalformedPolicyDocument, also for keys that the stand-in does not know. */
export function parseConditions(value: unknown): readonly Condition[] {
  if (value === undefined) return [];
  if (!isMap(value)) throw malformed('Syntax errors in policy. Condition must be a JSON object.');
  return Object.entries(value).flatMap(([operator, keys]) => {
    const parsed = parseOperator(operator);
    if (!isMap(keys)) throw malformed(`Syntax errors in policy. ${operator} must be a JSON object.`);
    return Object.entries(keys).map(([key, values]) => {
      checkKey(key);
      return { ...parsed, key: key.toLowerCase(), values: parseValues(values, operator) };
    });
  });
}

function parseOperator(operator: string): Pick<Condition, 'comparison' | 'quantifier' | 'ifExists'> {
  const [, prefix, name = ''] = /^(?:(ForAnyValue|ForAllValues):)?(\w+)$/u.exec(operator) ?? [];
  const ifExists = name.endsWith('IfExists');
  const comparison = ifExists ? name.slice(0, -'IfExists'.length) : name;
  const quantifier = (prefix ?? 'single') as Quantifier;
  if (comparison === 'Null' && !ifExists && quantifier === 'single')
    return { comparison, quantifier, ifExists };
  if (isComparison(comparison)) return { comparison, quantifier, ifExists };
  throw malformed(`Invalid Condition type : ${operator}.`);
}

function checkKey(key: string): void {
  if (!/^[\w-]+:[^\s]+$/u.test(key)) {
    throw malformed(`Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.: ${key}`);
  }
  if (!isKnownKey(key)) throw unmodelled(`the condition key ${key}`);
}

/** Numbers and booleans are taken as texts, as IAM takes them. */
function parseValues(value: unknown, operator: string): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.map((each) => {
    if (typeof each === 'string') return each;
    if (typeof each === 'number' || typeof each === 'boolean') return String(each);
    throw malformed(`Syntax errors in policy. ${operator} compares with strings.`);
  });
}
