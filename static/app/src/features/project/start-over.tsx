import Button from '@atlaskit/button/new';
import { projectTexts } from '../../texts/project';
import type { RunScreenProps } from './run-screen-props';
import { workloadArnParts } from './workload-arn';

/** Back to the choice, for those who may start a run. */
export function StartOver({ administers, workload, onOpen }: RunScreenProps) {
  if (!administers || workload.state.code !== 'active') return null;
  const { id } = workloadArnParts(workload.workloadArn);
  return (
    <div>
      <Button onClick={() => onOpen({ name: 'sync', workloadId: id })}>
        {projectTexts.sync.run.startOver}
      </Button>
    </div>
  );
}
