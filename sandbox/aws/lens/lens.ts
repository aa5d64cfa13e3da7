/** A lens as the stand-in keeps it, whichever file form it came from. */

/** Level of risk that AWS's framework pages state for leaving a best practice out. */
export type DocRisk = 'HIGH' | 'MEDIUM' | 'LOW';

/** A text with an optional address: helpful resource or improvement plan of a custom lens. */
export interface Content {
  readonly text?: string;
  readonly url?: string;
}

export interface AdditionalResource {
  readonly type: 'HELPFUL_RESOURCE' | 'IMPROVEMENT_PLAN';
  readonly content: readonly Content[];
}

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly helpfulResource?: Content;
  readonly improvementPlan?: Content;
  readonly additionalResources?: readonly AdditionalResource[];
  /** Framework lenses only. */
  readonly docRisk?: DocRisk;
}

/** One risk rule of a custom lens: a condition over choice ids, or `default`. */
export interface RiskRule {
  readonly condition: string;
  readonly risk: 'NO_RISK' | 'MEDIUM_RISK' | 'HIGH_RISK';
}

export interface Question {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly helpfulResource?: Content;
  /** The guidance page of a framework question. */
  readonly url?: string;
  /** In the file's order; the "None of these" choice is one of them. */
  readonly choices: readonly Choice[];
  /** Id of the "None of these" choice; a lens may have none. */
  readonly none?: string;
  /** Absent in a framework lens, whose rules AWS does not publish. */
  readonly riskRules?: readonly RiskRule[];
}

export interface Pillar {
  readonly id: string;
  readonly name: string;
  readonly questions: readonly Question[];
}

export interface Lens {
  readonly form: 'framework' | 'custom';
  readonly name: string;
  readonly description?: string;
  readonly version: string;
  /** AWS's short name of an official lens; a custom lens is called by its ARN. */
  readonly officialAlias?: string;
  readonly pillars: readonly Pillar[];
}

/** The best practices of a question: its choices without "None of these". */
export function practicesOf(question: Question): readonly Choice[] {
  return question.choices.filter((choice) => choice.id !== question.none);
}
