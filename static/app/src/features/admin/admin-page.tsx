import { useAnswer } from '../../data/use-answer';
import { lazyPart } from '../../components/lazy-part';
import { type PageParts, PartsPage } from '../../components/parts-page';
import { texts } from '../../texts';
import { AccessKeys } from './access-keys';
import { SiteAudit } from './site-audit';
import { SiteConnections } from './site-connections';

const PARTS: PageParts = {
  connections: { label: () => texts.admin.parts.connections, component: SiteConnections },
  keys: { label: () => texts.admin.parts.keys, component: AccessKeys },
  settings: {
    label: () => texts.admin.parts.settings,
    component: lazyPart(async () => (await import('./site-settings-part')).SiteSettingsPart),
  },
  audit: { label: () => texts.admin.parts.audit, component: SiteAudit },
};

/** For Jira admins: connections of the site, access keys, settings for every workload, and what was done. */
export function AdminPage() {
  const asked = useAnswer('connection.list', {});
  const { title, nav } = texts.admin;
  return <PartsPage title={title} label={nav} parts={PARTS} asked={asked} />;
}
