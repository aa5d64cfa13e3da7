import {
  JqlChangedClauseContext,
  JqlNonNumberFieldContext,
  JqlNumberFieldContext,
  JQLParser,
  JqlWasClauseContext,
  JqlWasInClauseContext,
  type JqlAndClauseContext,
  type JqlChangedPredicateContext,
  type JqlFieldContext,
  type JqlFunctionContext,
  type JqlListContext,
  type JqlNotClauseContext,
  type JqlOrClauseContext,
  type JqlQueryContext,
  type JqlTerminalClauseContext,
  type JqlTerminalClauseRhsContext,
  type JqlWasPredicateContext,
} from '@atlaskit/jql-parser/JQLParser';
import { JQLLexer } from '@atlaskit/jql-parser/JQLLexer';
import { CharStreams, CommonTokenStream, ParserRuleContext } from 'antlr4ts';
import type {
  Clause,
  FieldRef,
  Operand,
  Operator,
  Predicate,
  Query,
  Sort,
} from '../../../../sandbox/jira/jql/ast';

/** What Atlassian's own parser makes of a query, in the shape of the local site's tree. */
export type Reading = { readonly ok: true; readonly query: Query } | { readonly ok: false };

/**
 * Reads a query by the grammar that Jira's own search box uses. It recovers from errors; one is enough here for a
 * refusal.
 */
export function readOfficially(text: string): Reading {
  let errors = 0;
  const count = { syntaxError: () => void (errors += 1) };
  const lexer = new JQLLexer(CharStreams.fromString(text));
  lexer.removeErrorListeners();
  lexer.addErrorListener(count);
  const parser = new JQLParser(new CommonTokenStream(lexer));
  parser.removeErrorListeners();
  parser.addErrorListener(count);
  const tree = parser.jqlQuery();
  return errors > 0 ? { ok: false } : { ok: true, query: queryOf(tree) };
}

function queryOf(tree: JqlQueryContext): Query {
  const where = tree.jqlWhere();
  const orderBy = tree.jqlOrderBy()?.jqlSearchSort() ?? [];
  const sorts = orderBy.map((sort): Sort => {
    const direction = sort.ASC() ? 'asc' : sort.DESC() ? 'desc' : undefined;
    return { field: fieldOf(sort.jqlField()), ...(direction && { direction }) };
  });
  return { ...(where && { where: orOf(where.jqlOrClause()) }), orderBy: sorts };
}

function orOf(tree: JqlOrClauseContext): Clause {
  return joined('or', tree.jqlAndClause().map(andOf));
}

function andOf(tree: JqlAndClauseContext): Clause {
  return joined('and', tree.jqlNotClause().map(notOf));
}

function joined(kind: 'and' | 'or', clauses: readonly Clause[]): Clause {
  const [only, ...more] = clauses;
  return only && more.length === 0 ? only : { kind, clauses };
}

function notOf(tree: JqlNotClauseContext): Clause {
  const negated = tree.jqlNotClause();
  if (negated) return { kind: 'not', clause: notOf(negated) };
  const group = tree.jqlSubClause();
  if (group) return orOf(group.jqlOrClause());
  return termOf(present(tree.jqlTerminalClause()));
}

function termOf(tree: JqlTerminalClauseContext): Clause {
  const right = tree.jqlTerminalClauseRhs();
  const predicates = predicatesOf(right);
  return {
    kind: 'term',
    field: fieldOf(tree.jqlField()),
    operator: operatorOf(right),
    operand: right instanceof JqlChangedClauseContext ? { kind: 'empty' } : operandOf(right as Operands),
    ...(predicates.length > 0 && { predicates }),
  };
}

function operatorOf(right: JqlTerminalClauseRhsContext): Operator {
  return firstOf(right) as Operator;
}

/** The words of the first child, which is the operator of whatever has one. */
function firstOf(tree: ParserRuleContext): string {
  const first = tree.getChild(0);
  if (!(first instanceof ParserRuleContext)) throw new Error(`no operator: ${first.text}`);
  const words = Array.from({ length: first.childCount }, (_, index) => first.getChild(index).text);
  return words.join(' ').toLowerCase();
}

function predicatesOf(right: JqlTerminalClauseRhsContext): readonly Predicate[] {
  if (right instanceof JqlWasClauseContext || right instanceof JqlWasInClauseContext) {
    return right.jqlWasPredicate().map(predicateOf);
  }
  return right instanceof JqlChangedClauseContext ? right.jqlChangedPredicate().map(predicateOf) : [];
}

function predicateOf(tree: JqlWasPredicateContext | JqlChangedPredicateContext): Predicate {
  const kind = firstOf(tree) as Predicate['kind'];
  return { kind, operand: operandOf(tree.jqlPredicateOperand().jqlOperand()) };
}

/** What follows the operator: whichever of these the grammar allows there. */
interface Operands {
  jqlEmpty?: () => unknown;
  jqlValue?: () => { readonly text: string; jqlNumber: () => unknown } | undefined;
  jqlFunction?: () => JqlFunctionContext | undefined;
  jqlList?: () => JqlListContext | undefined;
}

function operandOf(tree: Operands): Operand {
  if (tree.jqlEmpty?.()) return { kind: 'empty' };
  const list = tree.jqlList?.();
  if (list) return { kind: 'list', items: list.jqlOperand().map(operandOf) };
  const called = tree.jqlFunction?.();
  if (called) {
    const args = called.jqlArgumentList()?.jqlArgument() ?? [];
    return { kind: 'function', name: said(called.jqlFunctionName()), args: args.map(said) };
  }
  const value = present(tree.jqlValue?.());
  return { kind: value.jqlNumber() ? 'number' : 'text', value: said(value) };
}

function fieldOf(field: JqlFieldContext): FieldRef {
  if (field instanceof JqlNumberFieldContext) return { name: said(field.jqlNumber()) };
  if (!(field instanceof JqlNonNumberFieldContext)) throw new Error(`no field: ${field.text}`);
  const custom = field.jqlCustomField();
  const name = custom ? `cf[${custom.POSNUMBER().text}]` : said(present(field.jqlString()));
  const properties = field.jqlFieldProperty().map((property) => ({
    key: said(present(property.jqlArgument())),
    path: property.jqlPropertyArgument().map(said).join(''),
  }));
  return properties.length > 0 ? { name, properties } : { name };
}

const ESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/** Without quotation marks and escapes. */
function said({ text }: { readonly text: string }): string {
  const inner = /^(["'])([^]*)\1$/.exec(text)?.[2] ?? text;
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|([^]))/g, (_, code: string | undefined, letter: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : (ESCAPES[letter] ?? letter),
  );
}

function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the tree of a query without errors is complete');
  return value;
}
