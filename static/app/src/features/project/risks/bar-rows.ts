import type { LensOverview } from '../../../../../../src/contract';
import type { BarRow } from './bar-geometry';

/** The chart's rows: a lens's pillars in their own order. Pure. */
export function barRows({ pillars }: LensOverview): readonly BarRow[] {
  return pillars.map(({ name, risks }) => {
    const { HIGH: high, MEDIUM: medium, UNANSWERED: unanswered } = risks;
    return { name, high, medium, unanswered };
  });
}
