import { useState } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import { Failure } from '../../../components/failure';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';
import { DeletedChoice } from '../result/deleted-choice';
import type { Decisions } from '../result/use-decisions';
import type { EndedRun } from '../run-screen-props';
import { withDecisions } from '../result/with-decisions';
import { optionsOf } from '../../runs/run-options';
import { adoptedIn, isUndecided, removedIn } from './adoption';
import { AdoptionChoice } from './adoption-choice';
import { isRefused } from './plan-news';
import { usePlanRuns } from './use-plan-runs';

interface Props extends EndedRun {
  /** How many changes the plan makes. */
  readonly changes: number;
  readonly decisions: Decisions;
}

const { plan: words, run: runWords, setup } = projectTexts.sync;

/** The next step from a plan: sync exactly it, or preview again where it is not what would be synced. */
export function PlanActions({ outcome, run, workload, onRun, decisions, changes }: Props) {
  const [isConfirmed, setConfirmed] = useState(false);
  const options = optionsOf(run.id);
  const { preview, sync } = usePlanRuns(workload.workloadArn, onRun);
  if (workload.state.code !== 'active') return <p>{sayReason(workload.state.reason)}</p>;
  const { fingerprint, kind } = outcome;
  const needsWord = isRefused(outcome);
  const settled = (options?.settle?.length ?? 0) + (options?.proposals?.length ?? 0);
  const decided = decisions.count;
  const adopted = adoptedIn(outcome);
  const all = changes + removedIn(outcome);
  const isSomething = all + adopted > 0 || needsWord;
  const maySync = options !== undefined && isSomething && kind !== 'blocked' && decided === 0;
  const again = withDecisions(options, decisions);
  return (
    <div className="stack-tight">
      {preview.failure ? <Failure failure={preview.failure} title={setup.startFailed} /> : null}
      {sync.failure ? <Failure failure={sync.failure} title={words.startFailed} /> : null}
      {isUndecided(outcome) ? <AdoptionChoice outcome={outcome} options={options} preview={preview} /> : null}
      {settled > 0 ? <p>{words.decided({ count: settled })}</p> : null}
      {maySync && needsWord ? (
        <Checkbox label={words.confirm} isChecked={isConfirmed} onChange={() => setConfirmed(!isConfirmed)} />
      ) : null}
      <div className="row">
        {maySync ? (
          <Button
            appearance="primary"
            isLoading={sync.isRunning}
            isDisabled={needsWord && !isConfirmed}
            onClick={() => sync.run(options, { fingerprint, confirm: isConfirmed })}
          >
            {buttonOf(all, adopted)}
          </Button>
        ) : null}
        <Button
          appearance={maySync || isUndecided(outcome) ? 'default' : 'primary'}
          isLoading={preview.isRunning}
          onClick={() => preview.run(again)}
        >
          {decided > 0 ? words.withDecisions({ count: decided }) : runWords.again}
        </Button>
        <DeletedChoice
          outcome={outcome}
          isDisabled={preview.isRunning}
          onPreview={(more) => preview.run(more.recreate ? { ...again, ...more } : more)}
        />
      </div>
      <Hint maySync={maySync} decided={decided} isElsewhere={options === undefined && changes > 0} />
    </div>
  );
}

/** A plan without a change can still be one to confirm: what is not found stays as it is. */
function buttonOf(changes: number, adopted: number): string {
  if (changes > 0) return words.sync({ count: changes });
  return adopted > 0 ? words.adopt({ count: adopted }) : words.syncNothing;
}

interface HintProps {
  readonly maySync: boolean;
  readonly decided: number;
  /** Nobody here knows what the run was to cover. */
  readonly isElsewhere: boolean;
}

function Hint({ maySync, decided, isElsewhere }: HintProps) {
  if (maySync) return <p className="subtle small">{words.syncHint}</p>;
  if (decided > 0) return <p className="subtle small">{words.decisionsHint}</p>;
  return isElsewhere ? <p className="subtle small">{words.elsewhere}</p> : null;
}
