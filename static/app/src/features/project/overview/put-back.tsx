import { useProjectKey } from '../../../bridge/use-page-context';
import { AskFirst } from '../../../components/ask-first';
import { Loaded } from '../../../components/loaded';
import { useAnswer } from '../../../data/use-answer';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';
import type { RecentChangesView } from '../../../../../../src/contract';
import { startRun } from '../../runs/start-run';
import { RecentChanges } from './recent-changes';

interface Props {
  readonly workloadArn: string;
  /** May start runs. */
  readonly administers: boolean;
  readonly onRun: (runId: string) => void;
}

const { card } = projectTexts;

/** What runs changed within the day, and a button that asks, and puts it back where nobody changed it since. */
export function PutBack({ workloadArn, administers, onRun }: Props) {
  const projectKey = useProjectKey();
  const recent = useAnswer('workload.recentChanges', { projectKey, workloadArn });
  const isNothing = recent.data?.kinds.every(({ isPutBack }) => !isPutBack) ?? false;
  return (
    <>
      <Loaded of={recent} label={card.loadingDone}>
        {({ kinds }) => <RecentChanges kinds={kinds} />}
      </Loaded>
      {administers && !isNothing ? (
        <PutBackButton {...{ workloadArn, projectKey, onRun }} kinds={recent.data?.kinds ?? []} />
      ) : null}
    </>
  );
}

interface ButtonProps extends Pick<Props, 'workloadArn' | 'onRun'> {
  readonly projectKey: string;
  /** Empty where the list could not be had. */
  readonly kinds: RecentChangesView['kinds'];
}

/** Works where the list could not be had, too. */
function PutBackButton({ workloadArn, projectKey, onRun, kinds }: ButtonProps) {
  const work = async () => {
    onRun(await startRun({ projectKey, workloadArn, mode: 'sync', options: { putBack: true } }));
  };
  return (
    <>
      <p>{card.putBackWhat}</p>
      <AskFirst verb={card.putBack} question={card.askPutBack} work={work}>
        <ul className="plain-list">
          {kinds
            .filter(({ isPutBack }) => isPutBack)
            .map(({ kind, what }) => (
              <li key={kind}>{card.goesBack({ what: sayReason(what) })}</li>
            ))}
        </ul>
        <p>{card.putBackStays}</p>
      </AskFirst>
    </>
  );
}
