import Button from '@atlaskit/button/new';
import type { RunOutcome } from '../../../../../../src/contract';
import type { Action } from '../../../data/use-action';
import { projectTexts } from '../../../texts/project';
import type { RunOptions } from '../../runs/run-options';
import { adoptableIn } from './adoption';

interface Props {
  readonly outcome: RunOutcome;
  /** What the run was started with. */
  readonly options: RunOptions | undefined;
  readonly preview: Action<[RunOptions]>;
}

const { plan: words } = projectTexts.sync;

/** Of issues that an earlier installation may have made: each choice leads to another preview. */
export function AdoptionChoice({ outcome, options, preview }: Props) {
  const choose = (adoption: NonNullable<RunOptions['adoption']>) => () =>
    preview.run({ ...options, adoption });
  return (
    <div className="row">
      <Button appearance="primary" isDisabled={preview.isRunning} onClick={choose('adopt')}>
        {words.adopt({ count: adoptableIn(outcome) })}
      </Button>
      <Button isDisabled={preview.isRunning} onClick={choose('make-new')}>
        {words.makeNew}
      </Button>
    </div>
  );
}
