import { bulletList, paragraph, strong, text } from '../jira/adf/builder';
import type { LensReview, Pillar, RiskCounts } from '../wellarchitected/model';
import type { IssueWords } from './issue-words';

type Counted = Pick<LensReview, 'name' | 'version' | 'riskCounts'> & {
  readonly pillars: readonly Pick<Pillar, 'name' | 'riskCounts'>[];
};

/** Risk counts for the Epic's description: a line for each lens, and under it a line for each pillar. */
export function riskTable(lenses: readonly Counted[], words: IssueWords) {
  return lenses.flatMap(({ name, version, riskCounts, pillars }) => [
    paragraph(strong(name), text(` (${words.version} ${version}): ${countWords(riskCounts, words)}`)),
    bulletList(...pillars.map((pillar) => [text(`${pillar.name}: ${countWords(pillar.riskCounts, words)}`)])),
  ]);
}

function countWords(counts: RiskCounts, words: IssueWords): string {
  const parts: readonly (readonly [count: number, name: string])[] = [
    [counts.HIGH, words.high],
    [counts.MEDIUM, words.medium],
    [counts.NONE, words.none],
    [counts.UNANSWERED, words.countUnanswered],
    [counts.NOT_APPLICABLE, words.notApplicable],
  ];
  const told = parts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return told.join(', ') || words.noQuestion;
}
