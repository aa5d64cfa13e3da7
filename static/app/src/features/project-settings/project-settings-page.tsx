import { lazy } from 'react';
import type { Path } from '../../bridge/use-path';
import { useProjectKey } from '../../bridge/use-page-context';
import { useAnswer } from '../../data/use-answer';
import { PartsPage } from '../../components/parts-page';
import { texts } from '../../texts';
import { CheckPart } from './check-part';
import { ProjectAudit } from './project-audit';
import { WorkloadsPart } from './workloads-part';

const ProjectConnections = lazy(async () => ({
  default: (await import('./project-connections')).ProjectConnections,
}));
const LinkSettings = lazy(async () => ({ default: (await import('./link-settings')).LinkSettings }));

const { title, nav, tabs } = texts.projectSettings;

type Part = keyof typeof tabs;

/** For project admins: links, their settings, the project's own connections, what the project lacks, what was done. */
export function ProjectSettingsPage() {
  const projectKey = useProjectKey();
  // Answered for admins of the project alone, and shown on two of the parts.
  const asked = useAnswer('projectConnection.list', { projectKey });
  return (
    <PartsPage<Part>
      title={title}
      label={nav}
      parts={['workloads', 'connections', 'check', 'audit']}
      labels={tabs}
      asked={asked}
    >
      {(part, path) => <PartOf part={part} path={path} />}
    </PartsPage>
  );
}

function PartOf({ part, path }: { readonly part: Part; readonly path: Path }) {
  const workloadArn = path.parts[1];
  switch (part) {
    case 'workloads':
      if (workloadArn === undefined) return <WorkloadsPart path={path} />;
      return (
        <LinkSettings key={workloadArn} workloadArn={workloadArn} onLeave={() => path.go('workloads')} />
      );
    case 'connections':
      return <ProjectConnections path={path} />;
    case 'check':
      return <CheckPart />;
    case 'audit':
      return <ProjectAudit />;
  }
}
