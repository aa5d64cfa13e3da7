import Heading from '@atlaskit/heading';
import type { ReviewOverview } from '../../../../../../src/contract';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswer } from '../../../data/use-answer';
import { Failure } from '../../../components/failure';
import { OutLink } from '../../../components/out-link';
import { Waiting } from '../../../components/waiting';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import { LensRisks } from '../risks/lens-risks';
import { mostOf } from '../risks/bar-geometry';
import { barRows } from '../risks/bar-rows';
import { useNow } from '../../../components/use-now';

interface Props {
  readonly workloadArn: string;
  readonly name: string;
}

const { card } = projectTexts;

/** Risks by lens and pillar. That AWS cannot be asked leaves the rest of the card as it is. */
export function CardRisks({ workloadArn, name }: Props) {
  const projectKey = useProjectKey();
  const review = useAnswer('workload.review', { projectKey, workloadArn });
  return (
    <div className="stack">
      <Heading as="h4" size="xsmall">
        {card.risks}
      </Heading>
      {review.isPending ? <Waiting label={card.loadingRisks({ name })} /> : null}
      {review.isError ? (
        <Failure failure={review.error} title={card.risksFailed} onRetry={() => void review.refetch()} />
      ) : null}
      {review.isSuccess ? <Lenses review={review.data} /> : null}
    </div>
  );
}

function Lenses({ review: { lenses, readAt, consoleUrl } }: { readonly review: ReviewOverview }) {
  const now = useNow();
  const most = Math.max(0, ...lenses.map((lens) => mostOf(barRows(lens))));
  return (
    <>
      {lenses.length === 0 ? <p>{card.noLens}</p> : null}
      {lenses.map((lens) => (
        <LensRisks key={lens.identity} lens={lens} most={most} />
      ))}
      <p className="row subtle small">
        <span>{card.asOf({ ago: format().ago(readAt, now) })}</span>
        <OutLink href={consoleUrl}>{card.console}</OutLink>
      </p>
    </>
  );
}
