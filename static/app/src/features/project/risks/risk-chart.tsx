import { useId } from 'react';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { useWidth } from '../../../components/use-width';
import { BAR_HEIGHT, barGeometry, type Bar, type BarRow } from './bar-geometry';

interface Props {
  readonly name: string;
  readonly rows: readonly BarRow[];
  readonly most: number;
}

const { risks } = projectTexts;

/** High and medium risks by pillar, stacked; the numbers stand in the bars, so that no colour has to be told. */
export function RiskChart({ name, rows, most }: Props) {
  const [ref, width] = useWidth();
  const id = useId();
  const { bars, barX, height } = barGeometry(rows, width, most);
  const lines = rows.map((row) =>
    risks.describeRow({ pillar: row.name, high: row.high, medium: row.medium }),
  );
  return (
    <div className="stack-tight" ref={ref}>
      <Legend />
      <svg
        className="risk-chart"
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-desc`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <title id={`${id}-title`}>{risks.chart({ lens: name })}</title>
        <desc id={`${id}-desc`}>{lines.join('; ')}</desc>
        {bars.map((bar) => (
          <BarOf key={bar.y} bar={bar} barX={barX} />
        ))}
      </svg>
    </div>
  );
}

function Legend() {
  return (
    <div className="row small risk-legend" aria-hidden="true">
      <span className="risk-key risk-key-high" />
      {risks.high}
      <span className="risk-key risk-key-medium" />
      {risks.medium}
    </div>
  );
}

function BarOf({ bar, barX }: { readonly bar: Bar; readonly barX: number }) {
  return (
    <g>
      <text className="risk-label" x={bar.label.x} y={bar.label.y} dominantBaseline="central">
        {bar.name}
      </text>
      {bar.segments.length === 0 ? (
        <text className="risk-nothing" x={barX} y={bar.middle} dominantBaseline="central">
          {bar.unanswered === 0 ? risks.noRisk : risks.noRiskYet({ count: bar.unanswered })}
        </text>
      ) : null}
      {bar.segments.map(({ level, count, x, width }) => (
        <g key={level}>
          <rect
            className={level === 'HIGH' ? 'risk-high' : 'risk-medium'}
            x={x + 0.5}
            y={bar.y + 0.5}
            width={Math.max(0, width - 2)}
            height={BAR_HEIGHT - 1}
            rx={3}
          />
          <text
            className={level === 'HIGH' ? 'risk-high-number' : 'risk-medium-number'}
            x={x + width / 2 - 0.5}
            y={bar.middle}
            textAnchor="middle"
            dominantBaseline="central"
          >
            {format().number(count)}
          </text>
        </g>
      ))}
    </g>
  );
}
