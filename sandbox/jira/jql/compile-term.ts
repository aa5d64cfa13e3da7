import { fieldName, type Operand, type Operator, type Term } from './ast';
import type { Field, Value, ValueOperator } from './fields/field';
import { findField } from './fields/find-field';
import { isListFunction } from './fields/values';
import { JqlError, UnservedJql } from './jql-error';
import { isFunctionOfJira } from './of-jira';
import type { JqlContext, JqlIssue } from './types';

/** Undefined: the field is EMPTY, so neither the comparison nor its opposite holds. */
export type Truth = boolean | undefined;
export type Test = (issue: JqlIssue) => Truth;

/** The local site keeps no history to search. */
const HISTORY: ReadonlySet<string> = new Set(['was', 'was not', 'was in', 'was not in', 'changed']);

const POSITIVE = { '!=': '=', '!~': '~', 'not in': 'in', 'is not': 'is' } as const;

/** Compiles `field operator operand`. Throws `JqlError` with Jira's message for what Jira refuses. */
export function compileTerm(term: Term, context: JqlContext): Test {
  const field = findField(term.field, context);
  if (HISTORY.has(term.operator)) throw new UnservedJql(`the JQL operator '${term.operator}'`);
  refuseFunctions(term);
  if (!field.operators.includes(term.operator)) {
    throw new JqlError(
      `The operator '${term.operator}' is not supported by the '${fieldName(term.field)}' field.`,
    );
  }
  refuseShape(term);
  const positive = positiveOf(term.operator);
  const test = anyOf(
    valuesOf(term.operand).map((operand) => compileValue(field, term, positive, operand, context)),
  );
  return positive === term.operator ? test : negated(test);
}

function refuseFunctions({ operand }: Term): void {
  const unserved = valuesOf(operand).find(
    (value) => value.kind === 'function' && isFunctionOfJira(value.name),
  );
  if (unserved?.kind === 'function') throw new UnservedJql(`the JQL function ${unserved.name}()`);
}

/** Jira's words: the OpenAPI document's example of POST /jql/parse, and its operator reference. */
function refuseShape({ operator, operand, field }: Term): void {
  const isList = operand.kind === 'list' || isListFunction(operand);
  const wantsList = operator === 'in' || operator === 'not in';
  if (wantsList !== isList) {
    const kind = isList ? 'list' : 'non-list';
    throw new JqlError(
      `Operator '${operator}' does not support the ${kind} value '${shown(operand)}' for field '${fieldName(field)}'.`,
    );
  }
  if ((operator === 'is' || operator === 'is not') && operand.kind !== 'empty') {
    throw new JqlError(
      `Operator '${operator}' does not support the value '${shown(operand)}' for field '${fieldName(field)}': only EMPTY and NULL.`,
    );
  }
}

function compileValue(
  field: Field,
  term: Term,
  operator: Operator,
  operand: Exclude<Operand, { kind: 'list' }>,
  context: JqlContext,
): Test {
  const name = fieldName(term.field);
  if (operand.kind === 'empty' || isUnresolved(name, operand)) {
    if (operator !== 'is' && operator !== '=' && operator !== 'in') {
      throw new JqlError(`The field '${name}' does not support searching for EMPTY values.`);
    }
    return field.isEmpty;
  }
  const matches = field.test({ field: name, operator: valueOperator(operator), value: operand, context });
  return (issue) => (field.isEmpty(issue) ? undefined : matches(issue));
}

function isUnresolved(name: string, operand: Value): boolean {
  return (
    name.toLowerCase() === 'resolution' &&
    operand.kind === 'text' &&
    operand.value.toLowerCase() === 'unresolved'
  );
}

function positiveOf(operator: Operator): Operator {
  return operator in POSITIVE ? POSITIVE[operator as keyof typeof POSITIVE] : operator;
}

function valueOperator(operator: Operator): ValueOperator {
  return operator === '<' || operator === '<=' || operator === '>' || operator === '>=' || operator === '~'
    ? operator
    : '=';
}

/** Lists may hold lists. */
function valuesOf(operand: Operand): Exclude<Operand, { kind: 'list' }>[] {
  return operand.kind === 'list' ? operand.items.flatMap(valuesOf) : [operand];
}

function shown(operand: Operand): string {
  if (operand.kind === 'empty') return 'EMPTY';
  if (operand.kind === 'list') return `(${operand.items.map(shown).join(', ')})`;
  if (operand.kind === 'function') return `${operand.name}(${operand.args.join(', ')})`;
  return operand.kind === 'number' ? operand.value : `"${operand.value}"`;
}

/** The three-valued logic of SQL, which is what Jira's treatment of EMPTY amounts to. */
export function negated(test: Test): Test {
  return (issue) => {
    const truth = test(issue);
    return truth === undefined ? undefined : !truth;
  };
}

export function anyOf(tests: readonly Test[]): Test {
  return (issue) => {
    let result: Truth = false;
    for (const test of tests) {
      const truth = test(issue);
      if (truth === true) return true;
      if (truth === undefined) result = undefined;
    }
    return result;
  };
}

export function allOf(tests: readonly Test[]): Test {
  return negated(anyOf(tests.map(negated)));
}
