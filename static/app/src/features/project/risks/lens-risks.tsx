import { lazy, Suspense, useId, useState } from 'react';
import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import type { LensOverview } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';
import './risks.css';
import { barRows } from './bar-rows';
import { RiskTable } from './risk-table';
import { RiskTotal } from './risk-total';

const RiskChart = lazy(async () => ({ default: (await import('./risk-chart')).RiskChart }));

interface Props {
  readonly lens: LensOverview;
  /** The longest bar of the charts beside it, so that all have one scale. */
  readonly most: number;
}

const { lens: words, risks } = projectTexts;

/** One lens: its state, its risks in words, as a chart, and as a table. */
export function LensRisks({ lens, most }: Props) {
  const { name, version, status } = lens;
  const { HIGH, MEDIUM } = lens.risks;
  const meaning = words.meaning[status];
  return (
    <div className="stack-tight lens-risks">
      <div className="row">
        <Heading as="h5" size="xxsmall">
          {name}
        </Heading>
        {version === '' ? null : <span className="subtle small">{words.version({ version })}</span>}
        {status === 'CURRENT' ? null : (
          <Lozenge appearance={status === 'NOT_CURRENT' ? 'information' : 'warning'} maxWidth="100%">
            {words.status[status]}
          </Lozenge>
        )}
      </div>
      {meaning === '' ? null : <p className="subtle small">{meaning}</p>}
      <RiskTotal risks={lens.risks} />
      <ChartAndTable lens={lens} most={most} hasChart={HIGH + MEDIUM > 0} />
    </div>
  );
}

function ChartAndTable({ lens, most, hasChart }: Props & { readonly hasChart: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      {hasChart ? (
        <Suspense fallback={<div className="risk-chart-room" />}>
          <RiskChart name={lens.name} rows={barRows(lens)} most={most} />
        </Suspense>
      ) : null}
      <div className="flush">
        <Button
          spacing="compact"
          appearance="subtle"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? risks.hideTable : risks.showTable}
        </Button>
      </div>
      <div id={id} className={isOpen ? undefined : 'visually-hidden'}>
        <RiskTable lens={lens} isOpen={isOpen} />
      </div>
    </>
  );
}
