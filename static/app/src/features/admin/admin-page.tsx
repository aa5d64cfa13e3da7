import { useAnswer } from '../../data/use-answer';
import { lazyPart } from '../../components/lazy-part';
import { type PageParts, PartsPage } from '../../components/parts-page';
import { adminTexts } from '../../texts/admin';
import { AccessKeys } from './access-keys';
import { SiteAudit } from './site-audit';
import { SiteConnections } from './site-connections';
import { SiteUsage } from './site-usage';

const PARTS: PageParts = {
  connections: { label: () => adminTexts.parts.connections, component: SiteConnections },
  keys: { label: () => adminTexts.parts.keys, component: AccessKeys },
  settings: {
    label: () => adminTexts.parts.settings,
    component: lazyPart(async () => (await import('./site-settings-part')).SiteSettingsPart),
  },
  workloads: {
    label: () => adminTexts.parts.workloads,
    component: lazyPart(async () => (await import('./site-links')).SiteLinks),
  },
  usage: { label: () => adminTexts.parts.usage, component: SiteUsage },
  // Nothing leads to it but its address and the guide: it is for whoever runs the app, after a deployment.
  'live-check': {
    component: lazyPart(async () => (await import('./live-check')).LiveCheck),
  },
  audit: { label: () => adminTexts.parts.audit, component: SiteAudit },
};

/** For Jira admins: connections of the site, access keys, settings for every workload, which space links which, what the app spends, and what was done. */
export function AdminPage() {
  const asked = useAnswer('connection.list', {});
  const { title, nav } = adminTexts;
  return <PartsPage title={title} label={nav} parts={PARTS} asked={asked} />;
}
