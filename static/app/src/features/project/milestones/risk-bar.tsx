import type { RiskCountsView } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';

interface Props {
  readonly risks: RiskCountsView;
  /** The longest bar of the table, so that all have one scale. */
  readonly most: number;
}

/** High and medium risks as a bar, with the numbers beside it. */
export function RiskBar({ risks: { HIGH, MEDIUM }, most }: Props) {
  const width = (count: number) => ({ inlineSize: `${(count / most) * 100}%` });
  return (
    <div className="milestone-risks">
      <span className="milestone-bar" aria-hidden="true">
        <span className="milestone-bar-high" style={width(HIGH)} />
        <span className="milestone-bar-medium" style={width(MEDIUM)} />
      </span>
      <span>{projectTexts.risks.total({ high: HIGH, medium: MEDIUM })}</span>
    </div>
  );
}
