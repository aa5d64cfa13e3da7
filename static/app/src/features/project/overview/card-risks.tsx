import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import type { ReviewOverview, StoredRisks } from '../../../../../../src/contract';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswerOnDemand } from '../../../data/use-answer';
import { Failure } from '../../../components/failure';
import { OutLink } from '../../../components/out-link';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { LensRisks } from '../risks/lens-risks';
import { mostOf } from '../risks/bar-geometry';
import { barRows } from '../risks/bar-rows';
import { RiskTotal } from '../risks/risk-total';
import { useNow } from '../../../components/use-now';
import { newestRisks } from './newest-risks';

interface Props {
  readonly workloadArn: string;
  readonly name: string;
  /** As the app has stored them. */
  readonly stored: StoredRisks;
}

const { card } = projectTexts;

/** Risks as they are stored, with their age, and as AWS has them once somebody asks. That AWS cannot be asked leaves the rest as it is. */
export function CardRisks({ workloadArn, name, stored }: Props) {
  const projectKey = useProjectKey();
  const asked = useAnswerOnDemand('workload.review', { projectKey, workloadArn });
  const { total, review } = newestRisks(stored, asked.data);
  return (
    <div className="stack">
      <div className="row row-apart">
        <Heading as="h4" size="xsmall">
          {card.risks}
        </Heading>
        <Button
          spacing="compact"
          aria-label={card.askNowOf({ name })}
          isLoading={asked.isFetching}
          onClick={() => void asked.refetch()}
        >
          {card.askNow}
        </Button>
      </div>
      {asked.isError ? <Failure failure={asked.error} title={card.risksFailed} headingLevel="h4" /> : null}
      {total ? <Total total={total} /> : null}
      {review ? <Lenses review={review} isPart={total !== undefined} /> : null}
      {total || review ? null : <p>{card.risksUnknown}</p>}
    </div>
  );
}

function Total({ total: { risks, at } }: { readonly total: NonNullable<StoredRisks['total']> }) {
  const now = useNow();
  return (
    <div className="stack-tight">
      <RiskTotal risks={risks} />
      <p className="subtle small">{card.totalAsOf({ ago: format().ago(at, now) })}</p>
    </div>
  );
}

interface LensesProps {
  readonly review: ReviewOverview;
  /** A newer total stands above. */
  readonly isPart: boolean;
}

function Lenses({ review: { lenses, readAt, consoleUrl }, isPart }: LensesProps) {
  const now = useNow();
  const most = Math.max(0, ...lenses.map((lens) => mostOf(barRows(lens))));
  const ago = format().ago(readAt, now);
  return (
    <>
      {isPart ? <p className="subtle small">{card.pillarsAsOf({ ago })}</p> : null}
      {lenses.length === 0 ? <p>{card.noLens}</p> : null}
      {lenses.map((lens) => (
        <LensRisks key={lens.identity} lens={lens} most={most} />
      ))}
      <p className="row subtle small">
        {isPart ? null : <span>{card.asOf({ ago })}</span>}
        <OutLink href={consoleUrl}>{card.console}</OutLink>
      </p>
    </>
  );
}
