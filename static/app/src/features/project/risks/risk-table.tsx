import type { LensOverview, RiskLevel, RiskNumbers } from '../../../../../../src/contract';
import { format, texts } from '../../../texts';
import { projectTexts } from '../../../texts/project';

const LEVELS = ['HIGH', 'MEDIUM', 'UNANSWERED', 'NONE', 'NOT_APPLICABLE'] as const satisfies RiskLevel[];

interface Props {
  readonly lens: LensOverview;
  /** Otherwise screen readers alone have it, and nothing in it takes the focus. */
  readonly isOpen: boolean;
}

const { risks } = projectTexts;

/** The chart's numbers, and the other levels of risk. */
export function RiskTable({ lens, isOpen }: Props) {
  const label = risks.tableOf({ lens: lens.name });
  return (
    <div {...(isOpen ? { className: 'risk-table', role: 'region', 'aria-label': label, tabIndex: 0 } : {})}>
      <table>
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{risks.pillar}</th>
            {LEVELS.map((level) => (
              <th scope="col" key={level}>
                {texts.shared.risk[level]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lens.pillars.map((pillar) => (
            <Row key={pillar.id} name={pillar.name} numbers={pillar.risks} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ name, numbers }: { readonly name: string; readonly numbers: RiskNumbers }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {LEVELS.map((level) => (
        <td key={level}>{format().number(numbers[level])}</td>
      ))}
    </tr>
  );
}
