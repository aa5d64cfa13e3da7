import { useProjectKey } from '../../bridge/use-page-context';
import { useAnswer } from '../../data/use-answer';
import { lazyPart } from '../../components/lazy-part';
import { type PageParts, PartsPage } from '../../components/parts-page';
import { projectSettingsTexts } from '../../texts/project-settings';
import { CheckPart } from './check-part';
import { ProjectAudit } from './project-audit';
import { WorkloadsPart } from './workloads-part';

const PARTS: PageParts = {
  workloads: { label: () => projectSettingsTexts.parts.workloads, component: WorkloadsPart },
  connections: {
    label: () => projectSettingsTexts.parts.connections,
    component: lazyPart(async () => (await import('./project-connections')).ProjectConnections),
  },
  check: { label: () => projectSettingsTexts.parts.check, component: CheckPart },
  audit: { label: () => projectSettingsTexts.parts.audit, component: ProjectAudit },
};

/** For project admins: links, their settings, the project's own connections, what the project lacks, what was done. */
export function ProjectSettingsPage() {
  const projectKey = useProjectKey();
  // Answered for admins of the project alone, and shown on two of the parts.
  const asked = useAnswer('projectConnection.list', { projectKey });
  const { title, nav } = projectSettingsTexts;
  return <PartsPage title={title} label={nav} parts={PARTS} asked={asked} />;
}
