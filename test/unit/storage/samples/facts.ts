import { type Subject } from '../../../../src/automatic/pending-change-record';
import { lensIdentity, WORKLOAD_ARN } from '../../../builders/review';

export const AT = '2026-03-01T10:00:00.000Z';
export const NOW = Date.parse(AT);
export const clock = { now: () => NOW };
/** As long as asked for, and the same each time. */
export const random = (bytes: number) => new Uint8Array(bytes).fill(7);
export const PERSON = '557058:00000000-0000-4000-8000-0000000000a3';
export const LENS = lensIdentity('wellarchitected');
export const QUESTION = { workloadArn: WORKLOAD_ARN, lens: LENS, question: 'securely-operate' };
export const SUBJECT: Subject = { direction: 'jira', ...QUESTION };
export const SELECTION = {
  lensAliases: ['wellarchitected'],
  selectedPillars: [{ PillarId: 'security', SelectedQuestionIds: ['securely-operate'] }],
  questionIds: ['securely-operate'],
};
