/** The risk of an answered question, from what is selected. */
import { type Lens, practicesOf, type Question, type RiskRule } from './lens';
import { type Condition, isMet, parseCondition } from './risk-condition';

export type AnsweredRisk = 'HIGH' | 'MEDIUM' | 'NONE';

const RISKS = { NO_RISK: 'NONE', MEDIUM_RISK: 'MEDIUM', HIGH_RISK: 'HIGH' } as const;

/**
 * A custom lens: its first rule that holds (AWS user guide, "Risk Rules section"). No rule holds: NONE,
 * unverified (A6), since AWS documents a `default` rule as required and real files lack it.
 *
 * A framework lens, by a rule of the stand-in's own, since AWS publishes none: every practice selected is
 * NONE; otherwise HIGH if a missing practice's documented level of risk is HIGH, else MEDIUM. A practice that
 * is not applicable is not missing.
 */
export function answeredRisk(
  lens: Lens,
  question: Question,
  selected: ReadonlySet<string>,
  notApplicable: ReadonlySet<string>,
): AnsweredRisk {
  if (lens.form === 'custom') return riskByRules(question.riskRules ?? [], selected);
  const missing = practicesOf(question).filter(({ id }) => !selected.has(id) && !notApplicable.has(id));
  if (missing.length === 0) return 'NONE';
  return missing.some((practice) => practice.docRisk === 'HIGH') ? 'HIGH' : 'MEDIUM';
}

function riskByRules(rules: readonly RiskRule[], selected: ReadonlySet<string>): AnsweredRisk {
  const rule = rules.find(({ condition }) => isMet(parsed(condition), selected));
  return rule === undefined ? 'NONE' : RISKS[rule.risk];
}

const conditions = new Map<string, Condition>();

/** Conditions are parsed once; the same text is always the same tree. */
function parsed(text: string): Condition {
  const known = conditions.get(text);
  if (known !== undefined) return known;
  const condition = parseCondition(text);
  conditions.set(text, condition);
  return condition;
}
