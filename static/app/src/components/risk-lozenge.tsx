import Lozenge from '@atlaskit/lozenge';
import { texts } from '../texts';

const APPEARANCES = {
  HIGH: 'danger',
  MEDIUM: 'warning',
  NONE: 'success',
  UNANSWERED: 'neutral',
  NOT_APPLICABLE: 'neutral',
} as const;

/** A risk in AWS's words; one that is not known is shown as it is. */
export function RiskLozenge({ risk }: { readonly risk: string }) {
  if (!isKnown(risk)) return <Lozenge>{risk}</Lozenge>;
  return <Lozenge appearance={APPEARANCES[risk]}>{texts.shared.risk[risk]}</Lozenge>;
}

function isKnown(risk: string): risk is keyof typeof APPEARANCES {
  return risk in APPEARANCES;
}
