import Lozenge from '@atlaskit/lozenge';
import { isKnownRisk, riskName, type KnownRisk } from './risk-name';

const APPEARANCES = {
  HIGH: 'danger',
  MEDIUM: 'warning',
  NONE: 'success',
  UNANSWERED: 'neutral',
  NOT_APPLICABLE: 'neutral',
} as const satisfies Record<KnownRisk, string>;

export function RiskLozenge({ risk }: { readonly risk: string }) {
  if (!isKnownRisk(risk)) return <Lozenge>{risk}</Lozenge>;
  return <Lozenge appearance={APPEARANCES[risk]}>{riskName(risk)}</Lozenge>;
}
