import { bulletList, paragraph, strong, text } from '../jira/adf/builder';
import type { LensReview, RiskCounts } from '../wellarchitected/model';

/** Risk counts for the Epic's description: a line for each lens, and under it a line for each pillar. */
export function riskTable(lenses: readonly LensReview[]) {
  return lenses.flatMap((lens) => [
    paragraph(strong(lens.name), text(` (version ${lens.version}): ${countWords(lens.riskCounts)}`)),
    bulletList(...lens.pillars.map((pillar) => [text(`${pillar.name}: ${countWords(pillar.riskCounts)}`)])),
  ]);
}

function countWords(counts: RiskCounts): string {
  const parts = [
    `${counts.HIGH} high`,
    `${counts.MEDIUM} medium`,
    `${counts.NONE} none`,
    `${counts.UNANSWERED} unanswered`,
    `${counts.NOT_APPLICABLE} not applicable`,
  ];
  return parts.filter((part) => !part.startsWith('0 ')).join(', ') || 'no question';
}
