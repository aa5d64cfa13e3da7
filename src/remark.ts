import type { Remark as PlanRemark } from './plan/plan';

/** One line about one issue, for a person: a reason of the plan, or words of a step that gives no reasons yet. */
export type Remark = PlanRemark | WordedRemark;

export interface WordedRemark {
  readonly key?: string;
  readonly title: string;
  readonly code: string;
  readonly reason: string;
}
