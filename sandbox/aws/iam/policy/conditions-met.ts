/** Whether the conditions of a statement hold for a request (IAM User Guide, "Condition operators"). */
import { operatorOf } from './comparisons';
import type { Condition } from './condition';
import type { RequestContext } from './context';
import { type Pattern, readPattern } from './pattern';

/**
 * All of them. A value with a variable that has no value equals nothing: it matches where the operator is negated,
 * and leaves the values beside it as they are (unverified, A30).
 *
 * @param variables whether the document understands `${…}`. */
export function conditionsMet(
  conditions: readonly Condition[],
  context: RequestContext,
  variables: boolean,
): boolean {
  return conditions.every((condition) => isMet(condition, context, variables));
}

function isMet(condition: Condition, context: RequestContext, variables: boolean): boolean {
  const { comparison, key, values } = condition;
  const requested = context.get(key);
  if (comparison === 'Null') return values.includes(requested === undefined ? 'true' : 'false');
  const operator = operatorOf(comparison);
  if (requested === undefined) return isMetWithoutKey(condition, operator.negated);
  const patterns = values.map((value) => readPattern(value, variables ? context : undefined));
  const passes = (value: string): boolean =>
    patterns.filter(isReadable).some((pattern) => operator.compare(value, pattern)) !== operator.negated;
  if (condition.quantifier === 'ForAllValues') return requested.every(passes);
  if (condition.quantifier === 'ForAnyValue') return requested.some(passes);
  return operator.negated ? requested.every(passes) : requested.some(passes);
}

/** A missing key passes a negated operator and ForAllValues, and fails ForAnyValue. */
function isMetWithoutKey({ ifExists, quantifier }: Condition, negated: boolean): boolean {
  if (ifExists || quantifier === 'ForAllValues') return true;
  return quantifier === 'single' && negated;
}

function isReadable(pattern: Pattern | undefined): pattern is Pattern {
  return pattern !== undefined;
}
