import Button from '@atlaskit/button/new';
import type { RunOutcome } from '../../../../../../src/contract';
import { projectTexts } from '../../../texts/project';
import type { RunOptions } from '../../runs/run-options';

interface Props {
  readonly outcome: RunOutcome;
  readonly isDisabled: boolean;
  /** Previews with this beside what the run was started with. */
  readonly onPreview: (options: RunOptions) => void;
}

const { result: words } = projectTexts.sync;

/** What can be done of issues that are not found: made again, or their status taken out of AWS. */
export function DeletedChoice({ outcome, isDisabled, onPreview }: Props) {
  const { notices, movedInJira, outOfScope, conflicts } = outcome;
  const told = [...notices, ...movedInJira, ...outOfScope, ...conflicts];
  const isTold = (wanted: string) => told.some(({ code }) => code === wanted);
  const mayMake = isTold('deleted-in-jira');
  if (!mayMake && !isTold('block-stays')) return null;
  return (
    <>
      {mayMake ? (
        <Button isDisabled={isDisabled} onClick={() => onPreview({ recreate: true })}>
          {words.recreate}
        </Button>
      ) : null}
      <Button isDisabled={isDisabled} onClick={() => onPreview({ removeBlocks: true })}>
        {words.removeBlocks}
      </Button>
    </>
  );
}
