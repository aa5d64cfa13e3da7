import { lazy } from 'react';
import Button from '@atlaskit/button/new';
import { Stack } from '@atlaskit/primitives/compiled';
import './project-settings.css';
import type { Path } from '../../bridge/path';
import type { PartProps } from '../../components/parts';
import { useProjectKey } from '../../bridge/use-page-context';
import { useAnswer } from '../../data/use-answer';
import { FirstUse } from '../../components/first-use';
import { Loaded } from '../../components/loaded';
import { Unreadable } from '../../components/unreadable';
import { PartHeading } from '../../components/part-heading';
import { projectSettingsTexts } from '../../texts/project-settings';
import type { LinkedWorkloadView, UnreadableRecord } from '../../../../../src/contract';
import { LinkableWorkloads } from './linkable-workloads';
import { LinkedWorkload } from './linked-workload';
import { UnlinkUnreadable } from './unlink-unreadable';

const LinkSettings = lazy(async () => ({ default: (await import('./link-settings')).LinkSettings }));

/** What the project links, or the settings of the workload that the address names. */
export function WorkloadsPart({ path }: PartProps) {
  const workloadArn = path.parts[1];
  if (workloadArn === undefined) return <Workloads path={path} />;
  return <LinkSettings key={workloadArn} workloadArn={workloadArn} onLeave={() => path.go('workloads')} />;
}

/** What the project links, and what it could. */
function Workloads({ path }: PartProps) {
  const projectKey = useProjectKey();
  const linked = useAnswer('workload.linked', { projectKey });
  const linkable = useAnswer('workload.list', { projectKey });
  return (
    <Loaded of={linked}>
      {({ workloads, unreadable }) => {
        const isFirst =
          workloads.length === 0 &&
          unreadable === undefined &&
          linkable.isSuccess &&
          linkable.data.workloads.length + linkable.data.problems.length === 0;
        if (isFirst) return <FirstWorkload onConnect={() => path.go('connections')} />;
        return (
          <Stack space="space.400">
            <Linked workloads={workloads} unreadable={unreadable} path={path} />
            <LinkableWorkloads linked={workloads} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

function FirstWorkload({ onConnect }: { readonly onConnect: () => void }) {
  const { title, lead, connect } = projectSettingsTexts.first;
  return (
    <Stack space="space.200">
      <PartHeading>{projectSettingsTexts.parts.workloads}</PartHeading>
      <FirstUse title={title} lead={lead}>
        <Button appearance="primary" onClick={onConnect}>
          {connect}
        </Button>
      </FirstUse>
    </Stack>
  );
}

interface LinkedProps {
  readonly workloads: readonly LinkedWorkloadView[];
  readonly unreadable: readonly UnreadableRecord[] | undefined;
  readonly path: Path;
}

function Linked({ workloads, unreadable, path }: LinkedProps) {
  const { title, lead, empty } = projectSettingsTexts.linked;
  return (
    <section>
      <Stack space="space.150">
        <PartHeading>{title}</PartHeading>
        <p className="plain">{workloads.length === 0 ? empty : lead}</p>
        <Unreadable records={unreadable} mendOf={(id) => <UnlinkUnreadable id={id} />} />
        {workloads.length === 0 ? null : (
          <ul className="cards" aria-label={title}>
            {workloads.map((link) => (
              <LinkedWorkload
                key={link.workloadArn}
                link={link}
                onOpenSettings={() => path.go('workloads', link.workloadArn)}
                onOpenConnections={() => path.go('connections')}
              />
            ))}
          </ul>
        )}
      </Stack>
    </section>
  );
}
