import { lazy } from 'react';
import type { Path } from '../../bridge/use-path';
import { useAnswer } from '../../data/use-answer';
import { PartsPage } from '../../components/parts-page';
import { texts } from '../../texts';
import { AccessKeys } from './access-keys';
import { SiteAudit } from './site-audit';
import { SiteConnections } from './site-connections';

const SiteSettingsPart = lazy(async () => ({
  default: (await import('./site-settings-part')).SiteSettingsPart,
}));

const { title, nav, tabs } = texts.admin;

type Part = keyof typeof tabs;

/** For Jira admins: connections of the site, access keys, settings for every workload, and what was done. */
export function AdminPage() {
  const asked = useAnswer('connection.list', {});
  return (
    <PartsPage<Part>
      title={title}
      label={nav}
      parts={['connections', 'keys', 'settings', 'audit']}
      labels={tabs}
      asked={asked}
    >
      {(part, path) => <PartOf part={part} path={path} />}
    </PartsPage>
  );
}

function PartOf({ part, path }: { readonly part: Part; readonly path: Path }) {
  switch (part) {
    case 'connections':
      return <SiteConnections path={path} />;
    case 'keys':
      return <AccessKeys />;
    case 'settings':
      return <SiteSettingsPart />;
    case 'audit':
      return <SiteAudit />;
  }
}
