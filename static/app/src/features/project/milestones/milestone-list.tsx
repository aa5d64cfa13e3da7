import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import SectionMessage from '@atlaskit/section-message';
import type { LinkedWorkloadView, MilestonesView, MilestoneView } from '../../../../../../src/contract';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswer } from '../../../data/use-answer';
import { Loaded } from '../../../components/loaded';
import { Time } from '../../../components/time';
import { WideRow, WideTable } from '../../../components/wide-table';
import { projectTexts } from '../../../texts/project';
import { RiskBar } from './risk-bar';
import { SaveMilestone } from './save-milestone';
import { afterToggle, type Chosen, pairOf } from './two-states';

const { milestones: words } = projectTexts;

/** So many are left when the page begins to warn. */
const NEARLY_FULL = 10;

interface Props {
  readonly workload: LinkedWorkloadView;
  /** Two states, the earlier one first; `now` is the later one of any pair. */
  readonly onCompare: (before: number, after: number | 'now') => void;
}

export function MilestoneList({ workload: { workloadArn }, onCompare }: Props) {
  const asked = useAnswer('milestone.list', { projectKey: useProjectKey(), workloadArn });
  return (
    <Loaded of={asked} label={words.loading}>
      {(view) => (
        <>
          <Room {...view} />
          {view.maySave && view.milestones.length < view.most ? (
            <SaveMilestone workloadArn={workloadArn} taken={view.milestones.map(({ name }) => name)} />
          ) : null}
          {view.milestones.length === 0 ? (
            <p>{view.maySave ? words.none : words.noneForViewers}</p>
          ) : (
            <Milestones milestones={view.milestones} onCompare={onCompare} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** How many AWS keeps, said before there are no more. */
function Room({ milestones, most }: MilestonesView) {
  const count = milestones.length;
  if (count < most - NEARLY_FULL) return null;
  return (
    <SectionMessage appearance="warning" title={words.used({ count, most })} headingLevel="h3">
      <p>{words.fullHint}</p>
    </SectionMessage>
  );
}

interface MilestonesProps extends Pick<Props, 'onCompare'> {
  readonly milestones: readonly MilestoneView[];
}

function Milestones({ milestones, onCompare }: MilestonesProps) {
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const newest = [...milestones].reverse();
  const most = Math.max(...milestones.map(({ riskCounts: { HIGH, MEDIUM } }) => HIGH + MEDIUM), 1);
  const pair = pairOf(chosen);
  const box = (state: Chosen, label: string) => (
    <Checkbox
      key="box"
      label={label}
      isChecked={chosen.includes(state)}
      onChange={() => setChosen(afterToggle(chosen, state))}
    />
  );
  const { columns } = words;
  return (
    <>
      <div className="row">
        <Button
          appearance="primary"
          isDisabled={pair === undefined}
          onClick={() => {
            if (pair) onCompare(pair.before, pair.after);
          }}
        >
          {words.compare}
        </Button>
        {pair === undefined ? <span className="subtle">{words.chooseTwo}</span> : null}
      </div>
      <WideTable label={words.title} columns={[columns.name, columns.saved, columns.risks]}>
        <WideRow cells={[box('now', words.now), words.nowHint, '']} />
        {newest.map(({ number, name, recordedAt, riskCounts }) => (
          <WideRow
            key={number}
            cells={[
              box(number, name),
              <Time key="at" at={recordedAt} />,
              <RiskBar key="risks" risks={riskCounts} most={most} />,
            ]}
          />
        ))}
      </WideTable>
    </>
  );
}
