import { texts } from '../texts';

export type KnownRisk = keyof typeof texts.shared.risk;

/** A risk in AWS's words; one that is not known is shown as it is. Pure. */
export function riskName(risk: string): string {
  return isKnownRisk(risk) ? texts.shared.risk[risk] : risk;
}

export function isKnownRisk(risk: string): risk is KnownRisk {
  return Object.hasOwn(texts.shared.risk, risk);
}
