import { useState } from 'react';
import Button from '@atlaskit/button/new';
import ArrowLeftIcon from '@atlaskit/icon/core/arrow-left';
import SectionMessage from '@atlaskit/section-message';
import type { LinkedWorkloadView } from '../../../../../../src/contract';
import { useProjectKey } from '../../../bridge/use-page-context';
import { useAnswer } from '../../../data/use-answer';
import { LandingHeading } from '../../../components/landing-heading';
import { Loaded } from '../../../components/loaded';
import { Unreadable } from '../../../components/unreadable';
import { projectTexts } from '../../../texts/project';
import { sayReason } from '../../../texts/reasons';
import type { PartProps } from '../../../components/parts';
import { type OpenPart, openerOf } from '../addresses';
import { workloadArnParts } from '../workload-arn';
import { RunScreen } from './run-screen';
import { SyncSetup } from './sync-setup';
import './sync.css';

const project = projectTexts;
const { setup } = project.sync;

/** One workload's syncs: choosing, watching, and what came of it. The address says which workload and which run. */
export function SyncPart({ path }: PartProps) {
  const [, workloadId, runId] = path.parts;
  const onOpen = openerOf(path);
  const projectKey = useProjectKey();
  const linked = useAnswer('workload.linked', { projectKey });
  return (
    <section className="stack" aria-label={setup.part}>
      <div className="flush">
        <Button appearance="subtle" iconBefore={ArrowLeftIcon} onClick={() => onOpen({ name: 'overview' })}>
          {project.backToOverview}
        </Button>
      </div>
      <Loaded of={linked} label={project.loadingWorkloads}>
        {({ workloads, administers, unreadable }) => {
          const workload = workloads.find(
            ({ workloadArn }) => workloadArnParts(workloadArn).id === workloadId,
          );
          return workload ? (
            <Screen workload={workload} administers={administers} runId={runId} onOpen={onOpen} />
          ) : (
            <>
              <Unknown />
              <Unreadable records={unreadable} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

interface ScreenProps {
  /** Which run is open; without it the one that is under way, or a new one. */
  readonly runId: string | undefined;
  readonly onOpen: OpenPart;
  readonly workload: LinkedWorkloadView;
  readonly administers: boolean;
}

function Screen({ workload, administers, runId, onOpen }: ScreenProps) {
  const { activeRun, latestRun, state, name, workloadArn } = workload;
  const workloadId = workloadArnParts(workloadArn).id;
  // Once it has ended its result is what was waited for.
  const [watched, setWatched] = useState(activeRun?.runId);
  const onRun = (id: string | undefined) => {
    setWatched(undefined);
    onOpen({ name: 'sync', workloadId, runId: id });
  };
  const shown = runId ?? activeRun?.runId ?? watched ?? (administers ? undefined : latestRun?.runId);
  if (shown !== undefined) {
    return (
      <RunScreen
        key={shown}
        runId={shown}
        workload={workload}
        administers={administers}
        onRun={onRun}
        onOpen={onOpen}
      />
    );
  }
  if (!administers) return <NeverSynced name={name} />;
  if (state.code === 'active') return <SyncSetup workload={workload} onRun={onRun} />;
  return (
    <>
      <LandingHeading>{setup.title({ name })}</LandingHeading>
      <SectionMessage appearance="warning" title={setup.inactive} headingLevel="h3">
        <p>{sayReason(state.reason)}</p>
        <p>{project.linkFix[state.code]}</p>
      </SectionMessage>
    </>
  );
}

function NeverSynced({ name }: { readonly name: string }) {
  return (
    <>
      <LandingHeading>{setup.title({ name })}</LandingHeading>
      <SectionMessage title={setup.neverSynced} headingLevel="h3">
        <p>{setup.askAdmin}</p>
      </SectionMessage>
    </>
  );
}

function Unknown() {
  return (
    <>
      <LandingHeading>{setup.unknown}</LandingHeading>
      <p>{setup.unknownHint}</p>
    </>
  );
}
