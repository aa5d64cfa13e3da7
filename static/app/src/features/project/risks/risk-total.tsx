import type { RiskNumbers } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';

const { risks: words } = projectTexts;

/** High and medium risks in words, and how many questions may still turn out to be some. */
export function RiskTotal({ risks: { HIGH, MEDIUM, UNANSWERED } }: { readonly risks: RiskNumbers }) {
  return (
    <p>
      {HIGH + MEDIUM === 0 ? words.none : words.total({ high: HIGH, medium: MEDIUM })}{' '}
      {UNANSWERED === 0 ? null : <span className="subtle">{words.unanswered({ count: UNANSWERED })}</span>}
    </p>
  );
}
