/**
 * Conditions of risk rules: `A && (B || !C)` over the ids of selected choices, or `default`. Parsed into a
 * tree, never evaluated as code. Operators and the order of rules are documented in AWS's "Lens format
 * specification"; that `!` binds before `&&` and `&&` before `||` is the usual reading and unverified (A17).
 */
export type Condition =
  | { readonly kind: 'default' }
  | { readonly kind: 'choice'; readonly id: string }
  | { readonly kind: 'not'; readonly operand: Condition }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Condition[] };

export class ConditionError extends Error {
  override readonly name = 'ConditionError';
}

/** Parentheses and negations may not nest deeper than this: a limit of the stand-in. */
const MAX_DEPTH = 200;

const TOKEN = /\s*(&&|\|\||!|\(|\)|\w+)/uy;

interface Tokens {
  peek(): string | undefined;
  next(): string | undefined;
}

/** @throws ConditionError that says what was expected and where (column, from 1). */
export function parseCondition(text: string): Condition {
  if (text.trim() === 'default') return { kind: 'default' };
  const tokens = tokensOf(text);
  const condition = parseOr(tokens, 0);
  const rest = tokens.peek();
  if (rest !== undefined) throw new ConditionError(`"${rest}" was not expected after a complete condition`);
  return condition;
}

/** Whether the condition holds for these selected choices; `default` always does. */
export function isMet(condition: Condition, selected: ReadonlySet<string>): boolean {
  switch (condition.kind) {
    case 'default':
      return true;
    case 'choice':
      return selected.has(condition.id);
    case 'not':
      return !isMet(condition.operand, selected);
    case 'and':
      return condition.operands.every((operand) => isMet(operand, selected));
    case 'or':
      return condition.operands.some((operand) => isMet(operand, selected));
  }
}

/** The choice ids that a condition names. */
export function choicesIn(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'default':
      return [];
    case 'choice':
      return [condition.id];
    case 'not':
      return choicesIn(condition.operand);
    case 'and':
    case 'or':
      return condition.operands.flatMap(choicesIn);
  }
}

function tokensOf(text: string): Tokens {
  const tokens: string[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined)
      throw new ConditionError(`column ${at + 1} is neither a choice id nor an operator`);
    tokens.push(token);
    at = TOKEN.lastIndex;
  }
  let index = 0;
  return { peek: () => tokens[index], next: () => tokens[index++] };
}

function parseOr(tokens: Tokens, depth: number): Condition {
  return parseChain(tokens, '||', 'or', () =>
    parseChain(tokens, '&&', 'and', () => parseUnary(tokens, depth)),
  );
}

function parseChain(tokens: Tokens, operator: string, kind: 'and' | 'or', parse: () => Condition): Condition {
  const first = parse();
  const operands = [first];
  while (tokens.peek() === operator) {
    tokens.next();
    operands.push(parse());
  }
  return operands.length === 1 ? first : { kind, operands };
}

function parseUnary(tokens: Tokens, depth: number): Condition {
  if (depth > MAX_DEPTH) throw new ConditionError(`it nests deeper than ${MAX_DEPTH} levels`);
  const token = tokens.next();
  if (token === '!') return { kind: 'not', operand: parseUnary(tokens, depth + 1) };
  if (token === '(') {
    const inner = parseOr(tokens, depth + 1);
    if (tokens.next() !== ')') throw new ConditionError('a closing parenthesis is missing');
    return inner;
  }
  if (token === undefined || !/^\w+$/u.test(token)) {
    throw new ConditionError(
      `a choice id was expected${token === undefined ? ' at the end' : `, not "${token}"`}`,
    );
  }
  return { kind: 'choice', id: token };
}
