import fc from 'fast-check';
import type { Clause, Operand, Predicate, Query, Term } from '../../../sandbox/jira/jql/ast';

const name = fc.string({ minLength: 1, unit: 'binary' });
const field = fc.oneof(
  fc.record({ name }),
  fc.record({
    name,
    properties: fc.array(fc.record({ key: fc.string(), path: fc.oneof(fc.constant(''), name) }), {
      minLength: 1,
      maxLength: 2,
    }),
  }),
);
const literal: fc.Arbitrary<Operand> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), value: fc.string({ unit: 'binary' }) }),
  fc.record({ kind: fc.constant('number' as const), value: fc.maxSafeInteger().map(String) }),
  fc.record({ kind: fc.constant('function' as const), name, args: fc.array(fc.string(), { maxLength: 2 }) }),
  fc.constant({ kind: 'empty' as const }),
);
const list: fc.Arbitrary<Operand> = fc.record({
  kind: fc.constant('list' as const),
  items: fc.array(literal, { minLength: 1, maxLength: 3 }),
});
const operand = fc.oneof(literal, list);
const ordinary: fc.Arbitrary<Term> = fc.record({
  kind: fc.constant('term' as const),
  field,
  operator: fc.constantFrom('=', '!=', '<', '<=', '>', '>=', '~', '!~', 'in', 'not in', 'is', 'is not'),
  operand,
});
const history: fc.Arbitrary<Term> = fc.record(
  {
    kind: fc.constant('term' as const),
    field,
    operator: fc.constantFrom('was', 'was not', 'was in', 'was not in'),
    operand,
    predicates: predicates('before', 'after', 'on', 'during', 'by'),
  },
  { requiredKeys: ['kind', 'field', 'operator', 'operand'] },
);
const changed: fc.Arbitrary<Term> = fc.record(
  {
    kind: fc.constant('term' as const),
    field,
    operator: fc.constant('changed' as const),
    operand: fc.constant({ kind: 'empty' as const }),
    predicates: predicates('before', 'after', 'on', 'during', 'by', 'from', 'to'),
  },
  { requiredKeys: ['kind', 'field', 'operator', 'operand'] },
);
const term = fc.oneof({ weight: 4, arbitrary: ordinary }, history, changed);

function predicates(...kinds: readonly Predicate['kind'][]): fc.Arbitrary<readonly Predicate[]> {
  return fc.array(fc.record({ kind: fc.constantFrom(...kinds), operand }), { minLength: 1, maxLength: 2 });
}

/** Clauses of any shape over the given terms. */
export function clauses(leaf: fc.Arbitrary<Clause>): fc.Arbitrary<Clause> {
  return fc.letrec<{ clause: Clause }>((tie) => ({
    clause: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        clauses: fc.array(tie('clause'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), clause: tie('clause') }),
    ),
  })).clause;
}

/** Every query that the grammar of the local site can read. */
export const query: fc.Arbitrary<Query> = fc.record(
  {
    where: clauses(term),
    orderBy: fc.array(
      fc.record(
        { field, direction: fc.constantFrom('asc' as const, 'desc' as const) },
        { requiredKeys: ['field'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['orderBy'] },
);
