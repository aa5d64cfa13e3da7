import Button from '@atlaskit/button/new';
import { useProjectKey } from '../../../bridge/use-page-context';
import { Failure } from '../../../components/failure';
import { useAction } from '../../../data/use-action';
import { projectTexts } from '../../../texts/project';
import { startRun } from '../../runs/start-run';

interface Props {
  readonly workloadArn: string;
  readonly onRun: (runId: string) => void;
}

const { card } = projectTexts;

/** One click puts back what runs changed within the day, where nobody changed it since. */
export function PutBack({ workloadArn, onRun }: Props) {
  const projectKey = useProjectKey();
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
