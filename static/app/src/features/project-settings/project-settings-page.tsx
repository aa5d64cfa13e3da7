import { useProjectKey } from '../../bridge/use-page-context';
import { useAnswer } from '../../data/use-answer';
import { lazyPart } from '../../components/lazy-part';
import { type PageParts, PartsPage } from '../../components/parts-page';
import { texts } from '../../texts';
import { CheckPart } from './check-part';
import { ProjectAudit } from './project-audit';
import { WorkloadsPart } from './workloads-part';

const PARTS: PageParts = {
  workloads: { label: () => texts.projectSettings.parts.workloads, component: WorkloadsPart },
  connections: {
    label: () => texts.projectSettings.parts.connections,
    component: lazyPart(async () => (await import('./project-connections')).ProjectConnections),
  },
  check: { label: () => texts.projectSettings.parts.check, component: CheckPart },
  audit: { label: () => texts.projectSettings.parts.audit, component: ProjectAudit },
};

/** For project admins: links, their settings, the project's own connections, what the project lacks, what was done. */
export function ProjectSettingsPage() {
  const projectKey = useProjectKey();
  // Answered for admins of the project alone, and shown on two of the parts.
  const asked = useAnswer('projectConnection.list', { projectKey });
  const { title, nav } = texts.projectSettings;
  return <PartsPage title={title} label={nav} parts={PARTS} asked={asked} />;
}
