import { lazyPart } from '../../components/lazy-part';
import { type PagePart, type PageParts, PartsPage } from '../../components/parts-page';
import { projectTexts } from '../../texts/project';
import type { Address } from './addresses';
import { Overview } from './overview/overview';
import './project-page.css';

/** What parts lead to must be there; more may. */
const PARTS = {
  overview: { label: () => projectTexts.parts.overview, component: Overview },
  triage: {
    label: () => projectTexts.parts.triage,
    component: lazyPart(async () => (await import('./triage/triage-part')).TriagePart),
  },
  milestones: {
    label: () => projectTexts.parts.milestones,
    component: lazyPart(async () => (await import('./milestones/milestones-part')).MilestonesPart),
  },
  /** Opened from a workload's card. */
  sync: { component: lazyPart(async () => (await import('./sync/sync-part')).SyncPart) },
  /** Opened from the overview, by admins. */
  audit: {
    component: lazyPart(async () => (await import('./audit-part')).ProjectAuditPart),
  },
} satisfies PageParts & Record<Address['name'], PagePart>;

/** The project's workloads, their syncs, and what is open. */
export function ProjectPage() {
  const { title, lead, nav } = projectTexts;
  return <PartsPage title={title} lead={lead} label={nav} parts={PARTS} />;
}
