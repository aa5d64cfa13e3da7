import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import type { LinkedWorkloadView } from '../../../../../../src/contract';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import type { OpenPart } from '../addresses';
import { useNow } from '../../../components/use-now';
import { workloadArnParts } from '../workload-arn';

interface Props {
  readonly workload: LinkedWorkloadView;
  readonly onOpen: OpenPart;
}

const { card, ended } = projectTexts;

const APPEARANCES = {
  applied: 'success',
  previewed: 'neutral',
  'changed-since': 'warning',
  refused: 'warning',
  blocked: 'warning',
  failed: 'danger',
} as const;

/** The last sync, and what starts the next. */
export function SyncFacts({ workload, onOpen }: Props) {
  const { on, starts } = workload.automatic;
  return (
    <dl className="facts">
      <div>
        <dt>{card.lastSync}</dt>
        <dd className="row">
          <LastSync workload={workload} onOpen={onOpen} />
        </dd>
      </div>
      <div>
        <dt>{card.startsName}</dt>
        <dd>
          <Lozenge appearance={on ? 'success' : 'neutral'}>
            {starts === undefined ? card.startsUnknown : card.starts[starts]}
          </Lozenge>
        </dd>
      </div>
    </dl>
  );
}

function LastSync({ workload: { latestRun, workloadArn, name }, onOpen }: Props) {
  const now = useNow();
  if (!latestRun) return <span className="subtle">{card.never}</span>;
  const { at, kind, runId } = latestRun;
  const workloadId = workloadArnParts(workloadArn).id;
  return (
    <>
      <Lozenge appearance={APPEARANCES[kind]}>{ended[kind]}</Lozenge>
      <time dateTime={at} title={format().moment(at)}>
        {format().ago(at, now)}
      </time>
      <Button
        spacing="compact"
        appearance="subtle"
        aria-label={card.seeResultOf({ name })}
        onClick={() => onOpen({ name: 'sync', workloadId, runId })}
      >
        {card.seeResult}
      </Button>
    </>
  );
}
