import { lazy, Suspense } from 'react';
import Spinner from '@atlaskit/spinner';
import { usePath, type Path } from '../bridge/use-path';
import { useProjectKey } from '../bridge/use-place';
import { useAnswer } from '../data/use-answer';
import { Failure } from '../pieces/failure';
import { Page } from '../pieces/page';
import { PageNav } from '../pieces/page-nav';
import { Waiting } from '../pieces/waiting';
import { texts } from '../texts';
import { CheckPart } from './check-part';
import { ProjectAudit } from './project-audit';
import { WorkloadsPart } from './workloads-part';

const ConnectionsPart = lazy(async () => ({
  default: (await import('./connections-part')).ConnectionsPart,
}));
const LinkSettings = lazy(async () => ({ default: (await import('./link-settings')).LinkSettings }));

const PARTS = ['workloads', 'connections', 'check', 'audit'] as const;

/** For project admins: links, their settings, the project's own connections, what the project lacks, what was done. */
export function ProjectSettingsPage() {
  const path = usePath();
  const projectKey = useProjectKey();
  // Answered for admins of the project alone, and shown on two of the parts.
  const asked = useAnswer('projectConnection.list', { projectKey });
  if (path === undefined) return <Waiting label={texts.shared.loading} />;
  if (asked.state === 'failed' && asked.failure.code === 'unauthorised') {
    return (
      <Page title={texts.projectSettings.title}>
        <Failure failure={asked.failure} />
      </Page>
    );
  }
  return asked.state === 'loading' ? <Waiting label={texts.shared.loading} /> : <Parts path={path} />;
}

function Parts({ path }: { readonly path: Path }) {
  const { title, nav, tabs } = texts.projectSettings;
  const part = PARTS.find((known) => known === path.parts[0]) ?? 'workloads';
  return (
    <Page title={title}>
      <PageNav
        label={nav}
        places={PARTS.map((key) => ({ key, label: tabs[key] }))}
        current={part}
        onGo={(key) => path.go(key)}
      />
      <Suspense fallback={<Spinner label={texts.shared.loading} />}>
        <Part part={part} path={path} />
      </Suspense>
    </Page>
  );
}

function Part({ part, path }: { readonly part: (typeof PARTS)[number]; readonly path: Path }) {
  const workloadArn = path.parts[1];
  switch (part) {
    case 'workloads':
      if (workloadArn === undefined) return <WorkloadsPart path={path} />;
      return (
        <LinkSettings key={workloadArn} workloadArn={workloadArn} onLeave={() => path.go('workloads')} />
      );
    case 'connections':
      return <ConnectionsPart path={path} />;
    case 'check':
      return <CheckPart />;
    case 'audit':
      return <ProjectAudit />;
  }
}
