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
  if (!told.some(({ code }) => code === 'deleted-in-jira')) return null;
  return (
    <>
      <Button isDisabled={isDisabled} onClick={() => onPreview({ recreate: true })}>
        {words.recreate}
      </Button>
      <Button isDisabled={isDisabled} onClick={() => onPreview({ removeBlocks: true })}>
        {words.removeBlocks}
      </Button>
    </>
  );
}
