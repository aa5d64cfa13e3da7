import Button from '@atlaskit/button/new';
import { useProjectKey } from '../../../bridge/use-page-context';
import { Failure } from '../../../components/failure';
import { Loaded } from '../../../components/loaded';
import { useAction } from '../../../data/use-action';
import { useAnswer } from '../../../data/use-answer';
import { projectTexts } from '../../../texts/project';
import { startRun } from '../../runs/start-run';
import { RecentChanges } from './recent-changes';

interface Props {
  readonly workloadArn: string;
  /** May start runs. */
  readonly administers: boolean;
  readonly onRun: (runId: string) => void;
}

const { card } = projectTexts;

/** What runs changed within the day, and one click that puts it back, where nobody changed it since. */
export function PutBack({ workloadArn, administers, onRun }: Props) {
  const projectKey = useProjectKey();
  const recent = useAnswer('workload.recentChanges', { projectKey, workloadArn });
  const isNothing = recent.data?.kinds.every(({ isPutBack }) => !isPutBack) ?? false;
  return (
    <>
      <Loaded of={recent} label={card.loadingDone}>
        {({ kinds }) => <RecentChanges kinds={kinds} />}
      </Loaded>
      {administers && !isNothing ? <PutBackButton {...{ workloadArn, projectKey, onRun }} /> : null}
    </>
  );
}

interface ButtonProps extends Pick<Props, 'workloadArn' | 'onRun'> {
  readonly projectKey: string;
}

/** Works where the list could not be had, too. */
function PutBackButton({ workloadArn, projectKey, onRun }: ButtonProps) {
  const back = useAction(async () => {
    onRun(await startRun({ projectKey, workloadArn, mode: 'sync', options: { putBack: true } }));
  });
  return (
    <>
      <p>{card.putBackWhat}</p>
      <Button isDisabled={back.isRunning} onClick={() => back.run()}>
        {card.putBack}
      </Button>
      {back.failure ? <Failure failure={back.failure} title={card.notPutBack} /> : null}
    </>
  );
}
