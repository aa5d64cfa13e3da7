/** Every operation of the Well-Architected Tool that the stand-in knows. */
import type { Operation } from '../operation';
import { associateLenses } from './associate-lenses';
import { createMilestone } from './create-milestone';
import { createWorkload } from './create-workload';
import { deleteWorkload } from './delete-workload';
import { disassociateLenses } from './disassociate-lenses';
import { getAnswer } from './get-answer';
import { getGlobalSettings } from './get-global-settings';
import { getLensReview } from './get-lens-review';
import { getMilestone } from './get-milestone';
import { getWorkload } from './get-workload';
import { listAnswers } from './list-answers';
import { listLensReviewImprovements } from './list-lens-review-improvements';
import { listLensReviews } from './list-lens-reviews';
import { listLenses } from './list-lenses';
import { listMilestones } from './list-milestones';
import { listWorkloads } from './list-workloads';
import { updateAnswer } from './update-answer';
import { updateWorkload } from './update-workload';

export const OPERATIONS: readonly Operation[] = [
  associateLenses,
  createMilestone,
  createWorkload,
  deleteWorkload,
  disassociateLenses,
  getAnswer,
  getGlobalSettings,
  getLensReview,
  getMilestone,
  getWorkload,
  listAnswers,
  listLensReviewImprovements,
  listLensReviews,
  listLenses,
  listMilestones,
  listWorkloads,
  updateAnswer,
  updateWorkload,
];
