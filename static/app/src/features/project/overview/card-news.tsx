import Button from '@atlaskit/button/new';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import Spinner from '@atlaskit/spinner';
import type { LinkedWorkloadView } from '../../../../../../src/contract';
import { format } from '../../../texts';
import { projectTexts } from '../../../texts/project';
import type { OpenPart } from '../addresses';
import { useNow } from '../../../components/use-now';
import { workloadArnParts } from '../workload-arn';
import { PutBack } from './put-back';
import { sayReason, sayReasons } from '../../../texts/reasons';

interface Props {
  readonly workload: LinkedWorkloadView;
  /** May start runs. */
  readonly administers: boolean;
  readonly onOpen: OpenPart;
}

const { card, linkFix } = projectTexts;

/** What a person should know of a workload before anything else: a broken link, a run, a question to them. */
export function CardNews({ workload, administers, onOpen }: Props) {
  const { state, automatic, activeRun, workloadArn } = workload;
  const workloadId = workloadArnParts(workloadArn).id;
  return (
    <>
      {state.code === 'active' ? null : (
        <SectionMessage appearance="warning" title={card.notSyncing} headingLevel="h4">
          <p>{sayReason(state.reason)}</p>
          <p>{linkFix[state.code]}</p>
        </SectionMessage>
      )}
      {activeRun ? (
        <div className="row active-run">
          <Spinner size="small" />
          <span>{card.running[activeRun.mode]}</span>
          <Button onClick={() => onOpen({ name: 'sync', workloadId, runId: activeRun.runId })}>
            {card.openRun[activeRun.mode]}
          </Button>
        </div>
      ) : null}
      {automatic.attention ? (
        <Attention attention={automatic.attention} {...{ workloadId, workloadArn, administers, onOpen }} />
      ) : null}
    </>
  );
}

interface AttentionProps {
  readonly attention: NonNullable<LinkedWorkloadView['automatic']['attention']>;
  readonly workloadId: string;
  readonly workloadArn: string;
  readonly administers: boolean;
  readonly onOpen: OpenPart;
}

function Attention({ attention, workloadId, workloadArn, administers, onOpen }: AttentionProps) {
  const { why, reasons, at, runId } = attention;
  const now = useNow();
  const action =
    runId === undefined ? undefined : (
      <SectionMessageAction onClick={() => onOpen({ name: 'sync', workloadId, runId })}>
        {card.seeRun}
      </SectionMessageAction>
    );
  return (
    <SectionMessage
      appearance="warning"
      title={card.waits}
      headingLevel="h4"
      {...(action ? { actions: action } : {})}
    >
      <p>{sayReasons(reasons)}</p>
      <p className="subtle">{card.since({ ago: format().ago(at, now) })}</p>
      {why === 'refused' ? (
        <PutBack
          workloadArn={workloadArn}
          administers={administers}
          onRun={(id) => onOpen({ name: 'sync', workloadId, runId: id })}
        />
      ) : null}
    </SectionMessage>
  );
}
