import type { Risk } from '../wellarchitected/model';
import type { issue } from '../../words/en/issue';

/** What the app says in descriptions, around AWS's own words. */
export type IssueWords = Readonly<Record<keyof typeof issue, string>>;

export function riskWords(risk: Risk, words: IssueWords): string {
  switch (risk) {
    case 'HIGH':
      return words.high;
    case 'MEDIUM':
      return words.medium;
    case 'NONE':
      return words.none;
    case 'UNANSWERED':
      return words.unanswered;
    case 'NOT_APPLICABLE':
      return words.notApplicable;
  }
}
