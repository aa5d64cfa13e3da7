import { useMemo } from 'react';
import Button from '@atlaskit/button/new';
import Checkbox from '@atlaskit/checkbox';
import type { LinkedWorkloadView } from '../../../../../../src/contract';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAction } from '../../../data/use-action';
import { useAnswer } from '../../../data/use-answer';
import { Failure } from '../../../components/failure';
import { LandingHeading } from '../../../components/landing-heading';
import { useDraft } from '../../../data/use-draft';
import { Waiting } from '../../../components/waiting';
import { projectTexts } from '../../../texts/project';
import { ChoiceTree } from './choice-tree';
import type { LeftOut } from './choice';
import type { Scope } from '../contract-types';
import { ScopeChoice } from './scope-choice';
import { toSelection } from './selection';
import { startRun } from '../../runs/start-run';
import { useChoiceLenses } from './use-choice-lenses';

interface Props {
  readonly workload: LinkedWorkloadView;
  readonly onRun: (runId: string) => void;
}

interface Asked {
  /** Absent: as the settings say. */
  readonly scope?: Scope;
  readonly leftOut: LeftOut;
  /** Lenses and pillars whose children are shown. */
  readonly open: readonly string[];
  readonly recreate: boolean;
}

const EVERYTHING: Asked = { leftOut: [], open: [], recreate: false };

const { setup } = projectTexts.sync;

/** What a run is to cover, and the way to its preview. Survives a reload. */
export function SyncSetup({ workload: { name, workloadArn }, onRun }: Props) {
  const projectKey = useProjectKey();
  const draft = useDraft(`sync-setup:${workloadArn}`, EVERYTHING);
  const { scope, leftOut, open, recreate } = draft.value;
  const change = (part: Partial<Asked>) => draft.set({ ...draft.value, ...part });
  const settings = useAnswer('settings.get', { projectKey, workloadArn });
  const review = useAnswer('workload.review', { projectKey, workloadArn });
  const overview = review.isSuccess ? review.data.lenses : undefined;
  const opened = useMemo(() => open.filter((path) => !path.includes('\n')), [open]);
  const { lenses, failures } = useChoiceLenses(workloadArn, overview ?? [], opened, leftOut);
  const { selection, isEmpty, needs, alongside } = toSelection(lenses, leftOut);
  const start = useAction(async () => {
    const options = { ...(scope ? { scope } : {}), ...(selection ? { selection } : {}), recreate };
    onRun(await startRun({ projectKey, workloadArn, mode: 'preview', options }));
  });
  return (
    <>
      <LandingHeading>{setup.title({ name })}</LandingHeading>
      <p>{setup.lead}</p>
      <div className="panel">
        <ScopeChoice settings={settings} scope={scope} onChange={(next) => change({ scope: next })} />
      </div>
      <div className="panel">
        {review.isPending ? <Waiting label={setup.loadingReview} /> : null}
        {review.isError ? <Failure failure={review.error} title={setup.lensesFailed} /> : null}
        {overview ? (
          <ChoiceTree
            lenses={lenses}
            failures={failures}
            leftOut={leftOut}
            open={open}
            onChange={(next) => change({ leftOut: next })}
            onOpen={(next) => change({ open: next })}
          />
        ) : null}
        {alongside.length > 0 ? (
          <p role="status">{setup.alongside({ titles: alongside.join(', ') })}</p>
        ) : null}
      </div>
      <Checkbox
        label={setup.recreate}
        isChecked={recreate}
        onChange={() => change({ recreate: !recreate })}
      />
      {start.failure ? <Failure failure={start.failure} title={setup.startFailed} /> : null}
      <div className="row">
        <Button
          appearance="primary"
          isLoading={start.isRunning || needs.length > 0}
          isDisabled={review.isPending || (overview !== undefined && overview.length > 0 && isEmpty)}
          onClick={() => start.run()}
        >
          {setup.preview}
        </Button>
        <span className="subtle" role="status">
          {overview !== undefined && overview.length > 0 && isEmpty ? setup.nothing : null}
        </span>
      </div>
    </>
  );
}
